import { addDays, type Day, type Period, periodOf, periodSpan, type WorkingCalendar } from '@guatu/kernel'
import type { Scheme } from '@guatu/scheme'
import { cycleOf, cycleSpan, isOnCall } from '../cadence/index.ts'

/**
 * The last period that ended before the day, of the first cadence that asks for returns; by month where returns come
 * when they are called.
 */
export function periodBefore(
  scheme: Scheme,
  day: Day,
  calendar: WorkingCalendar,
): { period: Period; end: Day } {
  const cadence = scheme.cadences.find(one => one.asksReturn)
  if (!cadence || isOnCall(cadence)) {
    const end = addDays(periodSpan(periodOf('month', day)).start, -1)
    return { period: periodOf('month', end), end }
  }
  const cycleAt = (at: Day) => cycleOf(cadence, periodOf(cadence.every, at), calendar)
  const end = addDays(cycleSpan(cadence, cycleAt(day)).start, -1)
  return { period: cycleAt(end).period, end }
}
