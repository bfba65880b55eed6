import { addMonths, lastDayOf, monthOf } from '@guatu/kernel'

const MONTHS = 36

/** The months that have ended by the day, the last three years of them. */
export function monthsTo(day: string): string[] {
  const last = lastDayOf(monthOf(day)) === day ? monthOf(day) : addMonths(monthOf(day), -1)
  return Array.from({ length: MONTHS }, (_, back) => addMonths(last, back + 1 - MONTHS))
}
