import type { ProjectRow } from '@guatu/contract'
import { subtractRates } from '@guatu/kernel'
import type { ReactNode } from 'react'
import { NO_FIGURE, pointsText } from '../figure/text.ts'
import { fieldName, stageText, type Telling, valueText } from '../light/reason.ts'
import { isNature } from '../why/scope.ts'
import { Lights } from './Lights.tsx'
import type { ProjectList } from './list.ts'
import { Sparkline } from './Sparkline.tsx'

type Sums = ProjectList['sums']

export interface Column {
  readonly id: string
  readonly label: string
  /** Stands small under the label. */
  readonly unit?: string
  readonly number?: true
  /** Absent where nothing is sorted by it. */
  readonly sort?: string
  readonly cell: (row: ProjectRow) => ReactNode
  readonly sum?: (sums: Sums) => ReactNode
}

/** The columns of those ids, in the reader's words. */
export function columnsOf(ids: readonly string[], telling: Telling): Column[] {
  const known = knownColumns(telling)
  return ids.flatMap(id => (id.startsWith('field:') ? [fieldColumn(id, telling)] : (known[id] ?? [])))
}

const text = (id: string, label: string, cell: Column['cell']): Column => ({ id, label, sort: id, cell })

function knownColumns(telling: Telling): Readonly<Record<string, Column>> {
  const { t, figures, pick, vocabulary } = telling
  const listName = (id: string) => {
    const list = vocabulary.lists.find(one => one.id === id)
    return list ? pick(list) : id
  }
  const money = (id: string, label: string, of: (row: ProjectRow | Sums) => number | null): Column => ({
    id,
    label,
    unit: figures.rowUnit,
    number: true,
    sort: id,
    cell: row => figures.row(of(row)),
    sum: sums => figures.row(of(sums)),
  })
  const all: Column[] = [
    text('code', t('project.code'), row => row.code),
    { id: 'lights', label: t('project.lights'), sort: 'severity', cell: row => <Lights row={row} /> },
    text('list', t('facet.list'), row => row.lists.map(listName).join(t('text.comma'))),
    text('unit', t('matrix.unit'), row => row.leadUnitName),
    text('owner', t('project.owner'), row => row.ownerUnitName),
    text('place', t('facet.place'), row => row.townUnitName || row.place),
    text('leader', t('facet.leader'), row => row.leader),
    text('sector', t('facet.sector'), row => row.sector),
    text('fund', t('facet.fund'), row => row.fundSource),
    text('nature', t('facet.nature'), row => row.nature && isNature(row.nature) && t(`nature.${row.nature}`)),
    text('stage', t('project.stage'), row => row.stage && stageText(row.stage, t)),
    money('total-invest', t('field.total-invest'), row => row.totalInvest),
    money('annual-plan', t('field.annual-plan'), row => row.annualPlan),
    money('plan-to-date', t('field.plan-to-date'), row => row.planToDate),
    {
      ...money('invested', t('field.short'), row => row.invested),
      cell: row =>
        row.invested === null ? (
          <span className="soft">{t('standing.unreported')}</span>
        ) : (
          figures.row(row.invested)
        ),
    },
    {
      id: 'completion',
      label: t('project.completion'),
      unit: '%',
      number: true,
      sort: 'completion',
      cell: row => figures.percent(completion(row).of),
      sum: sums => (
        <>
          {figures.percent(completion(sums).of)}
          <span className="nd">
            {figures.total(sums.invested)}/{figures.total(sums.annualPlan)} {figures.totalUnit}
          </span>
        </>
      ),
    },
    {
      id: 'gap',
      label: t('tile.against.to-date'),
      unit: t('unit.points'),
      number: true,
      sort: 'gap',
      cell: row => completion(row).points,
      sum: sums => completion(sums).points,
    },
    { id: 'year', label: t('project.spark-head'), cell: row => <Sparkline row={row} /> },
    {
      id: 'period',
      label: t('project.period'),
      sort: 'period',
      cell: row => (
        <>
          {row.period && figures.period(row.period)}
          {row.silent && <span className="silent">{t('project.silent')}</span>}
        </>
      ),
    },
  ]
  return Object.fromEntries(all.map(column => [column.id, column]))
}

function fieldColumn(id: string, telling: Telling): Column {
  const { figures, vocabulary } = telling
  const name = id.slice('field:'.length)
  const field = vocabulary.fields.find(one => one.id === name)
  const isMoney = field?.type === 'money'
  return {
    id,
    label: fieldName(name, telling),
    unit: isMoney ? figures.rowUnit : undefined,
    number: isMoney || field?.type === 'integer' || field?.type === 'rate' ? true : undefined,
    sort: id,
    cell: row => {
      const value = row.extra[name]
      if (value === undefined) return NO_FIGURE
      return isMoney && typeof value === 'number'
        ? figures.row(value)
        : valueText(field?.type ?? 'text', value, telling)
    },
  }
}

/** Done of the year's plan, and how many points that is from the plan to date. */
function completion({
  invested,
  annualPlan,
  planToDate,
}: {
  invested: number | null
  annualPlan: number | null
  planToDate: number | null
}) {
  if (invested === null || !annualPlan) return { points: undefined, of: null }
  const of = { n: invested, d: annualPlan }
  const due = planToDate === null ? null : { n: planToDate, d: annualPlan }
  return { points: due && subtractRates(of, due) ? pointsText(of, due) : undefined, of }
}
