import { type PeriodLine, routes } from '@guatu/contract'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useApi } from '../api/use-api.ts'
import { useFigures } from '../figure/use-figures.ts'
import { usePick } from '../language/index.ts'
import { useMe } from '../session/me.ts'
import { Page } from '../shell/Page.tsx'
import { PastNote } from '../time/PastNote.tsx'
import { CountBar } from './CountBar.tsx'
import { PeriodState } from './PeriodState.tsx'
import { overdueOf } from './parts.ts'
import '../return/state.css'
import './period.css'

/** The periods of the plan, newest due first: how far each is and what is left to do. */
export function PeriodsPage() {
  const { t } = useTranslation()
  const query = useApi(routes.listPeriods)
  return (
    <Page query={query} className="periods">
      {({ periods }) => (
        <>
          <PastNote />
          <section className="panel">
            <header>
              <h1>{t('periods.title')}</h1>
              <span className="soft">{t('periods.means')}</span>
            </header>
            {periods.length === 0 ? <Teach /> : <Periods periods={periods} />}
          </section>
        </>
      )}
    </Page>
  )
}

function Periods({ periods }: { periods: readonly PeriodLine[] }) {
  const { t } = useTranslation()
  return (
    <div className="table-wrap">
      <table className="grid periods-table">
        <thead>
          <tr>
            <th scope="col">{t('project.period')}</th>
            <th scope="col">{t('due.state')}</th>
            <th scope="col">{t('due.by')}</th>
            <th scope="col">{t('periods.units')}</th>
            <th scope="col" className="number">
              {t('periods.rows')}
            </th>
            <th scope="col">{t('due.cadences')}</th>
          </tr>
        </thead>
        <tbody>
          {periods.map(line => (
            <Line key={line.period} line={line} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Line({ line }: { line: PeriodLine }) {
  const { t } = useTranslation()
  const figures = useFigures()
  const pick = usePick()
  const { counts } = line
  const missing = overdueOf(line, useMe().today)
  return (
    <tr>
      <th scope="row">
        <Link to="/periods/$period" params={{ period: line.period }}>
          {figures.period(line.period)}
        </Link>
      </th>
      <td>
        <PeriodState state={line.state} />
      </td>
      <td>
        {figures.day(line.due)}
        {line.provisional && t('upcoming.provisional')}
        {missing > 0 && <b className="days-late nd">{t('periods.overdue', { count: missing })}</b>}
        {line.locks && <small className="nd">{t('periods.locks', { day: figures.day(line.locks) })}</small>}
      </td>
      <td>
        <CountBar counts={counts} />
      </td>
      <td className="number">
        {figures.count(counts.rowsReported)}/{figures.count(counts.rows)}
      </td>
      <td>{line.cadences.map(pick).join(t('setup.and'))}</td>
    </tr>
  )
}

function Teach() {
  const { t } = useTranslation()
  return (
    <>
      <p>{t('periods.none')}</p>
      <p>
        <Link to="/plan" className="as-button">
          {t('due.to-plan')}
        </Link>
      </p>
    </>
  )
}
