import { addMinor, type Day, type Minor, makeMonth, periodOf, yearOf } from '@guatu/kernel'
import type { Curve } from '@guatu/scheme'
import type { MembershipFact, ReturnFact } from '../facts/index.ts'
import { planMonths } from '../plan/index.ts'
import { endedReturns } from '../project/index.ts'

/** One project's year: cumulative figures at each month's end; null where nobody reported. Calibers side by side, never mixed. */
export interface ProjectMonth {
  readonly month: string
  readonly plan: Minor | null
  readonly done: Minor | null
  readonly paid: Minor | null
  readonly statistics: Minor | null
}

export function projectYear(
  membership: MembershipFact | undefined,
  curve: Curve,
  returns: readonly ReturnFact[],
  asOf: Day,
): ProjectMonth[] {
  const year = yearOf(asOf)
  const plan = membership && planMonths(membership, curve)
  const ended = endedReturns(returns, asOf)
  return Array.from({ length: 12 }, (_, index) => {
    const month = makeMonth(year, index + 1)
    const reported = ended.filter(({ end }) => periodOf('month', end) === month).map(({ one }) => one)
    const figure = (field: string) => {
      const value = reported.findLast(one => typeof one.figures[field] === 'number')?.figures[field]
      return typeof value === 'number' ? value : null
    }
    return {
      month,
      plan: plan ? plan.months.slice(0, index + 1).reduce(addMinor, 0) : null,
      done: figure('invest-ytd'),
      paid: figure('paid-ytd'),
      statistics: figure('stat-ytd'),
    }
  })
}
