import type { Day } from '@guatu/kernel'
import type { Light, Overall } from '@guatu/scheme'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compile, evaluate, type ProjectFacts } from '../evaluate/index.ts'
import type { Facts } from '../facts/index.ts'
import { day, dayOfYear, factsOf, longProjects, someProjects } from '../testing/facts.ts'
import { RICH } from '../testing/rich.ts'
import { SAMPLE } from '../testing/scheme.ts'
import { codesOf } from './codes.ts'
import { columnsOf } from './of-facts.ts'

/** `project list rule` → colour and why there is none, as codes say it. */
function spelt(scheme: typeof SAMPLE, facts: Facts, asOf: Day) {
  const program = compile(scheme, facts.settings, asOf)
  const columns = columnsOf(facts)
  const { lights, overall, onList, meanings } = codesOf(program, columns)
  const said: Record<string, string> = {}
  columns.plans.facts.forEach(({ project, list }, row) => {
    program.lights.forEach(({ light }, at) => {
      const code = lights[row * program.lights.length + at] ?? 0
      if (code > 0) said[`${project} ${list} ${light.id}`] = wordsOf(meanings[code])
    })
  })
  const worst = columns.projects.map(({ id }, p) => `${id} ${meanings[overall[p] ?? 0]?.colour}`).sort()
  return { said, worst, onList, columns, meanings }
}
const wordsOf = (one: { colour: string; none?: string } | undefined) => `${one?.colour} ${one?.none ?? ''}`

function judged(scheme: typeof SAMPLE, facts: Facts, asOf: Day) {
  const { lights, overall } = evaluate(scheme, facts, asOf)
  const said = Object.fromEntries(
    lights.map(one => [
      `${one.project} ${one.list} ${one.rule}`,
      wordsOf({ colour: one.colour, none: one.reason.none }),
    ]),
  )
  const worst = overall.filter(one => one.list === '*').map(one => `${one.project} ${one.colour}`)
  return { said, worst: worst.sort(), overall }
}

const quantities = [
  'invest-ytd',
  'plan-to-date',
  'annual-plan',
  'total-invest',
  'planned-start',
  'started-on',
  'budget',
  'stage',
  { first: 'budget' },
  { first: 'invest-ytd' },
  { dayOfYear: '06-30' },
] as const
const quantity = fc.constantFrom(...quantities)
const measure: fc.Arbitrary<Light['measure']> = fc.oneof(
  fc.record({ kind: fc.constant('ratio' as const), of: quantity, to: quantity }),
  fc.record({ kind: fc.constant('gap' as const), of: quantity, to: quantity, base: quantity }),
  fc.record({ kind: fc.constant('growth' as const), of: quantity, from: quantity }),
  fc.record({ kind: fc.constant('days-late' as const), done: quantity, due: quantity }),
  fc.record({ kind: fc.constant('slip' as const), of: quantity, from: quantity }),
  fc.record({ kind: fc.constant('difference' as const), of: quantity, from: quantity }),
  fc.record({ kind: fc.constant('value' as const), of: quantity }),
  fc.record({ kind: fc.constant('working-days-late' as const), done: quantity, due: quantity }),
  fc.record({
    kind: fc.constant('months-late' as const),
    done: quantity,
    due: quantity,
    by: fc.constantFrom('day' as const, 'month' as const),
  }),
)
const where = fc.constantFrom<Light['where'][]>(
  {},
  { nature: ['new'] },
  { stage: ['started', 'paused'] },
  { plannedStart: 'by-as-of' },
  { plannedStart: 'in-year', nature: ['new', 'continuing'] },
  { figures: { 'annual-plan': { atLeast: '0.3元' } } },
  {
    figures: { budget: { below: '1000万元' }, 'total-invest': { above: '0.1元' } },
    isNot: { stage: ['paused'] },
  },
  { is: { 'lead-unit': ['housing'] }, nature: ['new'] },
)
const bands: fc.Arbitrary<Light['bands']> = fc.constantFrom(
  [{ below: '65%', colour: 'red' }, { upTo: '85%', colour: 'yellow' }, { colour: 'green' }],
  [{ upTo: '0d', colour: 'green' }, { below: '30d', colour: 'yellow' }, { colour: 'red' }],
  [{ upTo: '-20pp', colour: 'red' }, { colour: 'green' }],
)
const anyLight = fc.record({ measure, where, bands, season: fc.boolean(), list: fc.boolean() }).map(
  ({ season, list, ...rule }): Light => ({
    ...(SAMPLE.lights[0] as Light),
    ...rule,
    lists: list ? ['key'] : [],
    during: season ? { setting: 'season' } : undefined,
    leadsTo: {},
  }),
)

describe('codes', () => {
  it('are the colours of the sample plan, and why there is none', () => {
    fc.assert(
      fc.property(someProjects, day, (projects, asOf) => {
        const { said, worst } = spelt(SAMPLE, factsOf(projects), asOf)
        const { said: full, worst: fullWorst } = judged(SAMPLE, factsOf(projects), asOf)
        expect(said).toEqual(full)
        expect(worst).toEqual(fullWorst)
      }),
      { numRuns: 300 },
    )
  }, 60_000)

  it('are the colours of any rule, whatever it measures', () => {
    fc.assert(
      fc.property(someProjects, day, anyLight, (projects, asOf, light) => {
        const scheme = { ...SAMPLE, lights: [light] }
        expect(spelt(scheme, factsOf(projects), asOf).said).toEqual(
          judged(scheme, factsOf(projects), asOf).said,
        )
      }),
      { numRuns: 600 },
    )
  }, 60_000)

  it.each<Overall>([
    { by: 'worst' },
    { by: 'dimension-order', dimensions: ['gap', 'progress'] },
    { by: 'count', of: 'yellow', atLeast: 2, becomes: 'red' },
    { by: 'count', of: 'green', atLeast: 3, becomes: 'yellow' },
  ])(
    'are the colours of rules that columns cannot judge too, put together by %j',
    overall => {
      const scheme = { ...RICH, overall }
      fc.assert(
        fc.property(longProjects, fc.oneof(day, dayOfYear), (projects, asOf) => {
          const facts = factsOf(projects)
          const { said, worst, onList, columns, meanings } = spelt(scheme, facts, asOf)
          const full = judged(scheme, facts, asOf)
          expect(said).toEqual(full.said)
          expect(worst).toEqual(full.worst)
          for (const { project, list, colour } of full.overall) {
            const row = columns.plans.facts.findIndex(
              one =>
                one.project === project && one.list === list && (one.year ?? 0) === Number(asOf.slice(0, 4)),
            )
            if (row >= 0) expect(meanings[onList[row] ?? 0]?.colour).toBe(colour)
          }
        }),
        { numRuns: 40 },
      )
    },
    60_000,
  )

  it('are the same where an attribute stands before a reported figure', () => {
    const attributes = fc.constantFrom<Record<string, number | string>>(
      { 'invest-ytd': 7 },
      { stage: 'withdrawn' },
      { 'started-on': 'x' },
    )
    fc.assert(
      fc.property(someProjects, day, attributes, (projects, asOf, attributes) => {
        const [first, ...others] = projects
        fc.pre(first !== undefined)
        const all: ProjectFacts[] = [{ ...first, project: { ...first.project, attributes } }, ...others]
        const { said, worst } = spelt(SAMPLE, factsOf(all), asOf)
        const { said: full, worst: fullWorst } = judged(SAMPLE, factsOf(all), asOf)
        expect(said).toEqual(full)
        expect(worst).toEqual(fullWorst)
      }),
    )
  })

  it('show on each list the worst of it, also where a project stands on it twice', () => {
    fc.assert(
      fc.property(someProjects, day, (projects, asOf) => {
        const facts = factsOf(projects)
        const twice = {
          ...facts,
          memberships: facts.memberships.map(({ year, ...one }) => (year === 2024 ? one : { year, ...one })),
        }
        const { onList, columns, meanings } = spelt(SAMPLE, twice, asOf)
        const { overall } = judged(SAMPLE, twice, asOf)
        for (const { project, list, colour } of overall) {
          const rows = columns.plans.facts.flatMap((one, row) =>
            one.project === project && one.list === list ? [row] : [],
          )
          for (const row of rows) expect(meanings[onList[row] ?? 0]?.colour).toBe(colour)
        }
      }),
    )
  })

  it.each([
    [649_999, 'red'],
    [650_000, 'yellow'],
    [650_001, 'yellow'],
    [849_999, 'yellow'],
    [850_000, 'green'],
    [850_001, 'green'],
    // 65 % of 9007199254740988 is 5854679515581642.2: products beyond 2^53, one 分 to each side.
    [5_854_679_515_581_642, 'red', 9_007_199_254_740_988],
    [5_854_679_515_581_643, 'yellow', 9_007_199_254_740_988],
  ])('%i is %s', (done, colour, plan = 1_000_000) => {
    const { said } = spelt(
      SAMPLE,
      factsOf([
        {
          project: { id: 'a', name: 'a' },
          memberships: [{ project: 'a', list: 'key', year: 2023, annualPlan: plan }],
          returns: [{ project: 'a', period: '2023-12', figures: { 'invest-ytd': done } }],
        },
      ]),
      '2023-12-31',
    )
    expect(said['a key progress']).toBe(`${colour} `)
  })
})
