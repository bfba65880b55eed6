import { type Day, must } from '@guatu/kernel'
import type { Filter, Scheme } from '@guatu/scheme'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compile, type ProjectFacts, start } from '../evaluate/index.ts'
import type { Facts } from '../facts/index.ts'
import { day, factsOf, longProjects, someProjects } from '../testing/facts.ts'
import { SAMPLE } from '../testing/scheme.ts'
import { columnsOf } from './of-facts.ts'
import { endSums } from './sums.ts'

type Indicator = Scheme['indicators'][number]
const RATIO = must(
  SAMPLE.indicators.find(
    (one): one is Extract<Indicator, { shape: 'ratio'; origin: 'from-projects' }> =>
      one.origin === 'from-projects' && one.shape === 'ratio',
  ),
  'a ratio over projects',
)

const where = fc.constantFrom<Filter[]>(
  {},
  { nature: ['new'] },
  { stage: ['started', 'paused'] },
  { plannedStart: 'by-as-of' },
  { plannedStart: 'in-year', nature: ['new', 'continuing'] },
  { figures: { 'annual-plan': { atLeast: '0.3元' } } },
  { is: { 'lead-unit': ['housing'] } },
)
const inColumns = fc.constantFrom<(string | { first: string })[]>(
  'invest-ytd',
  'plan-to-date',
  'annual-plan',
  'total-invest',
  'budget',
  'stage',
  'started-on',
  { first: 'budget' },
)
const sum = fc.record({ where, sum: inColumns })
const count = fc.record({ where, count: fc.constant('projects' as const) })
const schemes = fc
  .array(fc.tuple(fc.oneof(sum, count), fc.oneof(sum, count)), { minLength: 1, maxLength: 3 })
  .map(ends => ({
    ...SAMPLE,
    indicators: ends.map(([numerator, denominator], at) => ({
      ...RATIO,
      id: `i${at}`,
      numerator,
      denominator,
    })),
  }))

const ofEnds = (sums: Iterable<[string, number]> | undefined) =>
  [...(sums ?? [])].filter(([key, value]) => value !== 0 && /\|i\d\.[nd]$/.test(key)).sort()

function expectSame(scheme: Scheme, facts: Facts, asOf: Day) {
  const found = endSums(compile(scheme, facts.settings, asOf), columnsOf(facts))
  expect(ofEnds(found)).toEqual(ofEnds(start(scheme, facts, asOf).total))
  return found
}

describe('sums over columns', () => {
  it.each([
    ['of few months', someProjects],
    ['of all months', longProjects],
  ])('are those project by project, %s', (_, projects: fc.Arbitrary<ProjectFacts[]>) => {
    fc.assert(
      fc.property(schemes, projects, day, (scheme, all, asOf) => {
        expect(expectSame(scheme, factsOf(all), asOf)).toBeDefined()
      }),
      { numRuns: 300 },
    )
  })

  it('are the same where a project stands on a list twice', () => {
    fc.assert(
      fc.property(schemes, someProjects, day, (scheme, all, asOf) => {
        const facts = factsOf(all)
        const memberships = facts.memberships.map(({ year, ...one }) =>
          year === 2024 ? one : { year, ...one },
        )
        expectSame(scheme, { ...facts, memberships }, asOf)
      }),
    )
  })

  it('are left to the long way where a project has an attribute of that name', () => {
    const scheme = {
      ...SAMPLE,
      indicators: [{ ...RATIO, id: 'i0', numerator: { where: {}, sum: 'invest-ytd' as const } }],
    }
    const facts = factsOf([
      { project: { id: 'a', name: 'a', attributes: { 'invest-ytd': 7 } }, memberships: [], returns: [] },
    ])
    expect(endSums(compile(scheme, facts.settings, '2023-06-30'), columnsOf(facts))).toBeUndefined()
  })
})
