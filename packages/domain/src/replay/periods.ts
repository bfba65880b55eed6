import { nextPeriod, type Period, periodKind, periodSpan } from '@guatu/kernel'

export type PeriodsFault = 'kinds' | 'order' | 'many'
/** Five years of months, or a year of weeks: more is no table that anybody reads. */
export const PERIODS_MOST = 60

/** The periods of one kind from the first to the last, or what is wrong with them. */
export function periodsBetween(from: Period, to: Period): readonly Period[] | PeriodsFault {
  if (periodKind(from) !== periodKind(to)) return 'kinds'
  if (periodSpan(to).end < periodSpan(from).end) return 'order'
  const periods = [from]
  for (let last = from; last !== to; periods.push(last)) {
    if (periods.length === PERIODS_MOST) return 'many'
    last = nextPeriod(last)
  }
  return periods
}
