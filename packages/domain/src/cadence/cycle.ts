import {
  addDays,
  addWorkingDays,
  type Day,
  nextPeriod,
  type Period,
  periodOf,
  periodSpan,
  type WorkingCalendar,
  workingDaysBetween,
} from '@guatu/kernel'
import type { Cadence } from '@guatu/scheme'

/** One turn of a cadence: the period it is about and the day by which it is due. */
export interface Cycle {
  readonly cadence: string
  readonly period: Period
  readonly due: Day
  /** The due day leans on a calendar that is not published yet (暂定). */
  readonly provisional: boolean
}

export function cycleOf(cadence: Cadence, period: Period, calendar: WorkingCalendar): Cycle {
  const { end } = periodSpan(period)
  if (cadence.dueDays === undefined) return { cadence: cadence.id, period, due: end, provisional: false }
  const due = addDays(end, cadence.dueDays)
  return { cadence: cadence.id, period, due, provisional: due > calendar.publishedThrough }
}

/** The last cycle whose period ended by the as-of date. */
export function lastEnded(cadence: Cadence, asOf: Day, calendar: WorkingCalendar): Cycle {
  const current = periodOf(cadence.every, asOf)
  if (periodSpan(current).end <= asOf) return cycleOf(cadence, current, calendar)
  return cycleOf(cadence, periodOf(cadence.every, addDays(periodSpan(current).start, -1)), calendar)
}

/** Cycles that fall due after the as-of date and within `days` of it. */
export function dueWithin(cadence: Cadence, asOf: Day, days: number, calendar: WorkingCalendar): Cycle[] {
  const until = addDays(asOf, days)
  const cycles: Cycle[] = []
  let period = lastEnded(cadence, asOf, calendar).period
  for (let cycle = cycleOf(cadence, period, calendar); cycle.due <= until; ) {
    if (cycle.due > asOf) cycles.push(cycle)
    period = nextPeriod(period)
    cycle = cycleOf(cadence, period, calendar)
  }
  return cycles
}

export const workingDaysLate = (cycle: Cycle, asOf: Day, calendar: WorkingCalendar) =>
  workingDaysBetween(calendar, cycle.due, asOf).value

/** The working day before a day off, or the day itself: what a clerk plans by. */
export function workingDayBefore(day: Day, calendar: WorkingCalendar): Day {
  return addWorkingDays(calendar, addDays(day, 1), -1).value
}
