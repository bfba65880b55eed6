import { describe, expect, it } from 'vitest'
import { finish, type ProjectFacts, start } from '../evaluate/index.ts'
import type { Facts, ReturnFact } from '../facts/index.ts'
import { factsOf } from '../testing/facts.ts'
import { SAMPLE } from '../testing/scheme.ts'
import { projectLines } from './rows.ts'
import { facets, lineSums, type ProjectSearch, searchLines, sortLines } from './search.ts'
import { projectYear } from './year.ts'

const MAY = '2023-05-31'
const project = (
  id: string,
  name: string,
  leadUnit: string,
  invested?: number,
  annualPlan?: number,
): ProjectFacts => ({
  project: { id, name, leadUnit, leader: '县领导甲', code: `2023-${id}` },
  memberships: [
    { project: id, list: 'backed', year: 2023, annualPlan: 99 },
    { project: id, list: 'key', year: 2023, nature: 'new', annualPlan },
    { project: id, list: 'key', year: 2022, annualPlan: 5 },
  ],
  returns: [
    {
      project: id,
      period: '2023-05',
      figures: invested === undefined ? { stage: 'prepare' } : { 'invest-ytd': invested, stage: 'started' },
    },
  ],
})
const FACTS: Facts = {
  ...factsOf([
    project('a', '污水管网', 'housing', 1, 1200),
    project('b', '供水工程', 'water', 500, 1200),
    project('c', '道路改造', 'housing', undefined, 2400),
    project('d', '学校', 'housing', 450, 1200),
  ]),
  units: [
    { id: 'housing', name: '住建局', kind: 'bureau' },
    { id: 'water', name: '水务局', kind: 'bureau' },
  ],
}
const running = start(SAMPLE, FACTS, MAY)
const LINES = projectLines(running, finish(running), FACTS)
const severity = new Map(SAMPLE.colours.map(colour => [colour.id, colour.severity]))
const ids = (lines: readonly { readonly id: string }[]) => lines.map(line => line.id).join('')
const found = (search: ProjectSearch) => ids(searchLines(LINES, search))
const sorted = (search: ProjectSearch) => ids(sortLines(LINES, search, severity))

describe('a line of the library', () => {
  it('shows the plan of the first list and the latest figures', () => {
    expect(LINES[0]).toMatchObject({
      id: 'a',
      lists: ['key', 'backed'],
      leadUnitName: '住建局',
      nature: 'new',
      stage: 'started',
      annualPlan: 1200,
      planToDate: 500,
      invested: 1,
      period: '2023-05',
      colour: 'red',
    })
    expect(LINES[2]).toMatchObject({ invested: null, colour: 'none' })
  })

  it('names the period that ended last, whatever its kind', () => {
    const one: ProjectFacts = {
      ...project('a', '甲', 'housing'),
      returns: [
        { project: 'a', period: '2023-W05', figures: { progress: '一' } },
        { project: 'a', period: '2023-04', figures: { 'invest-ytd': 1 } },
      ],
    }
    const of = start(SAMPLE, factsOf([one]), MAY)
    expect(projectLines(of, finish(of), factsOf([one]))[0]?.period).toBe('2023-04')
  })
})

describe('searching', () => {
  it.each<[ProjectSearch, string]>([
    [{}, 'abcd'],
    [{ q: '管网' }, 'a'],
    [{ q: '　水务' }, 'b'],
    [{ q: '２０２３-c' }, 'c'],
    [{ q: '没有' }, ''],
    [{ unit: 'water' }, 'b'],
    [{ unit: 'water,housing' }, 'abcd'],
    [{ colour: 'red,none' }, 'ac'],
    [{ stage: 'prepare' }, 'c'],
    [{ list: 'backed', unit: 'housing', colour: 'green' }, 'd'],
    [{ nature: 'none' }, ''],
  ])('%j finds %s', (search, expected) => {
    expect(found(search)).toBe(expected)
  })

  it('offers each value with its count', () => {
    expect(facets(LINES).units).toEqual([
      { id: 'housing', name: '住建局', count: 3 },
      { id: 'water', name: '水务局', count: 1 },
    ])
    expect(facets(LINES).leaders).toEqual([{ id: '县领导甲', name: '县领导甲', count: 4 }])
  })
})

describe('sorting', () => {
  it.each<[ProjectSearch, string]>([
    [{}, 'abdc'],
    [{ sort: 'severity', order: 'asc' }, 'cbda'],
    [{ sort: 'invested' }, 'bdac'],
    [{ sort: 'invested', order: 'asc' }, 'adbc'],
    [{ sort: 'completion' }, 'bdac'],
    [{ sort: 'gap', order: 'asc' }, 'adbc'],
    [{ sort: 'annual-plan' }, 'cbda'],
    [{ sort: 'unit' }, 'dacb'],
  ])('by %j is %s; what has no figure stands last either way', (search, expected) => {
    expect(sorted(search)).toBe(expected)
  })
})

it('sums each project once', () => {
  expect(lineSums(LINES)).toEqual({
    projects: 4,
    started: 3,
    annualPlan: 6000,
    planToDate: 2500,
    invested: 951,
    totalInvest: 0,
  })
})

describe('the year of one project', () => {
  const returns: ReturnFact[] = [
    { project: 'a', period: '2023-05', figures: { 'invest-ytd': 50, 'stat-ytd': 30 } },
    { project: 'a', period: '2023-04-T1', figures: { 'invest-ytd': 35 } },
    { project: 'a', period: '2023-04', figures: { 'invest-ytd': 40, 'paid-ytd': 20 } },
    { project: 'a', period: '2022-12', figures: { 'invest-ytd': 90 } },
  ]
  const months = (asOf: string) =>
    projectYear({ project: 'a', list: 'key', year: 2023, annualPlan: 120 }, { kind: 'linear' }, returns, asOf)

  it('keeps the calibers side by side and leaves blank what nobody reported', () => {
    expect(months(MAY).slice(2, 6)).toEqual([
      { month: '2023-03', plan: 30, done: null, paid: null, statistics: null },
      { month: '2023-04', plan: 40, done: 40, paid: 20, statistics: null },
      { month: '2023-05', plan: 50, done: 50, paid: null, statistics: 30 },
      { month: '2023-06', plan: 60, done: null, paid: null, statistics: null },
    ])
  })

  it('knows nothing that ended after the day', () => {
    expect(months('2023-05-30')[4]?.done).toBeNull()
    expect(months('2023-04-10')[3]?.done).toBe(35)
  })
})
