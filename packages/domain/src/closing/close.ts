import { type Day, fault, ok, type Period, periodSpan, type Result } from '@guatu/kernel'
import type { UnitCompleteness } from '../completeness/index.ts'
import type { ReturnActor } from '../return/index.ts'

export interface ClosingRequest {
  readonly period: Period
  /** The first day that its returns are about, as `AskedReturn` has it. */
  readonly from: Day
  readonly actor: ReturnActor
  /** The business day. */
  readonly asOf: Day
  /** Periods closed already. */
  readonly closed: readonly Period[]
  /** Of every return of the period, as `completenessOf` gives them. */
  readonly returns: readonly UnitCompleteness[]
  /** Units that the dispatcher has seen to be missing or not accepted, and closes without. */
  readonly confirmed: readonly string[]
}

export interface ClosingPlan {
  readonly period: Period
  /** Figures are frozen from this day to the period's end: those of January too, where its return is February's. */
  readonly from: Day
  /** The period's end, by which it is evaluated. */
  readonly asOf: Day
  readonly accepted: readonly string[]
  /** Units of which nothing came. */
  readonly missing: readonly string[]
  /** Units whose return came and is not accepted. */
  readonly notAccepted: readonly string[]
  /** Rows of which no figure came, of all units. */
  readonly blankRows: number
}

/** Whether a period may be closed (关期) now, and what its closing says of the returns. */
export function closePeriod(request: ClosingRequest): Result<ClosingPlan> {
  const { period, from, actor, asOf, closed, returns, confirmed } = request
  const { end } = periodSpan(period)
  if (actor.role !== 'dispatcher') return fault('closing.not-yours')
  if (closed.includes(period)) return fault('closing.already', { period })
  if (asOf < end) return fault('closing.not-ended', { period, end })
  const missing = returns.filter(one => one.sentOn === null && !one.accepted).map(one => one.unit)
  const notAccepted = returns.filter(one => one.sentOn !== null && !one.accepted).map(one => one.unit)
  const unconfirmed = [...missing, ...notAccepted].filter(unit => !confirmed.includes(unit))
  if (unconfirmed.length > 0)
    return fault('closing.unconfirmed', { units: unconfirmed.join(','), count: unconfirmed.length })
  return ok({
    period,
    from,
    asOf: end,
    accepted: returns.filter(one => one.accepted).map(one => one.unit),
    missing,
    notAccepted,
    blankRows: returns.reduce((sum, one) => sum + one.missing.length, 0),
  })
}
