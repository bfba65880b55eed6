import { type DueReturn, routes } from '@guatu/contract'
import { useTranslation } from 'react-i18next'
import { useApi } from '../api/use-api.ts'
import { type Group, groupsOf, stillOwed } from '../return/owed.ts'
import { useMe } from '../session/me.ts'
import { UnsentReturns } from '../sheet/UnsentReturns.tsx'
import { Page } from '../shell/Page.tsx'
import { PastNote } from '../time/PastNote.tsx'
import { DueTable } from './DueTable.tsx'
import { Teach } from './Teach.tsx'
import './due.css'

/** Everything that one owes or has to check, in one list, whatever number of cadences asks it. */
export function DuePage() {
  const query = useApi(routes.listReturns)
  return (
    <Page query={query} className="due-page">
      {({ returns }) => (
        <>
          <PastNote />
          <UnsentReturns />
          {returns.length === 0 ? <Teach /> : <Groups returns={returns} />}
        </>
      )}
    </Page>
  )
}

/** A reporter begins with the own work, a dispatcher with what waits for the office. */
const ORDER: Readonly<Record<'reporter' | 'other', readonly Group[]>> = {
  reporter: ['returned', 'owed', 'review', 'sent'],
  other: ['review', 'returned', 'owed', 'sent'],
}

const lateOf = (returns: readonly DueReturn[]) =>
  returns.filter(one => stillOwed(one.state) && one.daysLeft < 0).length

function Groups({ returns }: { returns: readonly DueReturn[] }) {
  const { t } = useTranslation()
  const { role } = useMe().post
  const groups = groupsOf(returns)
  const order = ORDER[role === 'reporter' ? 'reporter' : 'other']
  return order
    .filter(group => groups[group].length > 0)
    .map(group => (
      <section key={group} className={`panel due-${group}`}>
        <header>
          <h2>{t(`due.group.${group}`)}</h2>
          <span className="soft">
            {t('due.count', { count: groups[group].length })}
            {lateOf(groups[group]) > 0 && (
              <b className="days-late"> {t('due.late-of', { count: lateOf(groups[group]) })}</b>
            )}
          </span>
        </header>
        <DueTable returns={groups[group]} reasons={group === 'returned' && role === 'reporter'} />
      </section>
    ))
}
