import {
  addDays,
  addMonths,
  type Day,
  daysInMonth,
  isWorkingDay,
  makeDay,
  monthNumber,
  monthOf,
  type WorkingCalendar,
  yearOf,
} from '@guatu/kernel'
import type { Term } from '@guatu/scheme'

/** The clock stands (停表) after `from` up to and including `to`; without `to` it still stands. */
export interface Pause {
  readonly from: Day
  readonly to?: Day
  readonly why?: string
}

/** Something that runs from a day until it is done. */
export interface Run {
  readonly from: Day
  readonly done?: Day
  readonly pauses?: readonly Pause[]
}

export type RunState = 'done' | 'done-late' | 'running' | 'paused' | 'late'

export interface RunAnswer {
  readonly state: RunState
  /** Last day in time; null while the clock stands, since it moves with each day. */
  readonly due: Day | null
  /** Days of the term's own kind that have counted by the end of the run or the as-of date; null for months. */
  readonly used: number | null
  /** The answer leans on a calendar that is not published (暂定). */
  readonly provisional: boolean
}

/** How a run stands against its term. The first day counted is the one after `from`; the last day is still in time. */
export function judgeRun(run: Run, term: Term, asOf: Day, calendar: WorkingCalendar): RunAnswer {
  const pauses = run.pauses ?? []
  const end = run.done !== undefined && run.done <= asOf ? run.done : undefined
  const standing =
    end === undefined && pauses.some(one => one.from <= asOf && (one.to === undefined || one.to > asOf))
  const until = end ?? asOf
  const counts = (day: Day) => !pauses.some(one => day > one.from && (one.to === undefined || day <= one.to))
  const { due, provisional } = lastDay(run.from, term, counts, calendar)
  const used = usedDays(run.from, until, term, counts, calendar)
  if (end !== undefined)
    return { state: due === null || end <= due ? 'done' : 'done-late', due, used, provisional }
  if (due !== null && asOf > due) return { state: 'late', due, used, provisional }
  return { state: standing ? 'paused' : 'running', due: standing ? null : due, used, provisional }
}

/** The last day in time of something that begins on `from` and never pauses. */
export function termEnd(
  from: Day,
  term: Term,
  calendar: WorkingCalendar,
): { readonly due: Day; readonly provisional: boolean } {
  const { due, provisional } = lastDay(from, term, () => true, calendar)
  return { due: due ?? from, provisional }
}

/** No limit of a plan is longer; a pause without end never lets the term run out. */
const LONGEST = 5_000

function lastDay(
  from: Day,
  term: Term,
  counts: (day: Day) => boolean,
  calendar: WorkingCalendar,
): { due: Day | null; provisional: boolean } {
  if ('months' in term) {
    let due = monthsAfter(from, term.months)
    // Days on which the clock stood are added at the end, as they would be on a calendar.
    let stood = 0
    for (let day = addDays(from, 1); day <= due && stood < LONGEST; day = addDays(day, 1)) {
      if (counts(day)) continue
      stood += 1
      due = addDays(due, 1)
    }
    return { due: stood < LONGEST ? due : null, provisional: false }
  }
  const working = 'workingDays' in term
  let left = working ? term.workingDays : term.days
  let day = from
  let provisional = false
  for (let passed = 0; left > 0; passed += 1) {
    if (passed > LONGEST) return { due: null, provisional }
    day = addDays(day, 1)
    const is = isWorkingDay(calendar, day)
    if (working) provisional ||= is.provisional
    if (counts(day) && (!working || is.value)) left -= 1
  }
  return { due: day, provisional }
}

function usedDays(
  from: Day,
  to: Day,
  term: Term,
  counts: (day: Day) => boolean,
  calendar: WorkingCalendar,
): number | null {
  if ('months' in term) return null
  let used = 0
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1))
    if (counts(day) && (!('workingDays' in term) || isWorkingDay(calendar, day).value)) used += 1
  return used
}

/** The same day so many months on; the month's last day where it has none. */
export function monthsAfter(from: Day, months: number): Day {
  const month = addMonths(monthOf(from), months)
  const [year, number] = [yearOf(month), monthNumber(month)]
  return makeDay(year, number, Math.min(Number(from.slice(8)), daysInMonth(year, number)))
}
