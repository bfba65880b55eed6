import { lastDayOf, makeMonth } from '@guatu/kernel'
import type { Curve } from '@guatu/scheme'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { money } from '../testing/facts.ts'
import { monthsEnded, spreadTo, spreadYear } from './curve.ts'
import { planToDate } from './to-date.ts'

const weights = (length: number) => fc.array(fc.nat(3000), { minLength: length, maxLength: length })
const curve: fc.Arbitrary<Curve> = fc.oneof(
  fc.constant<Curve>({ kind: 'linear' }),
  weights(4).map((all): Curve => ({ kind: 'quarters', weights: all })),
  weights(12).map((all): Curve => ({ kind: 'months', weights: all })),
)
const membership = { project: 'a', list: 'key', year: 2023 }

describe('a year split into months', () => {
  it('sums to the year', () => {
    fc.assert(
      fc.property(money, curve, (amount, shape) => {
        const months = spreadYear(amount, shape)
        expect(months.length).toBe(12)
        expect(months.reduce((sum, month) => sum + month, 0)).toBe(amount)
        expect(months.every(month => month >= 0)).toBe(true)
      }),
    )
  })

  it('keeps the quarters that the plan prints', () => {
    // 嘉峪关 二(二), 万元: 1.55, 10.5, 22.95 and 22 亿 of 57 亿.
    const months = spreadYear(570_000, { kind: 'quarters', weights: [155, 1050, 2295, 2200] })
    const quarter = (q: number) => months.slice(q * 3, q * 3 + 3).reduce((sum, month) => sum + month, 0)
    expect([0, 1, 2, 3].map(quarter)).toEqual([15_500, 105_000, 229_500, 220_000])
  })

  it('falls to December where no month has a weight', () => {
    expect(spreadYear(7, { kind: 'quarters', weights: [0, 0, 0, 0] })).toEqual([...Array(11).fill(0), 7])
  })
})

describe('a cumulative course', () => {
  const curve: Curve = { kind: 'cumulative', months: { 6: '60%', 12: '120%' } }
  const due = (month: number, of: Curve = curve) => spreadTo(1_000_000, of, month)

  it('runs evenly between the months given and may pass the plan', () => {
    expect([0, 1, 5, 6, 7, 8, 12, 13].map(month => due(month))).toEqual([
      0, 100_000, 500_000, 600_000, 700_000, 800_000, 1_200_000, 1_200_000,
    ])
  })

  it('asks no more after the last month given', () => {
    const early: Curve = { kind: 'cumulative', months: { 3: '25.5%', 9: '100%' } }
    expect([2, 3, 6, 9, 10, 12].map(month => due(month, early))).toEqual([
      170_000, 255_000, 627_500, 1_000_000, 1_000_000, 1_000_000,
    ])
  })

  it('rounds to the nearest 分, so that the months sum to what is due', () => {
    fc.assert(
      fc.property(money, fc.array(fc.nat(150), { minLength: 1, maxLength: 12 }), (amount, shares) => {
        const sorted = [...shares].sort((a, b) => a - b)
        const of: Curve = {
          kind: 'cumulative',
          months: Object.fromEntries(sorted.map((share, index) => [String(index + 1), `${share}%`])),
        }
        const months = spreadYear(amount, of)
        const last = sorted.at(-1) ?? 0
        expect(months.reduce((sum, month) => sum + month, 0)).toBe(Math.floor((amount * last) / 100 + 0.5))
        expect(months.every(month => month >= 0)).toBe(true)
        for (let month = 0; month <= 12; month++) {
          const sum = months.slice(0, month).reduce((all, one) => all + one, 0)
          expect(spreadTo(amount, of, month)).toBe(sum)
        }
      }),
    )
  })
})

describe('months ended', () => {
  it.each([
    ['2022-12-31', 0],
    ['2023-01-01', 0],
    ['2023-01-30', 0],
    ['2023-01-31', 1],
    ['2023-02-28', 2],
    ['2023-05-30', 4],
    ['2023-05-31', 5],
    ['2023-12-30', 11],
    ['2023-12-31', 12],
    ['2024-01-01', 12],
  ])('of 2023 by %s: %i', (asOf, ended) => {
    expect(monthsEnded(2023, asOf)).toBe(ended)
  })

  it('of a leap February', () => {
    expect([monthsEnded(2024, '2024-02-28'), monthsEnded(2024, '2024-02-29')]).toEqual([1, 2])
  })
})

describe('plan to date', () => {
  it('grows from nothing to the whole year', () => {
    fc.assert(
      fc.property(money, curve, (annualPlan, shape) => {
        const at = (asOf: string) =>
          planToDate({ ...membership, annualPlan }, shape, asOf)?.amount ?? Number.NaN
        const ends = [
          '2022-12-31',
          ...Array.from({ length: 12 }, (_, m) => lastDayOf(makeMonth(2023, m + 1))),
          '2024-06-30',
        ].map(at)
        expect([ends[0], ends[12], ends[13]]).toEqual([0, annualPlan, annualPlan])
        ends.slice(1).forEach((amount, index) => {
          expect(amount).toBeGreaterThanOrEqual(ends[index] ?? Number.NaN)
        })
      }),
    )
  })

  it("takes the project's own months, then the list's curve, then the straight line, and says which", () => {
    const quarters: Curve = { kind: 'quarters', weights: [1, 0, 0, 0] }
    const monthPlans = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1200]
    const at = (shape: Curve, own?: number[]) =>
      planToDate({ ...membership, annualPlan: 1200, monthPlans: own }, shape, '2023-05-31')
    expect(at(quarters, monthPlans)).toEqual({ amount: 0, curve: 'own-months' })
    expect(at(quarters)).toEqual({ amount: 1200, curve: 'list-curve' })
    expect(at({ kind: 'linear' })).toEqual({ amount: 500, curve: 'linear' })
  })

  it('is absent where the list sets no plan, and 0 where it plans 0', () => {
    expect(planToDate(membership, { kind: 'linear' }, '2023-05-31')).toBeUndefined()
    expect(planToDate({ ...membership, annualPlan: 0 }, { kind: 'linear' }, '2023-05-31')?.amount).toBe(0)
  })
})
