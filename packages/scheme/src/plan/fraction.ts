/** An exact fraction of integers of any size, denominator positive. */
export interface Fraction {
  readonly n: bigint
  readonly d: bigint
  compare(other: Fraction): number
  plus(other: Fraction): Fraction
  times(other: Fraction): Fraction
}

export function fraction(n: bigint, d: bigint): Fraction {
  return {
    n,
    d,
    compare(other) {
      const apart = n * other.d - other.n * d
      return apart < 0n ? -1 : apart > 0n ? 1 : 0
    },
    plus: other => fraction(n * other.d + other.n * d, d * other.d),
    times: other => fraction(n * other.n, d * other.d),
  }
}

export function power(base: Fraction, exponent: number): Fraction {
  let result = fraction(1n, 1n)
  for (let left = exponent; left > 0; left -= 1) result = result.times(base)
  return result
}

/** n / d as decimal text, rounded half up; both positive. */
export function quotient(n: bigint, d: bigint, decimals: number): string {
  const rounded = (2n * n * 10n ** BigInt(decimals) + d) / (2n * d)
  const digits = rounded.toString().padStart(decimals + 1, '0')
  return decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`
}
