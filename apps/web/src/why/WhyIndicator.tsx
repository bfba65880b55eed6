import { type Response, routes } from '@guatu/contract'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ErrorNote } from '../api/ErrorNote.tsx'
import { useApi } from '../api/use-api.ts'
import { EntryLine } from '../entry/EntryLine.tsx'
import { useFigures } from '../figure/use-figures.ts'
import { usePick } from '../language/index.ts'
import { ClauseLink } from '../plan/ClauseLink.tsx'
import { useVocabulary } from '../session/me.ts'
import { Waiting } from '../shell/Waiting.tsx'
import { timesOf, useWhen } from '../time/when.ts'
import { Shares } from './Shares.tsx'
import { scopeWords } from './scope.ts'
import type { Figure } from './subject.ts'

type Answer = Response<typeof routes.whyIndicator>

/** What an indicator counts, over whom, and each project's share of it. */
export function WhyIndicator({ indicator, scope, label }: Figure) {
  const when = useWhen()
  const query = useApi(routes.whyIndicator, { query: { ...timesOf(when), indicator, scope } })
  if (query.error) return <ErrorNote error={query.error} retry={() => void query.refetch()} />
  return query.data ? <Shown answer={query.data} label={label} /> : <Waiting />
}

function Shown({ answer, label }: { answer: Answer; label?: string }) {
  const { t } = useTranslation()
  const pick = usePick()
  const figures = useFigures()
  const { lists, units } = useVocabulary()
  const scope = scopeWords(answer.scope).map(({ kind, id, nature }) => {
    const one = kind === 'list' ? lists.find(list => list.id === id) : undefined
    const name = one ? pick(one) : (units.find(unit => unit.id === id)?.name ?? id)
    return kind === 'jurisdiction' ? answer.bar.scopeName : nature ? `${name} ${t(`nature.${nature}`)}` : name
  })
  const value = (n: number | null) =>
    n === null
      ? t('standing.unreported')
      : answer.unit === 'minor'
        ? `${figures.total(n)} ${figures.totalUnit}`
        : figures.count(n)
  return (
    <>
      <h2>
        {pick(answer)} {label}
      </h2>
      <p className="verdict">
        {answer.numerator === null && t('standing.unreported')}
        {answer.numerator !== null && answer.denominator !== null && (
          <b>{figures.percent({ n: answer.numerator, d: answer.denominator })}</b>
        )}
        {answer.numerator !== null && answer.denominator === null && <b>{value(answer.numerator)}</b>}
      </p>
      <p className="sentence">
        {t(`why.origin.${answer.origin}`, {
          scope: scope.join(t('text.comma')),
          caliber: t(`caliber.${answer.caliber}`),
        })}
      </p>
      {answer.asked.map(one => (
        <p key={one.id} className="soft">
          {pick(one)} {one.clause && t('text.clause', { clause: one.clause })} <ClauseLink {...one} />
        </p>
      ))}
      {answer.origin === 'from-projects' && <Shares answer={answer} />}
      {answer.entries.length > 0 && (
        <>
          <h3>{t('why.entries')}</h3>
          <ul className="rows">
            {answer.entries.map(entry => (
              <EntryLine key={entry.seq} entry={entry} />
            ))}
          </ul>
        </>
      )}
      <p className="soft">
        <Link to="/projects">{t('project.library')}</Link>
      </p>
    </>
  )
}
