import type { Day } from '@guatu/kernel'
import { describe, expect, it } from 'vitest'
import { evaluate, type ProjectFacts, type TargetState } from '../evaluate/index.ts'
import type { ReportedFact, Stage } from '../facts/index.ts'
import { settingValues } from '../light/index.ts'
import { factsOf } from '../testing/facts.ts'
import { SAMPLE } from '../testing/scheme.ts'
import { dueDay, planYear } from './due.ts'
import { parseValue } from './parse.ts'

const target = (
  id: string,
  projects: readonly ProjectFacts[],
  asOf: Day,
  reported: readonly ReportedFact[] = [],
) => {
  const found = evaluate(SAMPLE, factsOf(projects, reported), asOf).targets.find(one => one.id === id)
  if (!found) throw new Error(`no target ${id}`)
  return found
}

const project = (
  id: string,
  list: string,
  invested: number,
  annualPlan = 1000,
  stage: Stage = 'started',
): ProjectFacts => ({
  project: { id, name: id },
  memberships: [{ project: id, list, year: 2023, nature: 'new', annualPlan }],
  returns: [{ project: id, period: '2023-05', figures: { 'invest-ytd': invested, stage } }],
})

describe('a target from projects, floor 85 % and stretch 95 %', () => {
  it.each<[number, TargetState]>([
    [1019, 'short'],
    [1020, 'floor-met'],
    [1021, 'floor-met'],
    [1139, 'floor-met'],
    [1140, 'stretch-met'],
    [1141, 'stretch-met'],
  ])('%i of 1200 is %s', (done, state) => {
    const { parts, ...rest } = target('completion', [project('a', 'key', done, 1200)], '2023-05-31')
    expect(rest).toMatchObject({ scope: 'list:key', state, due: '2023-12-31', overdue: false })
    expect(parts).toEqual([
      {
        name: 'value',
        unit: 'percent',
        actual: { n: done, d: 1200 },
        floor: { n: 85, d: 100 },
        stretch: { n: 95, d: 100 },
        toDate: { n: 500, d: 1200 },
        state,
      },
    ])
  })

  it('is the ratio of sums, never the mean of rates', () => {
    const both = [project('a', 'key', 900, 1000), project('b', 'key', 0, 9000)]
    expect(target('completion', both, '2023-05-31').parts[0]?.actual).toEqual({ n: 900, d: 10_000 })
  })

  it('has no value where nothing is planned, and no colour of success', () => {
    const { parts, state } = target('completion', [project('a', 'backed', 9)], '2023-05-31')
    expect([parts[0]?.actual, parts[0]?.toDate, state]).toEqual([null, null, 'unreported'])
  })

  it('adds up the natures it names, and leaves the rest out', () => {
    const natured = (
      id: string,
      nature: 'new' | 'continuing' | 'preparatory',
      stage: Stage,
    ): ProjectFacts => {
      const one = project(id, 'key', 0, 1000, stage)
      return { ...one, memberships: one.memberships.map(membership => ({ ...membership, nature })) }
    }
    const all = [
      natured('a', 'new', 'started'),
      natured('b', 'continuing', 'paused'),
      natured('c', 'preparatory', 'plan'),
    ]
    const found = target('starts', all, '2023-05-31')
    expect(found.scope).toBe('list:key/new+list:key/continuing')
    expect(found.parts[0]?.actual).toEqual({ n: 1, d: 2 })
  })

  it('with a floor only is met whole at the floor', () => {
    expect(target('starts', [project('a', 'key', 0)], '2023-05-31').state).toBe('stretch-met')
    expect(target('starts', [project('a', 'key', 0, 1000, 'prepare')], '2023-05-31').state).toBe('short')
  })

  it('is overdue from the day after it was due', () => {
    const late = [project('a', 'key', 0, 1000, 'prepare')]
    expect(target('starts', late, '2023-09-30').overdue).toBe(false)
    expect(target('starts', late, '2023-10-01').overdue).toBe(true)
    expect(target('starts', [project('a', 'key', 0)], '2023-10-01').overdue).toBe(false)
  })
})

describe('a reported target of several values', () => {
  const fai = (values: ReportedFact['values']): ReportedFact[] => [
    { indicator: 'fai', unit: 'statistics', period: '2023-05', values },
  ]
  const yuan = 100_000_000_00

  it.each<[string, number, TargetState]>([
    ['9.9%', 150 * yuan, 'short'],
    ['10%', 140 * yuan, 'floor-met'],
    ['10%', 140 * yuan - 1, 'short'],
    ['18%', 150 * yuan - 1, 'floor-met'],
    ['18%', 150 * yuan, 'stretch-met'],
    ['17.9%', 150 * yuan, 'floor-met'],
  ])('growth %s and %i 分: the worst of its parts, %s', (growth, amount, state) => {
    expect(target('fai', [], '2023-05-31', fai({ growth, amount })).state).toBe(state)
  })

  it('is unreported while any part is', () => {
    expect(target('fai', [], '2023-05-31', fai({ growth: '18%' })).state).toBe('unreported')
    expect(target('fai', [project('a', 'key', 999)], '2023-05-31').state).toBe('unreported')
  })

  it('follows an even course by month for amounts, none for rates', () => {
    const { parts } = target('fai', [], '2023-05-31', fai({ growth: '18%', amount: 1 }))
    expect(parts.map(one => [one.name, one.toDate])).toEqual([
      ['amount', { n: 5_833_333_333_35, d: 1 }],
      ['growth', null],
    ])
  })
})

describe('a target by quarters', () => {
  const yi = 100_000_000_00
  it.each([
    ['2023-01-31', 1 * yi, 33_333_333_34],
    ['2023-03-30', 1 * yi, 66_666_666_67],
    ['2023-03-31', 1 * yi, 1 * yi],
    ['2023-04-01', 3 * yi, 1 * yi],
    ['2023-06-30', 3 * yi, 3 * yi],
    ['2023-12-31', 10 * yi, 10 * yi],
  ])('of amounts adds up: by %s to %i at the quarter end and %i so far', (asOf, floor, toDate) => {
    const { parts } = target('backed-quarters', [], asOf)
    expect(parts[0]).toMatchObject({ floor: { n: floor, d: 1 }, toDate: { n: toDate, d: 1 } })
  })

  it.each([
    [yi - 1, 'short'],
    [yi, 'stretch-met'],
  ] as const)('of amounts: %i in the first quarter is %s', (invested, state) => {
    const returns = [{ project: 'a', period: '2023-03', figures: { 'invest-ytd': invested } }]
    expect(target('backed-quarters', [{ ...project('a', 'backed', 0), returns }], '2023-03-31').state).toBe(
      state,
    )
  })

  it('of rates holds for its own quarter', () => {
    const started = [project('a', 'backed', 0), project('b', 'backed', 0, 1000, 'prepare')]
    const state = (asOf: Day) => target('start-quarters', started, asOf).state
    expect([state('2023-06-30'), state('2023-07-01')]).toEqual(['stretch-met', 'short'])
    expect(target('start-quarters', started, '2023-07-01')).toMatchObject({
      due: '2023-09-30',
      parts: [{ floor: { n: 75, d: 100 }, toDate: null }],
    })
  })
})

describe('due days', () => {
  const due = (text: string, asOf: Day, settings: Record<string, string> = {}) => {
    const [first] = SAMPLE.targets
    if (!first) throw new Error('the sample has no target')
    return dueDay({ ...first, due: text }, SAMPLE, { ...settingValues(SAMPLE, {}), ...settings }, asOf)
  }

  it('fall in the plan year', () => {
    expect(due('year-end', '2023-05-31')).toBe('2023-12-31')
    expect(due('09-30', '2024-01-01')).toBe('2024-09-30')
    expect([due('quarter-ends', '2023-03-31'), due('quarter-ends', '2023-04-01')]).toEqual([
      '2023-03-31',
      '2023-06-30',
    ])
    expect(due('construction-season-end', '2023-05-31', { 'construction-season': '03-15/11-15' })).toBe(
      '2023-11-15',
    )
    expect(due('construction-season-end', '2023-05-31')).toBe('2023-12-31')
  })

  it('keep to the years of the plan', () => {
    expect([
      planYear(SAMPLE, '2022-06-30'),
      planYear(SAMPLE, '2024-06-30'),
      planYear(SAMPLE, '2026-06-30'),
    ]).toEqual([2023, 2024, 2024])
  })
})

describe('target values', () => {
  it('are read exactly by unit', () => {
    expect(parseValue('85%', 'percent')).toEqual({ n: 85, d: 100 })
    expect(parseValue('115.4亿元', 'minor')).toEqual({ n: 1_154_000_000_000, d: 1 })
    expect(parseValue('500$', 'minor')).toEqual({ n: 50_000, d: 1 })
    expect(parseValue('27个', 'count')).toEqual({ n: 27, d: 1 })
    expect(() => parseValue('多', 'minor')).toThrow('not a target value')
  })
})

describe('a yearly amount of a list', () => {
  const asked = (asOf: string) =>
    evaluate(SAMPLE, factsOf([project('a', 'backed', 10, 57_000)]), asOf).targets.find(
      one => one.id === 'backed-year',
    )

  it('follows the plan of its projects, not a straight line', () => {
    expect(asked('2023-03-31')?.parts[0]).toMatchObject({
      floor: { n: 57_000, d: 1 },
      toDate: { n: 1_550, d: 1 },
    })
    expect(asked('2023-06-30')?.parts[0]?.toDate).toEqual({ n: 12_050, d: 1 })
    expect(asked('2023-12-31')?.parts[0]?.toDate).toEqual({ n: 57_000, d: 1 })
  })

  it('counts from the day its value is in force, not a day before', () => {
    expect(asked('2023-01-31')).toBeUndefined()
    expect(asked('2023-02-01')?.id).toBe('backed-year')
  })
})
