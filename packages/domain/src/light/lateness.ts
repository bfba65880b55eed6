import {
  addMonths,
  dayFromNumber,
  dayNumber,
  daysInMonth,
  isWorkingDay,
  lastDayOf,
  makeDay,
  monthNumber,
  monthOf,
  monthsBetween,
  type Rate,
  workingDaysBetween,
  yearOf,
} from '@guatu/kernel'
import type { Measure } from '@guatu/scheme'
import { PUBLISHED_CALENDAR } from '../calendar/index.ts'

type Late = Extract<Measure, { readonly done: unknown }>

/** No month is longer: whole months and the days left over as one number that whole months can be compared with. */
const MONTH = 31

/** How late it is on `today` where `due` (days since 1970) has passed; undefined where nothing is late yet. */
export function lateness(measure: Late, due: number, today: number): Rate | undefined {
  if (measure.kind === 'months-late' && measure.by === 'month') {
    const ends = monthEnds(due, today)
    return ends > 0 ? { d: 1, n: ends } : undefined
  }
  if (!(due < today)) return undefined
  switch (measure.kind) {
    case 'days-late':
      return { d: 1, n: today - due }
    case 'working-days-late':
      return { d: 1, n: workingDays(due, today) }
    case 'months-late':
      return monthsPast(due, today)
  }
}

/** Month ends from that of the due month to `today`. */
function monthEnds(due: number, today: number): number {
  const [from, to] = [dayFromNumber(due), dayFromNumber(today)]
  return monthsBetween(monthOf(from), monthOf(to)) + (to === lastDayOf(monthOf(to)) ? 1 : 0)
}

/** From 31 January one month is over on the last of February. */
function monthsPast(due: number, today: number): Rate {
  const [from, to] = [dayFromNumber(due), dayFromNumber(today)]
  const months = monthsBetween(monthOf(from), monthOf(to))
  const reached = monthsAfter(due, months)
  const whole = reached <= today ? months : months - 1
  return { d: MONTH, n: whole * MONTH + today - monthsAfter(due, whole) }
}

function monthsAfter(day: number, months: number): number {
  const from = dayFromNumber(day)
  const month = addMonths(monthOf(from), months)
  const date = Math.min(Number(from.slice(8, 10)), daysInMonth(yearOf(month), monthNumber(month)))
  return dayNumber(makeDay(yearOf(month), monthNumber(month), date))
}

/** Working days from the first of 2000 to each day after it: many projects are late by one calendar. */
const counted: number[] = [0]
const FIRST = dayNumber('2000-01-01')

function workingDays(due: number, today: number): number {
  if (due < FIRST) {
    return workingDaysBetween(PUBLISHED_CALENDAR, dayFromNumber(due), dayFromNumber(today)).value
  }
  return workingDaysTo(today) - workingDaysTo(due)
}

function workingDaysTo(day: number): number {
  for (let next = counted.length; next <= day - FIRST; next++) {
    const { value } = isWorkingDay(PUBLISHED_CALENDAR, dayFromNumber(FIRST + next))
    counted.push((counted[next - 1] ?? 0) + (value ? 1 : 0))
  }
  return counted[day - FIRST] ?? 0
}
