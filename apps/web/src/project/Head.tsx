import type { ProjectPage } from '@guatu/contract'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { pointsText } from '../figure/text.ts'
import { useFigures } from '../figure/use-figures.ts'
import { usePick } from '../language/index.ts'
import { stageText } from '../light/reason.ts'
import { useVocabulary } from '../session/me.ts'
import { Synthetic } from '../time/TimeBar.tsx'
import { FormerNames } from '../unit/FormerNames.tsx'
import { isNature } from '../why/scope.ts'

/** What a leader must know before getting out of the car: whose it is, where it stands, how far behind. */
export function Head({ data, children }: { data: ProjectPage; children?: ReactNode }) {
  const { t } = useTranslation()
  const figures = useFigures()
  const { row } = data
  const done = row.invested !== null && row.annualPlan ? { n: row.invested, d: row.annualPlan } : null
  const due = row.planToDate !== null && row.annualPlan ? { n: row.planToDate, d: row.annualPlan } : null
  const gap = pointsText(done, due)
  const problem = data.returns.find(one => one.figures.problem !== undefined)?.figures.problem
  const amount = (minor: number | null) => (
    <>
      {figures.row(minor)} <small>{figures.rowUnit}</small>
    </>
  )
  return (
    <header className="panel project-head">
      <h1>
        {row.name} {row.synthetic && <Synthetic />}
        <FormerNames names={row.formerNames} />
      </h1>
      <Facts data={data} />
      <dl className="key-figures">
        <Pair label={t('field.annual-plan')}>{amount(row.annualPlan)}</Pair>
        <Pair label={t('field.plan-to-date')}>{amount(row.planToDate)}</Pair>
        <Pair label={t('field.invest-ytd')}>
          {row.invested === null ? t('standing.unreported') : amount(row.invested)}
        </Pair>
        <Pair label={t('project.completion')}>
          {figures.percent(done)} {gap && <small>{t('project.gap-points', { gap })}</small>}
        </Pair>
        <Pair label={t('field.total-invest')}>{amount(row.totalInvest)}</Pair>
      </dl>
      {typeof problem === 'string' && <p className="problem">{t('todo.problem', { problem })}</p>}
      {children}
    </header>
  )
}

function Facts({ data }: { data: ProjectPage }) {
  const { t } = useTranslation()
  const figures = useFigures()
  const pick = usePick()
  const { lists } = useVocabulary()
  const { row } = data
  const memberships = data.memberships.map(({ list, nature }) => {
    const one = lists.find(({ id }) => id === list)
    return `${one ? pick(one) : list}${nature && isNature(nature) ? ` ${t(`nature.${nature}`)}` : ''}`
  })
  return (
    <dl className="facts">
      <Pair label={t('matrix.unit')}>{row.leadUnitName}</Pair>
      {row.leader && <Pair label={t('facet.leader')}>{row.leader}</Pair>}
      {row.stage && <Pair label={t('project.stage')}>{stageText(row.stage, t)}</Pair>}
      {row.ownerUnitName && <Pair label={t('project.owner')}>{row.ownerUnitName}</Pair>}
      {row.townUnitName && <Pair label={t('project.town')}>{row.townUnitName}</Pair>}
      {data.place && <Pair label={t('project.place')}>{data.place}</Pair>}
      {row.code && <Pair label={t('project.code')}>{row.code}</Pair>}
      {data.plannedStart && <Pair label={t('field.planned-start')}>{figures.day(data.plannedStart)}</Pair>}
      {data.plannedCompletion && (
        <Pair label={t('field.planned-completion')}>{figures.day(data.plannedCompletion)}</Pair>
      )}
      <Pair label={t('facet.list')}>{memberships.join(t('text.comma'))}</Pair>
    </dl>
  )
}

function Pair({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}
