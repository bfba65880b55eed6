import { parseRate, type Rate } from '@guatu/kernel'
import type { Input } from '../evaluate/result.ts'
import type { BandRule } from './band-rule.ts'
import { NO_BASELINE, NO_PLAN, NOT_REPORTED } from './measure.ts'

/** A fraction of any size: the difference of two rates of large sums is beyond safe integers. `d` is positive. */
interface Fraction {
  readonly n: bigint
  readonly d: bigint
}

/** `12.5%`, `31/50` or a whole number; undefined for what nobody gave. */
export function readFraction(value: Input['value']): Fraction | undefined {
  if (value === null) return undefined
  const parts = /^(-?\d+)\/(\d+)$/.exec(String(value))
  if (parts) return { n: BigInt(parts[1] ?? 0), d: BigInt(parts[2] ?? 1) }
  const rate = typeof value === 'number' ? { n: value, d: 1 } : parseRate(value)
  return rate && { n: BigInt(rate.n), d: BigInt(rate.d) }
}

/** Negative, 0 or positive as a < b, a = b, a > b. */
export function compareFigures(a: Fraction, b: Fraction): number {
  const apart = a.n * b.d - b.n * a.d
  return apart < 0n ? -1 : apart > 0n ? 1 : 0
}

const minus = (a: Fraction, b: Fraction): Fraction => ({ n: a.n * b.d - b.n * a.d, d: a.d * b.d })
/** `b` is positive. */
const over = (a: Fraction, b: Fraction): Fraction => ({ n: a.n * b.d, d: a.d * b.n })

/** What a measure comes to over fractions, or why it comes to nothing as `bandOf` has it. */
export function measured(
  { measure }: BandRule,
  [a, b, c]: readonly (Fraction | undefined)[],
): Fraction | number {
  switch (measure.kind) {
    case 'value':
      return a ?? NOT_REPORTED
    case 'ratio':
      if (!b || b.n <= 0n) return NO_PLAN
      return a ? over(a, b) : NOT_REPORTED
    case 'gap':
      if (!b || !c || c.n <= 0n) return NO_PLAN
      return a ? over(minus(a, b), c) : NOT_REPORTED
    case 'growth':
      if (!a) return NOT_REPORTED
      return b && b.n > 0n ? over(minus(a, b), b) : NO_BASELINE
    case 'difference':
      if (!a) return NOT_REPORTED
      return b ? minus(a, b) : NO_BASELINE
    default:
      return NOT_REPORTED
  }
}

/** The band of a value. */
export function bandOfMeasured({ light, bands }: BandRule, value: Fraction | number): number {
  if (typeof value === 'number') return value
  const index = bands.findIndex(({ cut }) => {
    if (!cut) return true
    const apart = value.n * BigInt(cut.value.d) - BigInt(cut.value.n) * value.d
    return apart < 0n || (apart === 0n && cut.inclusive)
  })
  if (index < 0) throw new Error(`bands of ${light} are not complete`)
  return index
}

const DECIMALS = 10n ** 12n

/** In lowest terms; what safe integers cannot hold is told to twelve decimals. */
export function rateOf({ n, d }: Fraction): Rate {
  let a = n < 0n ? -n : n
  let b = d
  while (b) [a, b] = [b, a % b]
  const exact = { d: Number(d / a), n: Number(n / a) }
  if (Number.isSafeInteger(exact.n) && Number.isSafeInteger(exact.d)) return exact
  return { d: Number(DECIMALS), n: Number((n * DECIMALS) / d) }
}
