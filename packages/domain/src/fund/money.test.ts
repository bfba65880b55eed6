import { type Day, must } from '@guatu/kernel'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { MoneyRecord, Paid } from '../record/index.ts'
import { day } from '../testing/facts.ts'
import { givenOf, planWith } from '../testing/given.ts'
import { type FundAnswer, fundAnswer, type PassOnAnswer, type PaymentAnswer } from './index.ts'

const PLAN = planWith(`
settings:
  base: { type: choice, choices: [allocated, arrived], default: allocated, about: 选, aboutEn: pick }
funds:
  - { id: bonds, name: 专项债, nameEn: Bonds, kind: payment, sources: [bond], lists: [key], base: { setting: base }, goals: [{ rate: 50%, due: 06-30 }, { rate: 90%, due: year-end }] }
  - { id: older, name: 往年, nameEn: Older, kind: payment, cohort: 2022, base: arrived, goals: [{ rate: 70%, due: 03-31 }] }
  - { id: pass-on, name: 转拨, nameEn: Passed on, kind: pass-on, sources: [bond], within: { workingDays: 7 } }
`)
const judge = (id: string, asOf: Day, money: readonly MoneyRecord[], settings = {}): FundAnswer => {
  const fund = must(
    PLAN.funds.find(one => one.id === id),
    id,
  )
  return fundAnswer(fund, givenOf(PLAN, asOf, [], { money }, settings))
}
const payment = (...of: Parameters<typeof judge>) => judge(...of) as PaymentAnswer
const passOn = (asOf: Day, money: readonly MoneyRecord[]) => judge('pass-on', asOf, money) as PassOnAnswer
const paid = (amount: number, on: Day): Paid => ({ amount, on })
const batch = (of: Partial<MoneyRecord>): MoneyRecord => ({
  id: 'm',
  source: 'bond',
  list: 'key',
  cohort: 2023,
  allocated: 1_000,
  passedOn: [],
  paid: [],
  ...of,
})

describe('a rate of payment', () => {
  it.each<[asOf: Day, first: number, states: string[]]>([
    ['2023-06-29', 499, ['open', 'open']],
    ['2023-06-30', 499, ['open', 'open']],
    ['2023-06-30', 500, ['met', 'open']],
    ['2023-07-01', 499, ['short', 'open']],
    ['2023-07-01', 500, ['met', 'open']],
    ['2023-07-01', 501, ['met', 'open']],
    ['2023-12-31', 899, ['met', 'open']],
    ['2023-12-31', 900, ['met', 'met']],
  ])('on %s with %i of 1000 paid by June: %j', (asOf, amount, states) => {
    const given = payment('bonds', asOf, [batch({ paid: [paid(amount, '2023-06-29')] })])
    expect(given.goals.map(one => one.state)).toEqual(states)
    expect(given.rate).toEqual({ n: amount, d: 1_000 })
  })

  it.each<[on: Day, state: string]>([
    ['2023-06-30', 'met'],
    ['2023-07-01', 'short'],
  ])('counts for a goal what was paid by its day: %s', (on, state) => {
    const given = payment('bonds', '2023-08-01', [batch({ paid: [paid(500, on)] })])
    expect(given.goals[0]).toMatchObject({ state, due: '2023-06-30' })
    expect(given.rate).toEqual({ n: 500, d: 1_000 })
  })

  it('takes the batches of its year, source and lists alone', () => {
    const all = [
      batch({ paid: [paid(1, '2023-02-01')] }),
      batch({ cohort: 2022, paid: [paid(10, '2023-02-01')] }),
      batch({ source: 'budget', paid: [paid(100, '2023-02-01')] }),
      batch({ list: 'other', paid: [paid(1_000, '2023-02-01')] }),
      batch({ list: undefined, paid: [paid(10_000, '2023-02-01')] }),
      batch({ cohort: undefined, paid: [paid(100_000, '2023-02-01')] }),
    ]
    expect(payment('bonds', '2023-03-01', all)).toMatchObject({ paid: 100_001, of: 2_000 })
  })

  it('is of what arrived by the day where the bureau says so', () => {
    const money = [batch({ arrived: paid(400, '2023-03-02'), paid: [paid(200, '2023-03-01')] })]
    const base = { base: 'arrived' }
    expect(payment('bonds', '2023-03-02', money, base).rate).toEqual({ n: 200, d: 400 })
    expect(payment('bonds', '2023-03-01', money, base)).toMatchObject({
      rate: null,
      state: 'no-base',
    })
    expect(payment('bonds', '2023-03-01', money).rate).toEqual({ n: 200, d: 1_000 })
  })

  it('of an earlier batch goes by the year that the money is known to be of', () => {
    const money = [
      batch({ cohort: undefined, arrived: paid(100, '2022-11-01'), paid: [paid(70, '2023-03-31')] }),
      batch({ cohort: 2023, arrived: paid(100, '2022-12-30') }),
    ]
    expect(payment('older', '2023-05-01', money)).toMatchObject({ paid: 70, of: 100, state: 'met' })
  })
})

describe('money that is passed on', () => {
  // Seven working days from 1 June 2023 end on the 12th.
  const came = (passedOn: Paid[], on: Day = '2023-06-01') => batch({ arrived: paid(1_000, on), passedOn })
  it.each<[what: string, asOf: Day, passedOn: Paid[], state: string, left: number]>([
    ['nothing on the last day', '2023-06-12', [], 'running', 1_000],
    ['nothing a day later', '2023-06-13', [], 'late', 1_000],
    ['all on the last day', '2023-06-13', [paid(1_000, '2023-06-12')], 'done', 0],
    ['all a day later', '2023-06-13', [paid(1_000, '2023-06-13')], 'done-late', 0],
    ['all but one', '2023-06-13', [paid(999, '2023-06-02')], 'late', 1],
    ['all but one in time', '2023-06-12', [paid(999, '2023-06-02')], 'running', 1],
    ['the rest in time', '2023-06-13', [paid(1, '2023-06-12'), paid(999, '2023-06-02')], 'done', 0],
    ['the rest late', '2023-06-14', [paid(1, '2023-06-13'), paid(999, '2023-06-02')], 'done-late', 0],
    ['more than came', '2023-06-14', [paid(1_001, '2023-06-05')], 'done', 0],
    ['all tomorrow', '2023-06-12', [paid(1_000, '2023-06-13')], 'running', 1_000],
  ])('%s, seen on %s', (_, asOf, passedOn, state, left) => {
    const given = passOn(asOf, [came(passedOn)])
    expect(given.batches[0]).toMatchObject({ state, left, due: '2023-06-12' })
  })

  it('is told over all batches', () => {
    const on = (id: string, passedOn: Paid[]) => ({ ...came(passedOn), id })
    const in7 = on('a', [paid(1_000, '2023-06-02')])
    const state = (...money: MoneyRecord[]) => passOn('2023-06-13', money).state
    expect(state()).toBe('nobody')
    expect(state({ ...in7, arrived: paid(1_000, '2023-06-14') })).toBe('nobody')
    expect(state(in7)).toBe('met')
    expect(state(in7, { ...on('b', []), arrived: paid(5, '2023-06-12') })).toBe('open')
    expect(passOn('2023-06-13', [on('b', []), in7])).toMatchObject({
      state: 'short',
      inTime: 1,
      of: 2,
      passed: 1_000,
      arrived: 2_000,
    })
  })
})

const money = fc.record({ amount: fc.nat(1_000), on: day })
const anyBatch: fc.Arbitrary<MoneyRecord> = fc.record({
  id: fc.uuid(),
  source: fc.constantFrom('bond', 'budget'),
  list: fc.constantFrom('key', 'other'),
  cohort: fc.constantFrom(2022, 2023, undefined),
  allocated: fc.option(fc.nat(1_000), { nil: undefined }),
  arrived: fc.option(money, { nil: undefined }),
  passedOn: fc.array(money, { maxLength: 3 }),
  paid: fc.array(money, { maxLength: 3 }),
})

it('leaves no trace of the order of records, and a batch once passed on stays so', () => {
  const mixed = fc
    .array(anyBatch, { maxLength: 6 })
    .chain(all => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })))
  fc.assert(
    fc.property(mixed, day, day, ([all, other], a, b) => {
      const [asOf, later] = a < b ? [a, b] : [b, a]
      for (const id of ['bonds', 'older', 'pass-on'])
        expect(judge(id, asOf, other)).toEqual(judge(id, asOf, all))
      if (asOf.slice(0, 4) !== later.slice(0, 4)) return
      const then = passOn(later, all).batches
      for (const one of passOn(asOf, all).batches)
        if (one.left === 0)
          expect(then.find(now => now.batch === one.batch)).toMatchObject({ left: 0, state: one.state })
    }),
  )
})
