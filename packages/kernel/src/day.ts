import { compareText } from './collect.ts'

/** A calendar day as `YYYY-MM-DD`. Strings compare in time order; no time zone, no Date object. */
export type Day = string
/** A calendar month as `YYYY-MM`. */
export type Month = string

const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const pad = (n: number, width: number) => String(n).padStart(width, '0')

export const isLeapYear = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

/** `month` is 1 to 12. */
export const daysInMonth = (year: number, month: number) =>
  month === 2 && isLeapYear(year) ? 29 : (MONTH_LENGTHS[month - 1] ?? 0)

export const yearOf = (text: Day | Month) => Number(text.slice(0, 4))
/** 1 to 12. */
export const monthNumber = (text: Day | Month) => Number(text.slice(5, 7))
export const monthOf = (day: Day): Month => day.slice(0, 7)
const dayOfMonth = (day: Day) => Number(day.slice(8, 10))

export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const month = monthNumber(text)
  return (
    month >= 1 && month <= 12 && dayOfMonth(text) >= 1 && dayOfMonth(text) <= daysInMonth(yearOf(text), month)
  )
}

export const isMonth = (text: string): boolean => /^\d{4}-(0[1-9]|1[0-2])$/.test(text)

export const makeDay = (year: number, month: number, day: number): Day =>
  `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`
export const makeMonth = (year: number, month: number): Month => `${pad(year, 4)}-${pad(month, 2)}`

/** Days since 1970-01-01, by the civil-calendar algorithm (era of 400 years, March-based year). */
export function dayNumber(day: Day): number {
  const month = monthNumber(day)
  const year = yearOf(day) - (month <= 2 ? 1 : 0)
  const era = Math.floor(year / 400)
  const yearOfEra = year - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + dayOfMonth(day) - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146097 + dayOfEra - 719468
}

export function dayFromNumber(number: number): Day {
  const shifted = number + 719468
  const era = Math.floor(shifted / 146097)
  const dayOfEra = shifted - era * 146097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) /
      365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
  return makeDay(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
}

export const addDays = (day: Day, days: number): Day => dayFromNumber(dayNumber(day) + days)
/** Days from `from` to `to`; negative when `to` is earlier. */
export const earlierDay = (a: Day, b: Day): Day => (compareText(a, b) < 0 ? a : b)
export const daysBetween = (from: Day, to: Day) => dayNumber(to) - dayNumber(from)
/** 1 Monday to 7 Sunday. */
export const weekday = (day: Day) => ((((dayNumber(day) + 3) % 7) + 7) % 7) + 1

export const firstDayOf = (month: Month): Day => `${month}-01`
export const lastDayOf = (month: Month): Day =>
  `${month}-${pad(daysInMonth(yearOf(month), monthNumber(month)), 2)}`

export function addMonths(month: Month, months: number): Month {
  const index = yearOf(month) * 12 + monthNumber(month) - 1 + months
  return makeMonth(Math.floor(index / 12), (index % 12) + 1)
}
export const monthsBetween = (from: Month, to: Month) =>
  (yearOf(to) - yearOf(from)) * 12 + monthNumber(to) - monthNumber(from)
