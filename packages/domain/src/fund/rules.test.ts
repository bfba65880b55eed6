import { type Day, must } from '@guatu/kernel'
import { describe, expect, it } from 'vitest'
import type { Award, MoneyRecord } from '../record/index.ts'
import { givenOf, planWith, projectOf } from '../testing/given.ts'
import { type FundAnswer, fundAnswer } from './index.ts'

const PLAN = planWith(`
units:
  - { id: east, name: 东镇, kind: town }
  - { id: west, name: 西镇, kind: town }
  - { id: finance, name: 财政局, kind: bureau }
lights:
  - id: progress
    name: 进度
    nameEn: Progress
    dimension: progress
    lists: [key]
    measure: { kind: ratio, of: invest-ytd, to: annual-plan }
    bands: [{ below: 50%, colour: red }, { colour: green }]
funds:
  - id: first
    name: 优先
    nameEn: First
    kind: priority
    lists: [key, other]
    order:
      - { id: fast, name: 快, nameEn: fast, by: { light: progress }, prefer: high }
      - { id: approved, name: 批复, nameEn: approved, by: approval, prefer: present }
      - { id: size, name: 规模, nameEn: size, by: annual-plan, prefer: high }
  - { id: cheap, name: 节约, nameEn: Cheap, kind: priority, order: [{ id: size, name: 规模, nameEn: size, by: annual-plan, prefer: low }] }
  - { id: award, name: 奖励, nameEn: Award, kind: grant, per: 入库, perEn: entry, gives: [{ id: cash, name: 奖, nameEn: cash, amount: 40万元 }, { id: quota, name: 额度, nameEn: quota, amount: 300万元 }] }
  - { id: early, name: 前期费, nameEn: Early, kind: reserve, sources: [early], of: jurisdiction, atLeast: 1亿元 }
  - { id: towns, name: 镇前期费, nameEn: Towns, kind: reserve, of: { each: town }, atLeast: 2000万元 }
`)
const answer = <K extends FundAnswer['kind']>(id: string, kind: K, given: ReturnType<typeof givenOf>) =>
  fundAnswer(
    must(
      PLAN.funds.find(one => one.id === id && one.kind === kind),
      id,
    ),
    given,
  ) as Extract<FundAnswer, { kind: K }>

describe('who comes first', () => {
  const project = (id: string, done: number | undefined, annualPlan: number | undefined, approval?: string) =>
    projectOf(id, {
      annualPlan,
      figures: done === undefined ? {} : { 'invest-ytd': done },
      attributes: approval === undefined ? {} : { approval },
    })
  // Done of the plan: 49 %, 51 % and four times half; then what nobody reported, and a list that the light does not judge.
  const projects = [
    project('behind', 49, 100, '已批'),
    project('a-hundredth-more', 51, 100),
    project('half', 50, 100),
    project('half-approved', 25, 50, '已批'),
    project('half-larger', 100, 200, '已批'),
    project('half-as-large', 100, 200, '已批'),
    project('silent', undefined, 500, '已批'),
    projectOf('elsewhere', { list: 'other', annualPlan: 1_000, figures: { 'invest-ytd': 1_000 } }),
  ]
  const ranks = (id: string, of = projects) =>
    answer('first' === id ? 'first' : 'cheap', 'priority', givenOf(PLAN, '2023-06-30', of, {})).order.map(
      one => [one.rank, one.project],
    )

  it('goes by the first condition, then by the next; what has no figure comes last', () => {
    const expected = [
      [1, 'a-hundredth-more'],
      [2, 'half-as-large'],
      [2, 'half-larger'],
      [4, 'half-approved'],
      [5, 'half'],
      [6, 'behind'],
      [7, 'silent'],
      [8, 'elsewhere'],
    ]
    expect(ranks('first')).toEqual(expected)
    expect(ranks('first', [...projects].reverse())).toEqual(expected)
  })

  it('may prefer the small', () => {
    const three = [project('b', 1, 2), project('a', 1, 3), project('none', 1, undefined), project('c', 1, 2)]
    expect(ranks('cheap', three)).toEqual([
      [1, 'b'],
      [1, 'c'],
      [3, 'a'],
      [4, 'none'],
    ])
  })
})

describe('a grant', () => {
  const earned = (unit: string, on: Day, grant = 'award'): Award => ({ unit, on, grant })
  const awards = [
    earned('west', '2023-03-01'),
    earned('east', '2023-01-01'),
    earned('east', '2022-12-31'),
    earned('east', '2023-06-30'),
    earned('east', '2023-07-01'),
    earned('east', '2023-03-01', 'other'),
  ]
  it('gives each amount for each event since the plan is in force', () => {
    // 40万元 and 300万元 in 分.
    expect(answer('award', 'grant', givenOf(PLAN, '2023-06-30', [], { awards }))).toEqual({
      kind: 'grant',
      units: [
        { unit: 'east', times: 2, gives: { cash: 80_000_000, quota: 600_000_000 } },
        { unit: 'west', times: 1, gives: { cash: 40_000_000, quota: 300_000_000 } },
      ],
      times: 3,
      gives: { cash: 120_000_000, quota: 900_000_000 },
    })
  })
})

describe('money set aside', () => {
  const put = (allocated: number, cohort: number, of: Partial<MoneyRecord> = {}): MoneyRecord => ({
    id: 'm',
    source: 'early',
    cohort,
    allocated,
    passedOn: [],
    paid: [],
    ...of,
  })
  const ENOUGH = 10_000_000_000
  it.each<[amount: number, asOf: Day, state: string]>([
    [ENOUGH - 1, '2023-12-31', 'open'],
    [ENOUGH, '2023-12-31', 'met'],
    [ENOUGH + 1, '2023-02-01', 'met'],
    [ENOUGH - 1, '2024-01-01', 'short'],
    [ENOUGH, '2024-01-01', 'met'],
  ])('%i fen for 2023 on %s: %s', (amount, asOf, state) => {
    const money = [put(1, 2023), put(amount - 1, 2023), put(ENOUGH, 2022), put(9, 2023, { source: 'bond' })]
    const given = answer('early', 'reserve', givenOf(PLAN, asOf, [], { money }))
    expect(given.rows[0]).toEqual({ subject: '*', year: 2023, amount, state })
  })

  it('is asked of each year that has begun, and of each unit of the kind', () => {
    const towns = (asOf: Day, money: MoneyRecord[]) =>
      answer('towns', 'reserve', givenOf(PLAN, asOf, [], { money }))
    const east = [put(2_000_000_000, 2023, { unit: 'east' }), put(1_999_999_999, 2024, { unit: 'east' })]
    const rows = towns('2024-06-30', [...east, put(2_000_000_000, 2023, { unit: 'finance' })]).rows
    expect(rows.map(one => [one.subject, one.year, one.state])).toEqual([
      ['east', 2023, 'met'],
      ['east', 2024, 'open'],
      ['west', 2023, 'short'],
      ['west', 2024, 'open'],
    ])
    expect(towns('2023-06-30', east)).toMatchObject({ state: 'open', met: 1, of: 2 })
  })

  it('goes by what came where nothing says what was given out', () => {
    const money = [put(0, 2023, { allocated: undefined, arrived: { amount: ENOUGH, on: '2023-03-02' } })]
    const on = (asOf: Day) => answer('early', 'reserve', givenOf(PLAN, asOf, [], { money })).rows[0]?.amount
    expect([on('2023-03-01'), on('2023-03-02')]).toEqual([0, ENOUGH])
  })
})
