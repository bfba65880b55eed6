import { type Minor, makeMonth, yearOf } from '@guatu/kernel'
import { monthsEnded } from '../plan/index.ts'
import type { StandingView } from '../standing/index.ts'

export interface YearCurve {
  readonly year: number
  readonly months: { month: string; plan: Minor; done: Minor | null; lastYear: Minor | null }[]
  readonly curves: { 'own-months': number; 'list-curve': number; linear: number }
}

/**
 * Twelve month ends of the as-of year: cumulative plan and investment of every project, each counted once; null for
 * months by whose end nobody had reported that year.
 */
export function yearCurve({ program: { asOf }, tally }: StandingView): YearCurve {
  const year = yearOf(asOf)
  const ended = monthsEnded(year, asOf)
  const { plan, done, reporters, lastYear, lastYearReporters } = tally.months
  let cumulative = 0
  const months = plan.map((amount, index) => {
    cumulative += amount
    return {
      month: makeMonth(year, index + 1),
      plan: cumulative,
      done: index < ended && reporters[index] ? (done[index] ?? null) : null,
      lastYear: lastYearReporters[index] ? (lastYear[index] ?? null) : null,
    }
  })
  return { year, months, curves: { ...tally.curves } }
}
