import { addDays, type Day, weekday } from './day.ts'

/**
 * A published holiday calendar. `off` are days off that fall on a working weekday, `on` are make-up
 * working days at a weekend (调休上班). Beyond `publishedThrough` weekdays stand in, and every answer says so.
 */
export interface WorkingCalendar {
  readonly off: ReadonlySet<Day>
  readonly on: ReadonlySet<Day>
  readonly publishedThrough: Day
}

/** `provisional` (暂定): the answer leans on a day whose calendar is not published. */
export interface WorkingAnswer<T> {
  readonly value: T
  readonly provisional: boolean
}

export function isWorkingDay(calendar: WorkingCalendar, day: Day): WorkingAnswer<boolean> {
  const value = calendar.on.has(day) || (weekday(day) <= 5 && !calendar.off.has(day))
  return { value, provisional: day > calendar.publishedThrough }
}

/** The day that is `count` working days after `from` (before it when negative); `from` itself is not counted. */
export function addWorkingDays(calendar: WorkingCalendar, from: Day, count: number): WorkingAnswer<Day> {
  const step = count < 0 ? -1 : 1
  let day = from
  let provisional = false
  for (let left = Math.abs(count); left > 0; ) {
    day = addDays(day, step)
    const answer = isWorkingDay(calendar, day)
    provisional ||= answer.provisional
    if (answer.value) left -= 1
  }
  return { value: day, provisional }
}

/** Working days after `from` up to and including `to`; 0 when `to` is not later. */
export function workingDaysBetween(calendar: WorkingCalendar, from: Day, to: Day): WorkingAnswer<number> {
  let value = 0
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) {
    if (isWorkingDay(calendar, day).value) value += 1
  }
  return { value, provisional: to > from && to > calendar.publishedThrough }
}

/** The construction season (有效施工期) as month-days `MM-DD`, both inside; a setting, since no source fixes it. */
export interface Season {
  readonly from: string
  readonly to: string
}

export function inSeason(season: Season, day: Day): boolean {
  const monthDay = day.slice(5)
  return season.from <= season.to
    ? monthDay >= season.from && monthDay <= season.to
    : monthDay >= season.from || monthDay <= season.to
}
