import { type Day, lastDayOf, type Minor, monthNumber, monthOf, splitByWeights, yearOf } from '@guatu/kernel'
import type { Curve } from '@guatu/scheme'

/** Relative weights of the twelve months: a quarter's weight lies evenly on its three months. */
export function monthWeights(curve: Curve): readonly number[] {
  switch (curve.kind) {
    case 'linear':
      return Array.from({ length: 12 }, () => 1)
    case 'months':
      return curve.weights
    case 'quarters':
      return curve.weights.flatMap(weight => [weight, weight, weight])
  }
}

/** A year's amount as twelve integers that sum to it exactly. All weights 0: nothing is planned by month, December takes it. */
export function spreadYear(amount: Minor, curve: Curve): Minor[] {
  const weights = monthWeights(curve)
  return splitByWeights(amount, weights.some(w => w > 0) ? weights : [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1])
}

/** How many months of the plan year have ended by the as-of date, 0 to 12: plans step at month ends. */
export function monthsEnded(year: number, asOf: Day): number {
  if (yearOf(asOf) !== year) return yearOf(asOf) > year ? 12 : 0
  return asOf === lastDayOf(monthOf(asOf)) ? monthNumber(asOf) : monthNumber(asOf) - 1
}
