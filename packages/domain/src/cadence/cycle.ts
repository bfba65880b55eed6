import {
  addDays,
  addWorkingDays,
  type Day,
  dayNumber,
  lastDayOf,
  makeMonth,
  monthNumber,
  must,
  nextPeriod,
  type Period,
  periodKind,
  periodOf,
  periodSpan,
  type Span,
  type WorkingCalendar,
  workingDaysBetween,
  yearOf,
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

/** The cycle that the period belongs to: of every other week, the pair ends with its second. */
export function cycleOf(cadence: Cadence, within: Period, calendar: WorkingCalendar): Cycle {
  const period = lastOfCycle(cadence, within)
  return { cadence: cadence.id, period, ...dueOf(cadence, period, calendar) }
}

/** First and last day that a cycle is about. */
export function cycleSpan({ everyOther }: Cadence, { period }: Cycle): Span {
  const { start, end } = periodSpan(period)
  return { start: everyOther === undefined ? start : addDays(start, -7), end }
}

function lastOfCycle({ everyOther }: Cadence, period: Period): Period {
  if (everyOther === undefined) return period
  const first = periodSpan(periodOf('week', everyOther)).start
  const weeks = Math.floor((dayNumber(periodSpan(period).start) - dayNumber(first)) / 7)
  return weeks % 2 === 0 ? nextPeriod(period) : period
}

function dueOf(
  { dueDays, dueWorkingDays, dueMonth }: Cadence,
  period: Period,
  calendar: WorkingCalendar,
): Pick<Cycle, 'due' | 'provisional'> {
  const { start, end } = periodSpan(period)
  if (dueDays !== undefined) {
    const due = addDays(end, dueDays)
    return { due, provisional: due > calendar.publishedThrough }
  }
  if (dueWorkingDays !== undefined) {
    const { value, provisional } = addWorkingDays(calendar, end, dueWorkingDays)
    return { due: value, provisional }
  }
  if (dueMonth === undefined) return { due: end, provisional: false }
  const month = makeMonth(yearOf(start), monthNumber(start) + dueMonth - 1)
  return { due: lastDayOf(month), provisional: false }
}

/** The last cycle that was due before the as-of date: until the next one is due, it is the one to be late with. */
export function lastDue(cadence: Cadence, asOf: Day, calendar: WorkingCalendar): Cycle {
  let cycle = cycleOf(cadence, periodOf(cadence.every, asOf), calendar)
  while (cycle.due >= asOf) cycle = cycleOf(cadence, periodBefore(cadence, cycle), calendar)
  return cycle
}

function periodBefore(cadence: Cadence, cycle: Cycle): Period {
  const kind = must(periodKind(cycle.period), 'kind of a period')
  return periodOf(kind, addDays(cycleSpan(cadence, cycle).start, -1))
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
