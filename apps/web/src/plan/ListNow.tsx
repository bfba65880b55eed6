import type { SchemeItem } from '@guatu/contract'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useFigures } from '../figure/use-figures.ts'

type Standing = Extract<NonNullable<SchemeItem['now']>, { is: 'list' }>
type State = Standing['states'][number]
const NATURES = ['continuing', 'new', 'preparatory'] as const
const STAGES = [
  'plan',
  'reserve',
  'prepare',
  'started',
  'completed',
  'operating',
  'paused',
  'withdrawn',
] as const

/** Who is on the list, and what the plan prints about it beside what the library holds. */
export function ListNow({ id, now }: { id: string; now: Standing }) {
  const { t } = useTranslation()
  return (
    <>
      <p className="plan-links">
        <Link to="/projects" search={{ list: id }}>
          <b>{t('plan.on-list', { count: now.projects })}</b>
        </Link>
      </p>
      {now.states.length > 0 && (
        <ul className="rows plan-states">
          {now.states.map(state => (
            <StateLine key={JSON.stringify(state)} state={state} />
          ))}
        </ul>
      )}
    </>
  )
}

function StateLine({ state }: { state: State }) {
  const { t } = useTranslation()
  const figures = useFigures()
  const text = (n: number) =>
    state.unit === 'count' ? t('plan.projects', { count: n }) : `${figures.total(n)} ${figures.totalUnit}`
  const differs = state.held !== null && state.held !== state.declared
  const which = [
    state.quarter !== null && t('plan.quarter', { quarter: state.quarter }),
    ...NATURES.filter(one => state.natures.includes(one)).map(one => t(`nature.${one}`)),
    ...STAGES.filter(one => state.stages.includes(one)).map(one => t(`stage.${one}`)),
  ].filter(Boolean)
  return (
    <li className={differs ? 'plan-differs' : undefined}>
      {t(`plan.states.${state.of}`)}
      {which.length > 0 && <span className="soft"> {which.join(t('text.comma'))}</span>}{' '}
      {t('plan.declared', { value: text(state.declared) })}
      {t('text.comma')}
      {state.held === null ? (
        <span className="soft">{t('plan.held-unknown')}</span>
      ) : (
        <b>{t('plan.held', { value: text(state.held) })}</b>
      )}
      {state.asOf !== null && (
        <span className="soft"> {t('plan.declared-on', { day: figures.day(state.asOf) })}</span>
      )}
    </li>
  )
}
