import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareRates, hasValue, parseRate, percentText, rateText, subtractRates } from './rate.ts'

const safe = fc.oneof(
  fc.integer({ min: -200, max: 200 }),
  fc.integer({ min: Number.MIN_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER }),
)
const positive = fc.oneof(
  fc.integer({ min: 1, max: 200 }),
  fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
)
const rate = fc.record({ n: safe, d: positive })

describe('comparing rates', () => {
  it('is exact where floating point is not', () => {
    const max = Number.MAX_SAFE_INTEGER
    expect(compareRates({ n: max - 1, d: max }, { n: max - 2, d: max - 1 })).toBe(1)
    expect(compareRates({ n: 1, d: 3 }, { n: 2, d: 6 })).toBe(0)
    expect(compareRates({ n: -1, d: 2 }, { n: 0, d: 1 })).toBe(-1)
  })

  it('orders by the sign of the exact difference', () => {
    fc.assert(
      fc.property(rate, rate, (a, b) => {
        const difference = BigInt(a.n) * BigInt(b.d) - BigInt(b.n) * BigInt(a.d)
        expect(compareRates(a, b)).toBe(difference > 0n ? 1 : difference < 0n ? -1 : 0)
        expect(compareRates(b, a) + compareRates(a, b)).toBe(0)
      }),
      { numRuns: 1000 },
    )
  })
})

describe('printing rates', () => {
  it.each([
    [86, 95, '90.5'],
    [4_300_000_000_00, 11_540_000_000_00, '37.3'],
    [1, 2000, '0.1'],
    [49, 100_000, '0.0'],
    [5, 10_000, '0.1'],
    [-5, 10_000, '-0.1'],
    [-49, 100_000, '0.0'],
    [1, 8, '12.5'],
    [995, 1000, '99.5'],
    [9995, 10_000, '100.0'],
    [9994, 10_000, '99.9'],
    [0, 7, '0.0'],
    [7, 7, '100.0'],
    [1, -2, '-50.0'],
  ])('%d/%d is %s %%', (n, d, text) => {
    expect(percentText({ n, d })).toBe(text)
  })

  it('gives no value for a denominator of 0', () => {
    expect(hasValue({ n: 1, d: 0 })).toBe(false)
    expect(percentText({ n: 0, d: 0 })).toBeUndefined()
    expect(subtractRates({ n: 1, d: 0 }, { n: 1, d: 1 })).toBeUndefined()
    expect(subtractRates({ n: 1, d: 1 }, { n: 1, d: 0 })).toBeUndefined()
  })

  it('rounds half away from zero, against an exact count of half digits', () => {
    fc.assert(
      fc.property(rate, fc.integer({ min: 0, max: 4 }), (one, decimals) => {
        const printed = BigInt(rateText(one, decimals)?.replace('.', '') ?? '')
        const scaled = 2n * (BigInt(one.n) * 10n ** BigInt(decimals) - printed * BigInt(one.d))
        const d = BigInt(one.d)
        const towardsZero = one.n >= 0 ? scaled < d && scaled >= -d : scaled > -d && scaled <= d
        expect(towardsZero).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })
})

describe('differences of rates', () => {
  const small = fc.record({
    n: fc.integer({ min: -10_000, max: 10_000 }),
    d: fc.integer({ min: 1, max: 9999 }),
  })

  it('are exact, in lowest terms and over a positive denominator', () => {
    fc.assert(
      fc.property(small, small, (a, b) => {
        const difference = subtractRates(a, b)
        expect(difference).toBeDefined()
        if (!difference) return
        expect(BigInt(difference.n) * BigInt(a.d) * BigInt(b.d)).toBe(
          (BigInt(a.n) * BigInt(b.d) - BigInt(b.n) * BigInt(a.d)) * BigInt(difference.d),
        )
        expect(difference.d > 0 && gcd(Math.abs(difference.n), difference.d) === 1).toBe(true)
      }),
    )
  })

  it('throw rather than round', () => {
    const max = Number.MAX_SAFE_INTEGER
    expect(() => subtractRates({ n: 1, d: max }, { n: 1, d: max - 1 })).toThrow(RangeError)
    expect(subtractRates({ n: max, d: 4 }, { n: 0, d: 1 })).toEqual({ n: max, d: 4 })
  })
})

describe('reading rates', () => {
  it.each([
    ['65%', 65, 100],
    ['12.5％', 125, 1000],
    ['-10%', -10, 100],
    ['0.8', 8, 10],
    ['2', 2, 1],
    [' 90.5 % ', 905, 1000],
  ])('%j is %i/%i', (text, n, d) => {
    expect(parseRate(text)).toEqual({ n, d })
  })

  it.each(['', '%', '65%%', '1/2', '六成', '65pp', '1,000%', '.5', '5.'])('%j is none', text => {
    expect(parseRate(text)).toBeUndefined()
  })
})

const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b))
