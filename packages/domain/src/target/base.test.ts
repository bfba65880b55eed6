import { type Day, parseRate } from '@guatu/kernel'
import { parseScheme, type Scheme } from '@guatu/scheme'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { evaluate, type ProjectFacts } from '../evaluate/index.ts'
import type { ReportedFact } from '../facts/index.ts'
import { factsOf } from '../testing/facts.ts'
import { threshold } from './base.ts'

/** A plan of three years, of nobody's. */
const PLAN = `
scheme: three
name: 三年
nameEn: Three years
jurisdiction: { id: three, name: 三年市, nameEn: Three }
source: { title: 三年方案, issuer: 三年市, issuerEn: Three }
inForce: { from: 2021-01-01, to: 2023-12-31 }
colours:
  - { id: red, name: 红, nameEn: red, mark: red, severity: 3, meaning: 差, meaningEn: bad }
  - { id: green, name: 绿, nameEn: green, mark: green, severity: 0, meaning: 好, meaningEn: good }
settings:
  how: { type: choice, choices: [growth, points], default: growth, about: 读法, aboutEn: reading }
  what: { type: choice, choices: [by-count, by-money], default: by-count, about: 口径, aboutEn: by what }
  steady: { type: choice, choices: [holds, lapsed], default: holds, about: 前提, aboutEn: condition }
lists:
  - { id: key, name: 重点, nameEn: Key }
indicators:
  - { id: industry, name: 工业, nameEn: Industry, origin: reported, caliber: statistics, values: { amount: money } }
  - { id: share, name: 比重, nameEn: Share, origin: reported, caliber: statistics, values: { rate: rate } }
  - { id: average, name: 平均, nameEn: Average, origin: reported, caliber: statistics, values: { rate: rate } }
  - { id: listed, name: 上市, nameEn: Listed, origin: reported, caliber: statistics, values: { firms: count } }
  - id: by-count
    name: 个数
    nameEn: By count
    origin: from-projects
    caliber: dispatch
    shape: ratio
    numerator: { count: projects, where: { stage: [started] } }
    denominator: { count: projects }
  - id: by-money
    name: 金额
    nameEn: By money
    origin: from-projects
    caliber: dispatch
    shape: ratio
    numerator: { sum: total-invest, where: { stage: [started] } }
    denominator: { sum: total-invest }
  - { id: invest, name: 完成, nameEn: Done, origin: from-projects, caliber: dispatch, shape: sum, of: { sum: invest-ytd } }
targets:
  - { id: yearly, name: 年均, nameEn: A year, indicator: industry, scope: {}, due: year-end, floor: { 2021-01-01: { amount: 20% } }, base: { as: yearly-growth, of: { reported: industry, value: amount, year: 2020 } } }
  - { id: three-years, name: 三年, nameEn: Three years, indicator: industry, scope: {}, due: 2023-12-31, over: plan, exceeds: true, floor: { 2021-01-01: { amount: 36元 } } }
  - { id: share, name: 比重, nameEn: Share, indicator: share, scope: {}, due: year-end, floor: { 2021-01-01: { rate: 10% } }, base: { as: { setting: how }, of: { reported: share, value: rate, year: last } } }
  - { id: rising, name: 提高, nameEn: Rising, indicator: share, scope: {}, due: year-end, exceeds: true, floor: { 2021-01-01: { rate: 0% } }, base: { as: growth, of: { reported: share, value: rate, year: last } } }
  - { id: average, name: 平均, nameEn: Average, indicator: by-count, scope: { list: key }, due: year-end, floor: { 2021-01-01: { value: 100% } }, base: { as: ratio, of: { reported: average, value: rate, year: same } } }
  - { id: chosen, name: 转化, nameEn: Conversion, indicator: { setting: what }, scope: { list: key }, due: year-end, floor: { 2021-01-01: { value: 40% } } }
  - { id: bonds, name: 债券, nameEn: Bonds, indicator: listed, scope: {}, due: 2023-12-31, over: plan, floor: { 2021-01-01: { firms: 2家 } }, provided: { setting: steady } }
  - { id: by-year, name: 分年, nameEn: By year, indicator: invest, scope: { list: key }, due: year-end, years: { 2021-01-01: { "2021": 5元, "2022": 6元, "2023": 7元 } } }
  - { id: reserve, name: 储备, nameEn: Reserve, indicator: industry, scope: {}, due: year-end, floor: { 2021-01-01: { amount: 25% } }, base: { as: growth, of: { target: three-years, value: amount, end: floor } } }
lights:
  - { id: progress, name: 进度, nameEn: Progress, dimension: progress, measure: { kind: ratio, of: invest-ytd, to: annual-plan }, bands: [{ below: 65%, colour: red }, { colour: green }] }
board: { tiles: [yearly], completion: null, starts: null }
`
const scheme: Scheme = (() => {
  const { parsed, findings } = parseScheme(PLAN, 'three.yaml')
  if (!parsed) throw new Error(JSON.stringify(findings))
  return parsed.scheme
})()

const said = (indicator: string, of: Readonly<Record<string, ReportedFact['values']>>): ReportedFact[] =>
  Object.entries(of).map(([period, values]) => ({ indicator, unit: 'statistics', period, values }))
const project = (
  id: string,
  stage: string,
  totalInvest: number,
  invested = 0,
  year = '2023',
): ProjectFacts => ({
  project: { id, name: id, totalInvest },
  memberships: [{ project: id, list: 'key' }],
  returns: [{ project: id, period: `${year}-05`, figures: { stage, 'invest-ytd': invested } }],
})
const judged = (
  id: string,
  reported: readonly ReportedFact[],
  { projects = [] as ProjectFacts[], asOf = '2023-12-31' as Day, settings = {} } = {},
) => {
  const facts = { ...factsOf(projects, reported), settings }
  return evaluate(scheme, facts, asOf).targets.find(one => one.id === id)
}
const state = (...of: Parameters<typeof judged>) => judged(...of)?.state

describe('growth by the year: 20 % on 1000 is 1728 after three years', () => {
  it.each([
    [1727, 'short'],
    [1728, 'stretch-met'],
    [1729, 'stretch-met'],
  ])('%i is %s', (amount, expected) => {
    const reported = said('industry', { '2020': { amount: 1000 }, '2023': { amount } })
    expect(state('yearly', reported)).toBe(expected)
  })
  it('asks 1200 after one', () => {
    const reported = said('industry', { '2020': { amount: 1000 }, '2021': { amount: 1200 } })
    expect(judged('yearly', reported, { asOf: '2021-12-31' })?.parts[0]?.floor).toEqual({ n: 1200, d: 1 })
  })
  it('rounds up to whole minor units: 1.2 of 1001 is 1201.2', () => {
    const of = (amount: number) => said('industry', { '2020': { amount: 1001 }, '2021': { amount } })
    expect(state('yearly', of(1201), { asOf: '2021-12-31' })).toBe('short')
    expect(state('yearly', of(1202), { asOf: '2021-12-31' })).toBe('stretch-met')
  })
  it('says unreported without its base', () => {
    expect(state('yearly', said('industry', { '2023': { amount: 9999 } }))).toBe('unreported')
  })
})

describe('three years added up, more than 36 元', () => {
  const years = (last: number) =>
    said('industry', { '2021': { amount: 1000 }, '2022': { amount: 1000 }, '2023': { amount: last } })
  it.each([
    [1599, 'short'],
    [1600, 'short'],
    [1601, 'stretch-met'],
  ])('with %i in the last', (last, expected) => expect(state('three-years', years(last))).toBe(expected))
  it('goes evenly over all months of the plan', () => {
    const { parts } = judged('three-years', years(0), { asOf: '2022-06-30' }) ?? {}
    expect(parts?.[0]?.toDate).toEqual({ n: 1800, d: 1 })
    expect(parts?.[0]?.actual).toEqual({ n: 1000, d: 1 })
  })
  it('with a year missing in between is unreported', () => {
    const holed = said('industry', { '2021': { amount: 1000 }, '2023': { amount: 9999 } })
    expect(state('three-years', holed)).toBe('unreported')
  })
})

describe('10 % above last year', () => {
  const rates = (rate: string) => said('share', { '2022': { rate: '50%' }, '2023': { rate } })
  it.each([
    ['growth', '54.9%', 'short'],
    ['growth', '55%', 'stretch-met'],
    ['points', '59.9%', 'short'],
    ['points', '60%', 'stretch-met'],
  ])('as %s, %s is %s', (how, rate, expected) => {
    expect(state('share', rates(rate), { settings: { how } })).toBe(expected)
  })
  it('rising is more than it was', () => {
    expect(['49.9%', '50%', '50.1%'].map(rate => state('rising', rates(rate)))).toEqual([
      'short',
      'short',
      'stretch-met',
    ])
  })
})

test('the average of others: at it is enough, one hundredth under is not', () => {
  const projects = [project('a', 'started', 1), project('b', 'prepare', 1)]
  const against = (rate: string) => state('average', said('average', { '2023-11': { rate } }), { projects })
  expect([against('50%'), against('50.01%'), against('49.99%')]).toEqual([
    'stretch-met',
    'short',
    'stretch-met',
  ])
  expect(state('average', [], { projects })).toBe('unreported')
})

test('what is measured may be chosen', () => {
  const projects = [project('a', 'started', 10), project('b', 'prepare', 90)]
  expect(judged('chosen', [], { projects })).toMatchObject({ indicator: 'by-count', state: 'stretch-met' })
  expect(judged('chosen', [], { projects, settings: { what: 'by-money' } })).toMatchObject({
    indicator: 'by-money',
    state: 'short',
  })
})

test('a condition that lapsed leaves nothing to ask', () => {
  const reported = said('listed', { '2021': { firms: 1 }, '2022': { firms: 0 }, '2023': { firms: 1 } })
  expect(state('bonds', reported)).toBe('stretch-met')
  expect(judged('bonds', reported, { settings: { steady: 'lapsed' } })).toBeUndefined()
})

test('each year by its own amount', () => {
  const of = (year: string, invested: number) =>
    state('by-year', [], { projects: [project('a', 'started', 1, invested, year)], asOf: `${year}-12-31` })
  expect([of('2021', 499), of('2021', 500), of('2022', 500), of('2022', 600), of('2023', 699)]).toEqual([
    'short',
    'stretch-met',
    'short',
    'stretch-met',
    'short',
  ])
})

test('so much more than another target asks: 25 % on 36 元', () => {
  const of = (amount: number) => state('reserve', said('industry', { '2023': { amount } }))
  expect([of(4499), of(4500)]).toEqual(['short', 'stretch-met'])
})

test('rounding never changes an answer: whole figures compare as the exact product would', () => {
  const whole = fc.integer({ min: 0, max: 10_000_000 })
  const percent = fc.integer({ min: 0, max: 300 })
  fc.assert(
    fc.property(whole, percent, whole, fc.boolean(), (base, rate, actual, exceeds) => {
      const foot = { as: 'growth', base: { n: base, d: 1 }, years: 0 }
      const cut = threshold(`${rate}%`, foot, 'minor', exceeds)?.n ?? Number.NaN
      const exact = BigInt(base) * BigInt(100 + rate)
      const hundredfold = BigInt(actual) * 100n
      expect(exceeds ? actual > cut : actual >= cut).toBe(
        exceeds ? hundredfold > exact : hundredfold >= exact,
      )
    }),
  )
})

test('a rate against a rate stays a fraction', () => {
  const foot = { as: 'growth', base: parseRate('33.3%') ?? null, years: 0 }
  expect(threshold('10%', foot, 'percent', false)).toEqual({ n: 3663, d: 10_000 })
})
