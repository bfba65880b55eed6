import { type Day, lastDayOf, type Minor, monthNumber, monthOf, splitByWeights, yearOf } from '@guatu/kernel'
import type { Curve } from '@guatu/scheme'

const EVEN = Array.from({ length: 12 }, () => 1)

/**
 * A year's amount as twelve integers that sum to it exactly. Quarters are cut first, so that no 分 strays from one
 * into another. All weights 0: nothing is planned by month, December takes it.
 */
export function spreadYear(amount: Minor, curve: Curve): Minor[] {
  if (curve.kind === 'linear') return splitByWeights(amount, EVEN)
  if (!curve.weights.some(weight => weight > 0)) return [...EVEN.slice(1).map(() => 0), amount]
  const parts = splitByWeights(amount, curve.weights)
  return curve.kind === 'months' ? parts : parts.flatMap(part => splitByWeights(part, [1, 1, 1]))
}

/** The sum of the first `months` of `spreadYear`. */
export function spreadTo(amount: Minor, curve: Curve, months: number): Minor {
  if (months <= 0) return 0
  if (months >= 12) return amount
  if (curve.kind !== 'linear') {
    return spreadYear(amount, curve)
      .slice(0, months)
      .reduce((sum, month) => sum + month, 0)
  }
  // Of twelve equal months the first ones take the 分 that are left over.
  const whole = Math.abs(amount)
  const over = whole % 12
  const sum = ((whole - over) / 12) * months + Math.min(over, months)
  return amount < 0 && sum > 0 ? -sum : sum
}

/** How many months of the plan year have ended by the as-of date, 0 to 12: plans step at month ends. */
export function monthsEnded(year: number, asOf: Day): number {
  if (yearOf(asOf) !== year) return yearOf(asOf) > year ? 12 : 0
  return asOf === lastDayOf(monthOf(asOf)) ? monthNumber(asOf) : monthNumber(asOf) - 1
}
