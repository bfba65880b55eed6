import { addMinor, type Day, type Minor, monthNumber, periodSpan } from '@guatu/kernel'
import type { Curve } from '@guatu/scheme'
import type { MembershipFact, ReturnFact } from '../facts/index.ts'
import { planMonths } from '../plan/index.ts'

/** The list's plan of the year, cumulative at each month's end; undefined where the list sets none. */
export function planByMonth(membership: MembershipFact, curve: Curve): Minor[] | undefined {
  const plan = planMonths(membership, curve)
  if (!plan) return undefined
  let sum = 0
  return plan.months.map(month => {
    sum = addMinor(sum, month)
    return sum
  })
}

/** Investment of the year as last reported in each month up to the as-of date's; null where nobody did. */
export function doneByMonth(returns: readonly ReturnFact[], asOf: Day): (Minor | null)[] {
  const done: (Minor | null)[] = Array.from({ length: monthNumber(asOf) }, () => null)
  const from: ReturnFact[] = []
  const year = asOf.slice(0, 4)
  for (const one of returns) {
    const value = one.figures['invest-ytd']
    const { end } = periodSpan(one.period)
    if (typeof value !== 'number' || end > asOf || !end.startsWith(year)) continue
    const month = monthNumber(end) - 1
    const held = from[month]
    if (held && isLater(held, one)) continue
    from[month] = one
    done[month] = value
  }
  return done
}

/** Of two that end on one day the order of names decides, as in the project's state. */
function isLater(held: ReturnFact, one: ReturnFact): boolean {
  const [a, b] = [periodSpan(held.period).end, periodSpan(one.period).end]
  return a === b ? held.period > one.period : a > b
}
