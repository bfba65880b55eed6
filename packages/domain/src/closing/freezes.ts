import { type Period, periodSpan, type Span } from '@guatu/kernel'

/** First and last day are those of all that was asked together: closing January and February, named by February, begins with January. */
export interface ClosedPeriod extends Span {
  readonly period: Period
}

/** Whether closing that span freezes a period: each that lies wholly inside it. */
export function freezes(closed: Span, period: Period): boolean {
  const { start, end } = periodSpan(period)
  return start >= closed.start && end <= closed.end
}

/** A time in which a closed period takes figures again. Instants as ISO text in UTC. */
export interface UnlockFact {
  readonly period: Period
  readonly reason: string
  readonly by: string
  readonly from: string
  readonly until: string
  /** When somebody ended it before its time. */
  readonly ended?: string
}

/** `now`: ISO text in UTC. */
export const isOpenAt = ({ from, until, ended }: UnlockFact, now: string): boolean =>
  from <= now && now < until && (ended === undefined || now < ended)

/** The closed period that holds this one shut at that instant; an unlock of just that period opens it. */
export function shutBy(
  period: Period,
  closed: readonly ClosedPeriod[],
  unlocks: readonly UnlockFact[],
  now: string,
): Period | undefined {
  const isOpen = (one: Period) => unlocks.some(unlock => unlock.period === one && isOpenAt(unlock, now))
  return closed.find(one => freezes(one, period) && !isOpen(one.period))?.period
}
