import { addMinor, compareText } from '@guatu/kernel'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { STAGES, type UnitFact } from '../facts/index.ts'
import { createLibrary } from './library.ts'
import type { ProjectLine } from './rows.ts'
import {
  dimensionColours,
  FACETS,
  type FacetName,
  facetValues,
  inRange,
  isStartedLine,
  type ProjectSearch,
  RANGES,
  type Range,
  rangeFigure,
  textOf,
  wordsOf,
} from './search.ts'
import { compareLines, sortKey } from './sort.ts'

const UNITS: UnitFact[] = [
  { id: 'office', name: '政府', kind: 'office' },
  { id: 'housing', name: '住建局', kind: 'bureau', parent: 'office' },
  { id: 'site', name: '工地科', kind: 'bureau', parent: 'housing' },
]
const PARENT: Readonly<Record<string, string | undefined>> = { housing: 'office', site: 'housing' }
const above = (unit: string): string[] => {
  const up = PARENT[unit]
  return up === undefined ? [unit] : [unit, ...above(up)]
}
const SEVERITY = new Map([
  ['red', 3],
  ['green', 0],
])

/** The library as one would write it first: every line tested, all of what is left sorted and summed. */
function plain(lines: readonly ProjectLine[], search: ProjectSearch) {
  const key = sortKey(search.sort ?? 'severity', SEVERITY)
  if (!key) throw new Error('no such sort')
  const found = lines.filter(line => plainMatch(line, search))
  const order = search.order ?? key.first
  const sum = (value: (line: ProjectLine) => number | null) =>
    found.reduce((total, line) => addMinor(total, value(line) ?? 0), 0)
  return {
    rows: found.toSorted(compareLines(key, order === 'desc')),
    total: found.length,
    sums: {
      projects: found.length,
      started: found.filter(isStartedLine).length,
      annualPlan: sum(line => line.annualPlan),
      planToDate: sum(line => line.planToDate),
      invested: sum(line => line.invested),
      totalInvest: sum(line => line.totalInvest),
    },
  }
}

function plainMatch(line: ProjectLine, search: ProjectSearch): boolean {
  const texts = wordsOf(search.q).every(word => textOf(line).includes(word))
  const chosen = FACETS.every(name => {
    const wanted = search.chosen?.[name]
    return !wanted || facetValues[name](line, above).some(value => wanted.includes(value))
  })
  const lights = Object.entries(search.lights ?? {}).every(([dimension, wanted]) =>
    (dimensionColours(line).get(dimension) ?? []).some(colour => wanted.includes(colour)),
  )
  const ranges = RANGES.every(name => {
    const range = search.ranges?.[name]
    return !range || inRange(rangeFigure[name](line), range)
  })
  return texts && chosen && lights && ranges && (!search.silent || line.silent)
}

/** Each value with the number of lines that all other filters let through. */
function plainFacet(lines: readonly ProjectLine[], search: ProjectSearch, name: FacetName) {
  const { [name]: wanted = [], ...others } = search.chosen ?? {}
  const counts = new Map<string, number>(wanted.map(id => [id, 0]))
  for (const line of lines.filter(one => plainMatch(one, { ...search, chosen: others })))
    for (const value of facetValues[name](line, above)) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].sort(([a, n], [b, m]) => m - n || compareText(a, b))
}

function plainLights(lines: readonly ProjectLine[], search: ProjectSearch, dimension: string) {
  const { [dimension]: wanted = [], ...others } = search.lights ?? {}
  const counts = new Map<string, number>(wanted.map(id => [id, 0]))
  for (const line of lines.filter(one => plainMatch(one, { ...search, lights: others })))
    for (const colour of dimensionColours(line).get(dimension) ?? [])
      counts.set(colour, (counts.get(colour) ?? 0) + 1)
  return [...counts].sort(([a, n], [b, m]) => m - n || compareText(a, b))
}

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null })
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined })
// Few values, so that ties, shared filters and equal quotients (1/3 and 2/6) occur.
const amount = maybe(fc.constantFrom(0, 1, 2, 3, 6, 9_007_199_254))
const colour = fc.constantFrom('red', 'green', 'none')
const line: fc.Arbitrary<ProjectLine> = fc.record({
  id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g'),
  name: fc.constantFrom('道路改造', '道路', '供水 工程', 'Ａ区'),
  code: optional(fc.constantFrom('2023-01', '2023-02')),
  leadUnit: maybe(fc.constantFrom('housing', 'site', 'water')),
  leadUnitName: fc.constantFrom('', '住建局', '水务局'),
  ownerUnitName: fc.constantFrom('', '甲公司'),
  townUnit: maybe(fc.constantFrom('t1', 't2')),
  townUnitName: fc.constantFrom('', '一镇'),
  place: optional(fc.constantFrom('河边', '一镇')),
  leader: optional(fc.constantFrom('甲', '乙')),
  sector: optional(fc.constantFrom('水利', '交通')),
  fundSource: optional(fc.constantFrom('专项债', '财政')),
  lists: fc.subarray(['key', 'backed']),
  nature: maybe(fc.constantFrom('new', 'continuing')),
  stage: maybe(fc.constantFrom(...STAGES)),
  totalInvest: amount,
  annualPlan: amount,
  planToDate: amount,
  invested: amount,
  period: maybe(fc.constantFrom('2023-04', '2023-05', '2023-W21')),
  silent: fc.boolean(),
  months: fc.constant({ done: [], plan: null }),
  colour,
  lights: fc.array(
    fc.record({
      list: fc.constantFrom('key', 'backed'),
      dimension: fc.constantFrom('progress', 'start'),
      colour,
      rule: fc.constant('r'),
    }),
    { maxLength: 3 },
  ),
  extra: fc
    .record({ budget: optional(fc.constantFrom<string | number>(1, 5, '12%', '无', '2')) })
    .map(({ budget }): ProjectLine['extra'] => (budget === undefined ? {} : { budget })),
  synthetic: fc.boolean(),
})
const some = <T>(...values: T[]) => optional(fc.subarray(values, { minLength: 1 }))
const bound = optional(
  fc.constantFrom({ n: 1, d: 3 }, { n: 1, d: 1 }, { n: 2, d: 1 }, { n: 9_007_199_254, d: 1 }),
)
const range: fc.Arbitrary<Range | undefined> = optional(fc.record({ min: bound, max: bound }))
const search: fc.Arbitrary<ProjectSearch> = fc.record({
  q: optional(fc.constantFrom('道路', 'a区', '  水务　工程', '2023-01 甲', '没有')),
  chosen: fc.record({
    list: some('key', 'none', 'absent'),
    unit: some('office', 'housing', 'water', 'none'),
    stage: some('started', 'none'),
    nature: some('new'),
    colour: some('red', 'green'),
    leader: some('甲', 'none'),
    sector: some('水利'),
    fund: some('专项债', 'none'),
    place: some('t1', '河边'),
  }),
  lights: fc
    .record({ progress: some('red', 'none'), absent: some('red') })
    .map(all => Object.fromEntries(Object.entries(all).filter(([, colours]) => colours))) as fc.Arbitrary<
    NonNullable<ProjectSearch['lights']>
  >,
  ranges: fc.record({ 'total-invest': range, 'annual-plan': range, completion: range }),
  silent: optional(fc.boolean()),
  sort: optional(
    fc.constantFrom(
      ...['severity', 'name', 'code', 'list', 'unit', 'owner', 'place', 'leader', 'sector', 'fund', 'stage'],
      ...['nature', 'total-invest', 'annual-plan', 'plan-to-date', 'invested', 'completion', 'gap', 'period'],
      ...['light:progress', 'field:budget'],
    ),
  ),
  order: optional(fc.constantFrom('asc' as const, 'desc' as const)),
})
/** Mostly one filter at a time, else hardly anything is ever found. */
const narrow = fc
  .tuple(search, fc.subarray([...FACETS], { maxLength: 2 }), fc.nat(5))
  .map(([all, names, n]) => ({
    ...all,
    q: n === 0 ? all.q : undefined,
    chosen: Object.fromEntries(names.map(name => [name, all.chosen?.[name]])),
    lights: n === 1 ? all.lights : undefined,
    ranges: n === 2 ? all.ranges : undefined,
    silent: n === 3 ? all.silent : undefined,
  }))
const anySearch = fc.oneof(search, narrow)

type Step =
  | { readonly put: ProjectLine }
  | { readonly out: string }
  | { readonly look: ProjectSearch }
  | { readonly warm: true }
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: line.map(put => ({ put })) },
  { weight: 1, arbitrary: fc.constantFrom('a', 'b', 'c', 'h').map(out => ({ out })) },
  { weight: 3, arbitrary: anySearch.map(look => ({ look })) },
  { weight: 1, arbitrary: fc.constant({ warm: true } as const) },
)
const distinct = fc.uniqueArray(line, { selector: one => one.id, maxLength: 7 })

describe('the library kept in columns', () => {
  it('finds, sorts, sums and counts as the plain one does, after any sequence of replacements', () => {
    fc.assert(
      fc.property(distinct, fc.array(step, { maxLength: 25 }), anySearch, (begun, steps, last) => {
        const library = createLibrary(begun, SEVERITY, UNITS)
        const held = new Map(begun.map(one => [one.id, one]))
        for (const one of [...steps, { look: last }]) {
          if ('warm' in one) {
            library.warm()
          } else if ('put' in one) {
            library.replace(one.put.id, one.put)
            held.set(one.put.id, one.put)
          } else if ('out' in one) {
            library.replace(one.out, undefined)
            held.delete(one.out)
          } else {
            const lines = [...held.values()]
            expect(library.page(one.look, 0, 100)).toEqual(plain(lines, one.look))
            const counted = library.facets(one.look)
            for (const name of FACETS)
              expect(counted.facets[name].map(({ id, count }) => [id, count])).toEqual(
                plainFacet(lines, one.look, name),
              )
            for (const [dimension, offered] of Object.entries(counted.lights))
              expect(offered.map(({ id, count }) => [id, count])).toEqual(
                plainLights(lines, one.look, dimension),
              )
          }
        }
        expect(library.size).toBe(held.size)
      }),
      { numRuns: 150 },
    )
  }, 60_000)

  it('has no more orders to make ahead after one for each column of the usual ones and each dimension', () => {
    const [sample] = fc.sample(line, { numRuns: 1, seed: 1 })
    if (!sample) throw new Error('no sample')
    const lights = ['progress', 'start'].map(dimension => ({
      list: 'l',
      dimension,
      colour: 'red',
      rule: 'r',
    }))
    const library = createLibrary([{ ...sample, lights }], SEVERITY, UNITS)
    let made = 0
    while (library.warm()) made += 1
    expect(made).toBe(12)
  })

  it('gives the pages one after another without a gap', () => {
    fc.assert(
      fc.property(distinct, anySearch, fc.integer({ min: 1, max: 3 }), (lines, asked, size) => {
        const library = createLibrary(lines, SEVERITY, UNITS)
        const whole = library.page(asked, 0, 100).rows
        const pages = [0, 1, 2, 3, 4, 5, 6].flatMap(page => library.page(asked, page * size, size).rows)
        expect(pages).toEqual(whole.slice(0, 7 * size))
      }),
    )
  })

  it('grows beyond what it was made for', () => {
    const [sample] = fc.sample(line, { numRuns: 1, seed: 1 })
    if (!sample) throw new Error('no sample')
    const library = createLibrary([], SEVERITY)
    library.page({ q: '号' }, 0, 1)
    const ids = Array.from({ length: 200 }, (_, n) => `p${String(n).padStart(3, '0')}`)
    for (const id of ids) library.replace(id, { ...sample, id, name: `${id}号`, totalInvest: 1 })
    const page = library.page({ q: '号', sort: 'name' }, 198, 50)
    expect(page.rows.map(one => one.id)).toEqual(['p198', 'p199'])
    expect(page.sums.totalInvest).toBe(200)
  })

  it('gives no sum rather than one that is not exact', () => {
    const [sample] = fc.sample(line, { numRuns: 1, seed: 1 })
    if (!sample) throw new Error('no sample')
    const rich = (id: string, totalInvest: number) => ({ ...sample, id, totalInvest })
    const edge = createLibrary([rich('a', Number.MAX_SAFE_INTEGER - 1), rich('b', 1)], SEVERITY)
    expect(edge.page({}, 0, 1).sums.totalInvest).toBe(Number.MAX_SAFE_INTEGER)
    edge.replace('b', rich('b', 2))
    expect(edge.page({}, 0, 1).sums.totalInvest).toBeNull()
  })
})
