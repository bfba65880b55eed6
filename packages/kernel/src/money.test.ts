import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addMinor,
  MONEY_UNITS,
  type MoneyUnit,
  moneyText,
  parseMoney,
  splitByWeights,
  toMinor,
} from './money.ts'

const minor = fc.integer({ min: Number.MIN_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER })
const unit = fc.constantFrom(...(Object.keys(MONEY_UNITS) as MoneyUnit[]))

describe('reading money', () => {
  it.each([
    ['1.2亿', '万元', 12_000_000_000],
    ['1.2亿元', '元', 12_000_000_000],
    ['3,200万元', '元', 3_200_000_000],
    ['3，200 万', '元', 3_200_000_000],
    ['１２３４．５万元', '元', 1_234_500_000],
    ['450', '万元', 450_000_000],
    ['450', '元', 45_000],
    ['5百万元', '元', 500_000_000],
    ['7千元', '元', 700_000],
    ['0.01元', '亿元', 1],
    ['-0.25亿元', '元', -2_500_000_000],
    ['0', '亿元', 0],
    ['90071992547409.91', '元', Number.MAX_SAFE_INTEGER],
  ] as const)('%s in %s is %i', (text, given, value) => {
    expect(parseMoney(text, given)).toEqual({ ok: true, value })
  })

  it.each([
    ['0.001元', 'money.too-fine'],
    ['0.0000001万元', 'money.too-fine'],
    ['90071992547409.92元', 'money.too-large'],
    ['-90071992547409.92元', 'money.too-large'],
    ['900720亿元', 'money.too-large'],
    ['', 'money.not-a-number'],
    ['元', 'money.not-a-number'],
    ['约3亿元', 'money.not-a-number'],
    ['1.2.3', 'money.not-a-number'],
    ['1e5', 'money.not-a-number'],
    ['3亿5千万元', 'money.not-a-number'],
    ['--5', 'money.not-a-number'],
    ['.5', 'money.not-a-number'],
  ])('%j is refused as %s', (text, code) => {
    const read = parseMoney(text, '元')
    expect(read.ok ? undefined : read.error.code).toBe(code)
  })

  it('takes back every amount that was printed in full', () => {
    fc.assert(
      fc.property(minor, unit, (amount, u) => {
        const decimals = String(MONEY_UNITS[u]).length - 1
        const text = `${moneyText(amount, MONEY_UNITS[u], decimals)}${u}`
        expect(parseMoney(text, '元')).toEqual({ ok: true, value: amount })
      }),
    )
  })

  it('is exact in other scales', () => {
    expect(toMinor('12.34', 100)).toEqual({ ok: true, value: 1234 })
    expect(toMinor('1', 1)).toEqual({ ok: true, value: 1 })
    expect(toMinor('0.5', 1).ok).toBe(false)
  })
})

describe('printing money', () => {
  it.each([
    [11_540_000_000_00, 100_000_000_00, 1, '115.4'],
    [500_000, 1_000_000, 0, '1'],
    [499_999, 1_000_000, 0, '0'],
    [-500_000, 1_000_000, 0, '-1'],
    [-499_999, 1_000_000, 0, '0'],
    [149, 100, 1, '1.5'],
    [144, 100, 1, '1.4'],
    [1, 100, 2, '0.01'],
    [-1, 100, 2, '-0.01'],
    [-1, 100, 1, '0.0'],
    [0, 100, 2, '0.00'],
  ])('%i over %i with %i decimals is %s', (amount, scale, decimals, text) => {
    expect(moneyText(amount, scale, decimals)).toBe(text)
  })

  it('is never more than half a digit away', () => {
    fc.assert(
      fc.property(minor, unit, fc.integer({ min: 0, max: 4 }), (amount, u, decimals) => {
        const scale = BigInt(MONEY_UNITS[u])
        const power = 10n ** BigInt(decimals)
        const printed = BigInt(moneyText(amount, Number(scale), decimals).replace('.', ''))
        const off = 2n * (printed * scale - BigInt(amount) * power)
        expect((off < 0n ? -off : off) <= scale).toBe(true)
      }),
    )
  })
})

describe('sums of money', () => {
  it('are exact up to the edge and refuse what lies beyond', () => {
    expect(addMinor(Number.MAX_SAFE_INTEGER, -1)).toBe(Number.MAX_SAFE_INTEGER - 1)
    expect(addMinor(Number.MAX_SAFE_INTEGER - 1, 1)).toBe(Number.MAX_SAFE_INTEGER)
    expect(() => addMinor(Number.MAX_SAFE_INTEGER, 1)).toThrow(RangeError)
    expect(() => addMinor(Number.MIN_SAFE_INTEGER, -1)).toThrow(RangeError)
  })
})

describe('splitting by weights', () => {
  const weights = fc
    .array(fc.integer({ min: 0, max: 10_000 }), { minLength: 1, maxLength: 40 })
    .filter(all => all.some(w => w > 0))

  it('sums to the total exactly, and each part lies within one of its share', () => {
    fc.assert(
      fc.property(minor, weights, (total, all) => {
        const parts = splitByWeights(total, all)
        const sum = all.reduce((s, w) => s + w, 0)
        expect(parts.reduce((s, p) => s + BigInt(p), 0n)).toBe(BigInt(total))
        parts.forEach((part, index) => {
          const off = BigInt(part) * BigInt(sum) - BigInt(total) * BigInt(all[index] ?? 0)
          expect(off < BigInt(sum) && off > -BigInt(sum)).toBe(true)
        })
      }),
    )
  })

  it('gives a heavier weight never less, a weight of 0 nothing, and no part a negative zero', () => {
    fc.assert(
      fc.property(fc.nat(Number.MAX_SAFE_INTEGER), weights, (total, all) => {
        const parts = splitByWeights(total, all)
        const heavierFirst = parts.map((part, index) => ({ part, weight: all[index] ?? 0 }))
        heavierFirst.sort((a, b) => b.weight - a.weight || b.part - a.part)
        heavierFirst.slice(1).forEach(({ part, weight }, index) => {
          expect(part <= (heavierFirst[index]?.part ?? 0)).toBe(true)
          if (weight === 0) expect(Object.is(part, 0)).toBe(true)
        })
        expect(splitByWeights(-total, all)).toEqual(parts.map(part => (part === 0 ? 0 : -part)))
      }),
    )
  })

  it('gives the odd units to the largest remainders, earlier first', () => {
    expect(splitByWeights(100, [1, 1, 1])).toEqual([34, 33, 33])
    expect(splitByWeights(101, [1, 1, 1])).toEqual([34, 34, 33])
    expect(splitByWeights(10, [1, 2, 3])).toEqual([2, 3, 5])
    expect(splitByWeights(0, [1, 2])).toEqual([0, 0])
  })

  it('refuses weights that sum to nothing', () => {
    expect(() => splitByWeights(1, [])).toThrow(RangeError)
    expect(() => splitByWeights(1, [0, 0])).toThrow(RangeError)
  })
})
