import type { Term } from '../language/common.ts'

/** Days of the shortest period of each kind: what is due later runs into the next. */
export const SHORTEST = {
  year: 365,
  half: 181,
  quarter: 90,
  month: 28,
  'half-month': 13,
  'ten-days': 8,
  week: 7,
  day: 1,
} as const

/** The longest run of days that this many working days can take: weekends and the longest public holidays. */
export const asDays = (working: number) => working * 2

export function longestDays(term: Term): number {
  if ('workingDays' in term) return asDays(term.workingDays)
  return 'days' in term ? term.days : term.months * 31
}
export const isNone = (term: Term) => longestDays(term) === 0
