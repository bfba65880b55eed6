import { type Period, periodSpan } from '@guatu/kernel'

/** Whether closing the one freezes the other: each period that lies wholly inside it, itself too. */
export function freezes(closed: Period, period: Period): boolean {
  const [outer, inner] = [periodSpan(closed), periodSpan(period)]
  return inner.start >= outer.start && inner.end <= outer.end
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
  closed: readonly Period[],
  unlocks: readonly UnlockFact[],
  now: string,
): Period | undefined {
  const isOpen = (one: Period) => unlocks.some(unlock => unlock.period === one && isOpenAt(unlock, now))
  return closed.find(one => freezes(one, period) && !isOpen(one))
}
