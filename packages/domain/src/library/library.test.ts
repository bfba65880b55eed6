import { describe, expect, it } from 'vitest'
import { finish, type ProjectFacts, start } from '../evaluate/index.ts'
import type { Facts, ReturnFact } from '../facts/index.ts'
import { factsOf } from '../testing/facts.ts'
import { SAMPLE } from '../testing/scheme.ts'
import { createLibrary } from './library.ts'
import { projectLines } from './rows.ts'
import type { ProjectSearch } from './search.ts'
import { projectYear } from './year.ts'

const MAY = '2023-05-31'
const project = (
  id: string,
  name: string,
  leadUnit: string,
  invested?: number,
  annualPlan?: number,
): ProjectFacts => ({
  project: {
    id,
    name,
    leadUnit,
    leader: '县领导甲',
    code: `2023-${id}`,
    fundSource: '专项债',
    townUnit: 'camp',
  },
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
    { id: 'office', name: '县政府', kind: 'office' },
    { id: 'housing', name: '住建局', kind: 'bureau', parent: 'office' },
    { id: 'water', name: '水务局', kind: 'bureau', parent: 'office' },
    { id: 'camp', name: '营盘镇', kind: 'town' },
  ],
}
const running = start(SAMPLE, FACTS, MAY)
const LINES = projectLines(running, finish(running), FACTS)
const severity = new Map(SAMPLE.colours.map(colour => [colour.id, colour.severity]))
const LIBRARY = createLibrary(LINES, severity, FACTS.units)
const found = (search: ProjectSearch) =>
  LIBRARY.page(search, 0, 100)
    .rows.map(line => line.id)
    .join('')

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
      fundSource: '专项债',
      townUnitName: '营盘镇',
      silent: false,
      months: {
        done: [null, null, null, null, 1],
        plan: [100, 200, 300, 400, 500, 600, 700, 800, 900, 1000, 1100, 1200],
      },
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

describe('a project is silent', () => {
  const silentOn = (asOf: string, ...periods: string[]) => {
    const one = factsOf([
      {
        ...project('a', '甲', 'housing'),
        returns: periods.map(period => ({ project: 'a', period, figures: { progress: '一' } })),
      },
    ])
    const of = start(SAMPLE, one, asOf)
    return projectLines(of, finish(of), one)[0]?.silent
  }

  it.each<[string, string[], boolean]>([
    ['2023-05-31', ['2023-05'], false],
    ['2023-05-31', ['2023-04'], true],
    ['2023-05-30', ['2023-04'], false],
    ['2023-05-30', ['2023-05'], true],
    ['2023-05-30', ['2023-W13'], false],
    ['2023-05-30', ['2023-03', '2023-W18'], false],
    ['2023-05-31', [], true],
  ])('on %s after returns of %j: %s', (asOf, periods, expected) => {
    expect(silentOn(asOf, ...periods)).toBe(expected)
  })

  it.each<[string, string[], string, boolean]>([
    // asked by the week and by the month: the week decides
    ['2023-06-11', ['2023-05', '2023-W22'], 'key', true],
    ['2023-06-11', ['2023-05', '2023-W23'], 'key', false],
    ['2023-06-10', ['2023-05', '2023-W22'], 'key', false],
    ['2023-06-10', ['2023-W21'], 'key', true],
    // asked by the month alone
    ['2023-06-11', ['2023-05'], 'backed', false],
    ['2023-06-11', ['2023-04'], 'backed', true],
    // asked by nobody
    ['2023-06-11', [], 'other', false],
  ])('against its own rhythm: on %s after returns of %j on list %s', (asOf, periods, list, expected) => {
    const one = factsOf([
      {
        ...project('a', '甲', 'housing'),
        memberships: [{ project: 'a', list, year: 2023 }],
        returns: periods.map(period => ({ project: 'a', period, figures: { progress: '一' } })),
      },
    ])
    const asks = (id: string, every: 'week' | 'month', lists: string[]) => ({
      id,
      name: id,
      nameEn: id,
      covers: [],
      terms: [],
      does: 'count' as const,
      asksReturn: true,
      every,
      lists,
    })
    const scheme = {
      ...SAMPLE,
      cadences: [asks('m', 'month', ['key', 'backed']), asks('w', 'week', ['key'])],
    }
    const of = start(scheme, one, asOf)
    expect(projectLines(of, finish(of), one)[0]?.silent).toBe(expected)
  })
})

describe('searching', () => {
  it.each<[ProjectSearch, string]>([
    [{}, 'abdc'],
    [{ q: '管网' }, 'a'],
    [{ q: '　水务' }, 'b'],
    [{ q: '２０２３-c' }, 'c'],
    [{ q: '改造 住建' }, 'c'],
    [{ q: '没有' }, ''],
    [{ chosen: { unit: ['water'] } }, 'b'],
    [{ chosen: { unit: ['office'] } }, 'abdc'],
    [{ chosen: { colour: ['red', 'none'] } }, 'ac'],
    [{ chosen: { stage: ['prepare'] } }, 'c'],
    [{ chosen: { list: ['backed'], unit: ['housing'], colour: ['green'] } }, 'd'],
    [{ chosen: { nature: ['none'] } }, ''],
    [{ chosen: { fund: ['专项债'], place: ['camp'] } }, 'abdc'],
    [{ lights: { progress: ['none'] } }, 'c'],
    [{ lights: { unheard: ['red'] } }, ''],
    [{ ranges: { 'annual-plan': { min: { n: 1200, d: 1 }, max: { n: 2399, d: 1 } } } }, 'abd'],
    [{ ranges: { completion: { min: { n: 3, d: 8 } } } }, 'bd'],
    [{ ranges: { completion: { min: { n: 451, d: 1200 } } } }, 'b'],
    [{ ranges: { completion: { max: { n: 1, d: 1200 } } } }, 'a'],
  ])('%j finds %s', (search, expected) => {
    expect(found(search)).toBe(expected)
  })

  it('counts under each filter what choosing a value would show, given the others', () => {
    const { facets, lights } = LIBRARY.facets({ chosen: { unit: ['housing'] } })
    const { unit, leader, colour, place } = facets
    expect(unit).toEqual([
      { id: 'office', name: '县政府', count: 4 },
      { id: 'housing', name: '住建局', count: 3 },
      { id: 'water', name: '水务局', count: 1 },
    ])
    expect(leader).toEqual([{ id: '县领导甲', name: '县领导甲', count: 3 }])
    expect(place).toEqual([{ id: 'camp', name: '营盘镇', count: 3 }])
    expect(colour.map(({ id, count }) => [id, count])).toEqual([
      ['green', 1],
      ['none', 1],
      ['red', 1],
    ])
    expect(Object.keys(lights)).toEqual(['gap', 'growth', 'progress', 'slip', 'start'])
  })

  it('keeps what is chosen, be there none of it', () => {
    expect(LIBRARY.facets({ q: '没有', chosen: { leader: ['乙'] } }).facets.leader).toEqual([
      { id: '乙', name: '乙', count: 0 },
    ])
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
    [{ sort: 'unheard-of' }, 'abdc'],
  ])('by %j is %s; what has no figure stands last either way', (search, expected) => {
    expect(found(search)).toBe(expected)
  })
})

it('sums each project once, all that was found and not the page', () => {
  expect(LIBRARY.page({}, 1, 2)).toMatchObject({
    total: 4,
    sums: { projects: 4, started: 3, annualPlan: 6000, planToDate: 2500, invested: 951, totalInvest: 0 },
  })
  expect(LIBRARY.page({}, 1, 2).rows.map(line => line.id)).toEqual(['b', 'd'])
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
