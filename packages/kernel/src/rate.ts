/**
 * An exact fraction of two safe integers. A list's rate is the ratio of its sums. A denominator of 0 has no
 * value: functions that need one return undefined.
 */
export interface Rate {
  readonly n: number
  readonly d: number
}

export const hasValue = (rate: Rate) => rate.d !== 0

/** Negative, zero or positive as a < b, a = b, a > b. Both denominators must be positive. */
export const compareRates = (a: Rate, b: Rate): number => compareFractions(a.n, a.d, b.n, b.d)

/** As `compareRates`, of an / ad and bn / bd. */
export function compareFractions(an: number, ad: number, bn: number, bd: number): number {
  const left = an * bd
  const right = bn * ad
  // Beyond 2^53 a product is off by up to one part in 2^53: what lies that near is compared exactly.
  const apart = left - right
  const size = Math.abs(left) + Math.abs(right)
  if (size <= Number.MAX_SAFE_INTEGER || Math.abs(apart) > size * 2 ** -50) return Math.sign(apart)
  const exact = BigInt(an) * BigInt(bd) - BigInt(bn) * BigInt(ad)
  return exact < 0n ? -1 : exact > 0n ? 1 : 0
}

/** Lowest terms with a positive denominator, from integers of any size; throws when that is not safe. */
function reduce(n: bigint, d: bigint): Rate {
  let a = n < 0n ? -n : n
  let b = d < 0n ? -d : d
  while (b) [a, b] = [b, a % b]
  const sign = d < 0n ? -1n : 1n
  const rate = { n: Number((sign * n) / (a || 1n)), d: Number((sign * d) / (a || 1n)) }
  if (!Number.isSafeInteger(rate.n) || !Number.isSafeInteger(rate.d))
    throw new RangeError('rate out of exact range')
  return rate
}

function lowest(n: number, d: number): Rate {
  let a = Math.abs(n)
  let b = d
  while (b > 0) [a, b] = [b, a % b]
  return { d: d / a, n: n / a }
}

/** a - b in lowest terms, or undefined where a side has no value. */
export function subtractRates(a: Rate, b: Rate): Rate | undefined {
  if (!hasValue(a) || !hasValue(b)) return undefined
  const n = a.n - b.n
  if (a.d === b.d && a.d > 0 && Number.isSafeInteger(n)) return lowest(n, a.d)
  return reduce(BigInt(a.n) * BigInt(b.d) - BigInt(b.n) * BigInt(a.d), BigInt(a.d) * BigInt(b.d))
}

/** a + b in lowest terms; both must have a value. */
export const addRates = (a: Rate, b: Rate): Rate =>
  reduce(BigInt(a.n) * BigInt(b.d) + BigInt(b.n) * BigInt(a.d), BigInt(a.d) * BigInt(b.d))

/** a × b in lowest terms; both must have a value. */
export const multiplyRates = (a: Rate, b: Rate): Rate =>
  reduce(BigInt(a.n) * BigInt(b.n), BigInt(a.d) * BigInt(b.d))

/** a ÷ b in lowest terms, or undefined where b is 0. */
export const divideRates = (a: Rate, b: Rate): Rate | undefined =>
  b.n === 0 ? undefined : multiplyRates(a, { n: b.d, d: b.n })

/** n/d times `scale` (100 for percent) rounded half away from zero to `decimals`, as decimal text; undefined for d = 0. */
export function rateText(rate: Rate, decimals: number, scale = 1): string | undefined {
  if (!hasValue(rate)) return undefined
  const negative = rate.n < 0 !== rate.d < 0 && rate.n !== 0
  const n = BigInt(Math.abs(rate.n)) * BigInt(scale) * 10n ** BigInt(decimals)
  const d = BigInt(Math.abs(rate.d))
  const rounded = (2n * n + d) / (2n * d)
  const digits = rounded.toString().padStart(decimals + 1, '0')
  const whole = digits.slice(0, digits.length - decimals)
  const text = decimals ? `${whole}.${digits.slice(-decimals)}` : whole
  return negative && rounded !== 0n ? `-${text}` : text
}

/** 86/95 → `90.5`. */
export const percentText = (rate: Rate, decimals = 1) => rateText(rate, decimals, 100)

/** `65%`, `-10%`, `12.5％`, `0.8` → an exact fraction; undefined for anything else. */
export function parseRate(text: string): Rate | undefined {
  const match = /^(-?)(\d{1,9})(?:\.(\d{1,6}))?\s*([%％])?$/.exec(text.trim())
  if (!match) return undefined
  const [, sign, whole = '', decimals = '', percent] = match
  const n = Number(whole + decimals) * (sign ? -1 : 1)
  return { n, d: 10 ** decimals.length * (percent ? 100 : 1) }
}
