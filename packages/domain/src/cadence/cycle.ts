import {
  addDays,
  addWorkingDays,
  type Day,
  must,
  nextPeriod,
  type Period,
  periodKind,
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

/** The last cycle that was due before the as-of date: until the next one is due, it is the one to be late with. */
export function lastDue(cadence: Cadence, asOf: Day, calendar: WorkingCalendar): Cycle {
  let cycle = cycleOf(cadence, periodOf(cadence.every, asOf), calendar)
  while (cycle.due >= asOf) cycle = cycleOf(cadence, periodBefore(cycle.period), calendar)
  return cycle
}

function periodBefore(period: Period): Period {
  const kind = must(periodKind(period), 'kind of a period')
  return periodOf(kind, addDays(periodSpan(period).start, -1))
}

/** Report dates by the day come when the office calls them: nothing of theirs falls due or is late by itself. */
export const isOnCall = (cadence: Cadence) => cadence.every === 'day'

/** Cycles that fall due after the as-of date and within `days` of it. */
export function dueWithin(cadence: Cadence, asOf: Day, days: number, calendar: WorkingCalendar): Cycle[] {
  if (isOnCall(cadence)) return []
  const until = addDays(asOf, days)
  const cycles: Cycle[] = []
  let cycle = lastDue(cadence, asOf, calendar)
  while (cycle.due <= until) {
    if (cycle.due > asOf) cycles.push(cycle)
    cycle = cycleOf(cadence, nextPeriod(cycle.period), calendar)
  }
  return cycles
}

export const workingDaysLate = (cycle: Cycle, asOf: Day, calendar: WorkingCalendar) =>
  workingDaysBetween(calendar, cycle.due, asOf).value

/** The working day before a day off, or the day itself: what a clerk plans by. */
export function workingDayBefore(day: Day, calendar: WorkingCalendar): Day {
  return addWorkingDays(calendar, addDays(day, 1), -1).value
}
