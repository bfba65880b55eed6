import { type Day, groupBy, type Minor, must, periodSpan, yearOf } from '@guatu/kernel'
import type { Scheme } from '@guatu/scheme'
import { curveOf, listCurves } from '../evaluate/index.ts'
import type { Facts, FieldId, FieldShape, FieldValue, MembershipFact, ReturnFact } from '../facts/index.ts'
import { currentMemberships } from '../library/index.ts'
import { type PlanToDate, planToDate } from '../plan/index.ts'
import { endedReturns, type Figure, fieldShapes } from '../project/index.ts'
import type { AskedReturn, AskedRow } from './asked.ts'

/** A row with all that is known of it. */
export interface PrefilledRow extends AskedRow {
  readonly cells: readonly PrefilledCell[]
  /** Of the first of its lists in the order of the scheme, at the period's end; null where that list sets none. */
  readonly plan: RowPlan | null
}

/** One asked field. A figure that nobody gave is absent: blank is not 0. */
export interface PrefilledCell {
  readonly field: FieldId
  readonly type: FieldShape['type']
  /** Reported for this very period already. */
  readonly now?: Figure
  /** The newest figure of an earlier end, this month's weeks included: what the cell is filled with beforehand. */
  readonly last?: Figure
  /**
   * What a figure of the period is compared with: the newest of those that ended before it began, in minor units or as a
   * count. 0 for a figure of the year in the year's first period.
   */
  readonly base?: number
  /** `now` (or else `last`) minus `base`. */
  readonly change?: number
}

export interface RowPlan {
  readonly list: string
  readonly annual: Minor | null
  readonly toDate: Minor
  readonly curve: PlanToDate['curve']
}

export function prefilledRows(scheme: Scheme, facts: Facts, asked: AskedReturn): PrefilledRow[] {
  const shapes = fieldShapes(scheme.fields)
  const curves = listCurves(scheme)
  const order = new Map(scheme.lists.map((list, index) => [list.id, index]))
  const returns = groupBy(facts.returns, one => one.project)
  const memberships = groupBy(facts.memberships, one => one.project)
  const { end } = periodSpan(asked.period)
  return asked.rows.map(row => {
    const known = returns.get(row.project) ?? []
    const [first] = currentMemberships({ memberships: memberships.get(row.project) ?? [] }, order, end)
    return {
      ...row,
      cells: row.fields.map(field => cellOf(field, must(shapes.get(field), field), known, asked)),
      plan: first ? planOf(first, { curves }, end) : null,
    }
  })
}

type Shape = Pick<FieldShape, 'type' | 'accrues'>

function cellOf(
  field: FieldId,
  { type, accrues }: Shape,
  returns: readonly ReturnFact[],
  { period, from }: AskedReturn,
): PrefilledCell {
  const { end } = periodSpan(period)
  const yearly = accrues === 'year'
  const figures = figuresOf(field, returns, end).filter(
    one => !yearly || yearOf(periodSpan(one.period).end) === yearOf(end),
  )
  const now = figures.find(one => one.period === period)
  const last = figures.filter(one => one.period !== period).at(-1)
  const before = figures.filter(one => periodSpan(one.period).end < from).at(-1)
  const base = numberOf(before?.value) ?? (yearly && from.endsWith('-01-01') ? 0 : undefined)
  const value = numberOf((now ?? last)?.value)
  return {
    field,
    type,
    ...(now && { now }),
    ...(last && { last }),
    ...(base !== undefined && { base }),
    ...(base !== undefined && value !== undefined && { change: value - base }),
  }
}

/** In time order, of periods that ended by the day. */
const figuresOf = (field: FieldId, returns: readonly ReturnFact[], day: Day): Figure[] =>
  endedReturns(returns, day).flatMap(({ one }) => {
    const value = one.figures[field]
    return value === undefined ? [] : [{ value, period: one.period, entry: one.sources?.[field] }]
  })

const numberOf = (value: FieldValue | undefined) => (typeof value === 'number' ? value : undefined)

function planOf(membership: MembershipFact, curves: Parameters<typeof curveOf>[0], end: Day): RowPlan | null {
  const { list, nature, annualPlan } = membership
  const plan = planToDate(membership, curveOf(curves, list, nature), end)
  return plan ? { list, annual: annualPlan ?? null, toDate: plan.amount, curve: plan.curve } : null
}
