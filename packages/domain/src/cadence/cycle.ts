import {
  addDays,
  addWorkingDays,
  type Day,
  dayNumber,
  firstDayOf,
  lastDayOf,
  makeDay,
  makeMonth,
  monthNumber,
  must,
  nextPeriod,
  type Period,
  periodKind,
  periodOf,
  periodSpan,
  type Span,
  type WorkingAnswer,
  type WorkingCalendar,
  workingDaysBetween,
  yearOf,
} from '@guatu/kernel'
import type { Cadence } from '@guatu/scheme'

/** One turn of a cadence: the period it is about and its three clocks. */
export interface Cycle {
  readonly cadence: string
  readonly period: Period
  /** The first day on which a return may be sent. */
  readonly opens: Day
  readonly due: Day
  /** The last day on which a reporter may still send one; absent: until the period closes. */
  readonly locks?: Day
  /** A day leans on a calendar that is not published yet (暂定). */
  readonly provisional: boolean
}

/** The cycle that the period belongs to: of every other week the pair, of months together all of them; it bears the last's name. */
export function cycleOf(cadence: Cadence, within: Period, calendar: WorkingCalendar): Cycle {
  const period = lastOfCycle(cadence, within)
  const due = dueOf(cadence, period, calendar)
  const locks = locksOf(cadence, due.value, calendar)
  return {
    cadence: cadence.id,
    period,
    opens: opensOf(cadence, period),
    due: due.value,
    ...(locks && { locks: locks.value }),
    provisional: due.provisional || (locks?.provisional ?? false),
  }
}

/** First and last day that a cycle is about. */
export function cycleSpan({ everyOther, together }: Cadence, { period }: Pick<Cycle, 'period'>): Span {
  const { start, end } = periodSpan(period)
  if (everyOther !== undefined) return { start: addDays(start, -7), end }
  if (!together?.includes(monthNumber(period))) return { start, end }
  return { start: makeDay(yearOf(period), Math.min(...together), 1), end }
}

/** The period that a cycle bears the name of. */
export function lastOfCycle({ everyOther, together }: Cadence, period: Period): Period {
  if (together?.includes(monthNumber(period))) return makeMonth(yearOf(period), Math.max(...together))
  if (everyOther === undefined) return period
  const first = periodSpan(periodOf('week', everyOther)).start
  const weeks = Math.floor((dayNumber(periodSpan(period).start) - dayNumber(first)) / 7)
  return weeks % 2 === 0 ? nextPeriod(period) : period
}

function opensOf({ opensDays, dueMonth }: Cadence, period: Period): Day {
  const { start, end } = periodSpan(period)
  if (opensDays !== undefined) return addDays(end, opensDays)
  return dueMonth === undefined ? end : firstDayOf(monthOfPeriod(start, dueMonth))
}

function dueOf(
  { dueDays, dueWorkingDays, dueMonth }: Cadence,
  period: Period,
  calendar: WorkingCalendar,
): WorkingAnswer<Day> {
  const { start, end } = periodSpan(period)
  if (dueDays !== undefined) return daysAfter(end, dueDays, calendar)
  if (dueWorkingDays !== undefined) return addWorkingDays(calendar, end, dueWorkingDays)
  const value = dueMonth === undefined ? end : lastDayOf(monthOfPeriod(start, dueMonth))
  return { value, provisional: false }
}

function locksOf(
  { lockDays, lockWorkingDays }: Cadence,
  due: Day,
  calendar: WorkingCalendar,
): WorkingAnswer<Day> | undefined {
  if (lockDays !== undefined) return daysAfter(due, lockDays, calendar)
  return lockWorkingDays === undefined ? undefined : addWorkingDays(calendar, due, lockWorkingDays)
}

function daysAfter(day: Day, days: number, calendar: WorkingCalendar): WorkingAnswer<Day> {
  const value = addDays(day, days)
  return { value, provisional: value > calendar.publishedThrough }
}

/** `number`: 1 is the month in which the period starts. */
const monthOfPeriod = (start: Day, number: number) =>
  makeMonth(yearOf(start), monthNumber(start) + number - 1)

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

/** Cycles that have opened by the as-of date and fell or fall due on or after `since`, in time order. */
export function cyclesOpen(cadence: Cadence, since: Day, asOf: Day, calendar: WorkingCalendar): Cycle[] {
  if (isOnCall(cadence)) return []
  const cycles: Cycle[] = []
  let cycle = lastDue(cadence, since, calendar)
  while (cycle.opens <= asOf) {
    if (cycle.due >= since) cycles.push(cycle)
    cycle = cycleOf(cadence, nextPeriod(cycle.period), calendar)
  }
  return cycles
}

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

export const workingDaysLate = (cycle: Pick<Cycle, 'due'>, asOf: Day, calendar: WorkingCalendar) =>
  workingDaysBetween(calendar, cycle.due, asOf).value

/** The working day before a day off, or the day itself: what a clerk plans by. */
export function workingDayBefore(day: Day, calendar: WorkingCalendar): Day {
  return addWorkingDays(calendar, addDays(day, 1), -1).value
}
