import { type Response, routes } from '@guatu/contract'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ErrorNote } from '../api/ErrorNote.tsx'
import { useApi } from '../api/use-api.ts'
import { EntryLine } from '../entry/EntryLine.tsx'
import { useLanguage } from '../language/index.ts'
import { Light } from '../light/Light.tsx'
import { edgesOf, fieldName, measured, valueText, verdict } from '../light/reason.ts'
import { useTelling } from '../light/use-telling.ts'
import { ClauseLink } from '../plan/ClauseLink.tsx'
import { Waiting } from '../shell/Waiting.tsx'
import { timesOf, useWhen } from '../time/when.ts'
import { Inputs } from './Inputs.tsx'

type Answer = Response<typeof routes.whyLight>

/** The rule as a sentence, what it was fed, where its edge lies, what would turn it green, and how it went before. */
export function WhyLight({
  project,
  list,
  rule,
  asOf,
}: {
  project: string
  list: string
  rule: string
  asOf?: string
}) {
  const when = useWhen()
  const times = asOf === undefined ? timesOf(when) : { ...timesOf(when), asOf }
  const query = useApi(routes.whyLight, { query: { ...times, project, list, rule } })
  if (query.error) return <ErrorNote error={query.error} retry={() => void query.refetch()} />
  return query.data ? <Shown answer={query.data} /> : <Waiting />
}

function Shown({ answer }: { answer: Answer }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const telling = useTelling()
  const { light, clause, covers, reading } = answer
  const green = light.reason.green
  const rule = telling.vocabulary.lights.find(one => one.id === light.rule)
  return (
    <>
      <h2>
        <Link to="/projects/$id" params={{ id: light.project }}>
          {answer.projectName}
        </Link>
      </h2>
      <p className="verdict">
        <Light colour={light.colour} /> {rule && telling.pick(rule)} {verdict(light, telling)}
      </p>
      <h3>{t('why.rule')}</h3>
      <p className="sentence">{answer.sentence[language]}</p>
      <p className="soft">
        {clause ? t('why.clause', { clause }) : t('why.no-clause')}
        {covers.length > 0 && ` · ${t('why.covers', { ids: covers.join(t('text.comma')) })}`}
        {' · '}
        <ClauseLink kind="light" id={light.rule} covers={covers} />
      </p>
      {reading && <p className="soft">{t('why.reading', { reading: reading[language] })}</p>}
      <h3>{t('why.inputs')}</h3>
      <Inputs light={light} />
      <Threshold light={light} />
      <Conditions light={light} />
      <Periods light={light} />
      {green && (
        <>
          <h3>{t('why.green')}</h3>
          <p>
            {t(`why.reach.${green.reach}`, {
              input: fieldName(green.input, telling),
              value: valueText(green.type, green.value, telling),
            })}
          </p>
        </>
      )}
      <h3>{t('why.history')}</h3>
      <History history={answer.history} unit={light.reason.unit} />
      <h3>{t('why.entries')}</h3>
      <ul className="rows">
        {answer.entries.map(entry => (
          <EntryLine key={entry.seq} entry={entry} />
        ))}
      </ul>
    </>
  )
}

/** Each edge of the band with the side that owns it, and the setting it came from. */
function Threshold({ light: { reason } }: { light: Answer['light'] }) {
  const { t } = useTranslation()
  const telling = useTelling()
  const edges = [reason.over, reason.under].filter(edge => edge !== undefined)
  if (edges.length === 0 && !reason.unstated) return null
  return (
    <>
      <h3>{t('why.threshold')}</h3>
      {edges.map(edge => (
        <p key={`${edge.cut.n}/${edge.cut.d}`}>
          {t(edge.owns ? 'why.edge-here' : 'why.edge-next', {
            cut: measured(edge.cut, reason.unit, telling),
          })}
          {edge.setting && ` · ${t('why.setting', { setting: edge.setting })}`}
        </p>
      ))}
      {reason.unstated && <p>{t('why.unstated')}</p>}
    </>
  )
}

/** Where conditions decide: what each measure came to. */
function Conditions({ light: { reason } }: { light: Answer['light'] }) {
  const { t } = useTranslation()
  const telling = useTelling()
  if (!reason.tests || reason.tests.length === 0) return null
  return (
    <>
      <h3>{t('why.conditions')}</h3>
      {reason.tests.map(test => (
        <p key={JSON.stringify(test)}>
          {test.of.map(name => fieldName(name, telling)).join(t('text.comma'))}:{' '}
          {test.none ? t(`none.${test.none}`) : measured(test.value, test.unit, telling)}
          {test.holds !== null &&
            ` · ${edgesOf(test, telling).join(t('text.comma'))} ${test.holds ? '✓' : '✗'}`}
        </p>
      ))}
    </>
  )
}

/** The closed periods that a streak counted, and what an exemption excused. */
function Periods({ light: { reason } }: { light: Answer['light'] }) {
  const { t } = useTranslation()
  const telling = useTelling()
  return (
    <>
      {reason.streak && (
        <>
          <h3>{t('why.streak')}</h3>
          <ol className="history">
            {[...reason.streak.periods].reverse().map(one => (
              <li key={one.period}>
                <small>{telling.figures.period(one.period)}</small>
                <Light colour={one.colour} />
              </li>
            ))}
          </ol>
        </>
      )}
      {reason.exempted && (
        <p>
          {t('why.exempted')} <Light colour={reason.exempted} />
        </p>
      )}
    </>
  )
}

function History({ history, unit }: { history: Answer['history']; unit: Answer['light']['reason']['unit'] }) {
  const telling = useTelling()
  return (
    <ol className="history">
      {history.map(one => (
        <li key={one.asOf}>
          <small>{telling.figures.shortDay(one.asOf)}</small>
          <Light colour={one.colour} />
          <small>{measured(one.value, unit, telling)}</small>
        </li>
      ))}
    </ol>
  )
}
