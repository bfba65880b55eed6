import {
  type Day,
  lastDayOf,
  type Minor,
  monthNumber,
  monthOf,
  parseRate,
  type Rate,
  splitByWeights,
  yearOf,
} from '@guatu/kernel'
import type { Curve } from '@guatu/scheme'

const EVEN = Array.from({ length: 12 }, () => 1)

/**
 * A year's amount as twelve integers that sum to it exactly; to what is due at last where the curve is cumulative. Quarters are cut first, so that no 分 strays from one
 * into another. All weights 0: nothing is planned by month, December takes it.
 */
export function spreadYear(amount: Minor, curve: Curve): Minor[] {
  if (curve.kind === 'cumulative') {
    return EVEN.map((_, index) => cumulative(amount, curve, index + 1) - cumulative(amount, curve, index))
  }
  if (curve.kind === 'linear') return splitByWeights(amount, EVEN)
  if (!curve.weights.some(weight => weight > 0)) return [...EVEN.slice(1).map(() => 0), amount]
  const parts = splitByWeights(amount, curve.weights)
  return curve.kind === 'months' ? parts : parts.flatMap(part => splitByWeights(part, [1, 1, 1]))
}

/** The sum of the first `months` of `spreadYear`. */
export function spreadTo(amount: Minor, curve: Curve, months: number): Minor {
  if (months <= 0) return 0
  if (curve.kind === 'cumulative') return cumulative(amount, curve, Math.min(months, 12))
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

/** What is due after so many months, to the nearest 分: even between the months given, flat after the last. */
function cumulative(amount: Minor, { months: given }: Cumulative, months: number): Minor {
  let before = { month: 0, share: NOTHING }
  for (let month = 1; month <= 12; month++) {
    const text = given[month]
    const share = text === undefined ? undefined : parseRate(text)
    if (!share) continue
    if (month >= months) return part(amount, before, { month, share }, months)
    before = { month, share }
  }
  return part(amount, before, before, months)
}

interface Point {
  readonly month: number
  readonly share: Rate
}
type Cumulative = Extract<Curve, { readonly kind: 'cumulative' }>
const NOTHING: Rate = { n: 0, d: 1 }

function part(amount: Minor, from: Point, to: Point, months: number): Minor {
  const [fd, td] = [BigInt(from.share.d), BigInt(to.share.d)]
  const [fn, tn] = [BigInt(from.share.n) * td, BigInt(to.share.n) * fd]
  const length = BigInt(to.month - from.month)
  const n = length === 0n ? fn : fn * length + (tn - fn) * BigInt(months - from.month)
  const d = fd * td * (length === 0n ? 1n : length)
  return Number((2n * BigInt(amount) * n + d) / (2n * d))
}

/** How many months of the plan year have ended by the as-of date, 0 to 12: plans step at month ends. */
export function monthsEnded(year: number, asOf: Day): number {
  if (yearOf(asOf) !== year) return yearOf(asOf) > year ? 12 : 0
  return asOf === lastDayOf(monthOf(asOf)) ? monthNumber(asOf) : monthNumber(asOf) - 1
}
