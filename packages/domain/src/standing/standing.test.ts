import { compareText, type Day } from '@guatu/kernel'
import type { Scheme } from '@guatu/scheme'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { boardView } from '../board/index.ts'
import { evaluate, finish, type ProjectFacts, start } from '../evaluate/index.ts'
import type { Facts, ReportedFact } from '../facts/index.ts'
import { projectLines } from '../library/index.ts'
import { day, factsOf, PROJECTS, projectFacts, reportedFacts, someProjects } from '../testing/facts.ts'
import { plainBoard } from '../testing/plain-board.ts'
import { SAMPLE } from '../testing/scheme.ts'
import { sampleStanding } from '../testing/standing.ts'
import { partOf, type Sees, type Standing, type StandingView } from './index.ts'
import { sharesOf } from './shares.ts'

const MONTHLY: Scheme['cadences'][number] = {
  id: 'monthly',
  name: '月报',
  nameEn: 'Monthly',
  covers: [],
  terms: [],
  every: 'month',
  does: 'report',
  lists: ['key'],
  dueDays: 5,
  asksReturn: true,
}
const SCHEME: Scheme = {
  ...SAMPLE,
  cadences: [
    MONTHLY,
    { ...MONTHLY, id: 'quarterly', every: 'quarter', lists: [] },
    { ...MONTHLY, id: 'backed', lists: ['backed'], nature: ['new'], dueDays: 3 },
    { ...MONTHLY, id: 'owned', lists: ['backed'], by: 'owner' },
    { ...MONTHLY, id: 'weekly', every: 'week', nature: ['new'], dueDays: 1 },
  ],
}
const UNITS: Facts['units'] = [
  { id: 'housing', name: '住建局', kind: 'bureau' },
  { id: 'water', name: '水务局', kind: 'bureau' },
]
const HOUSING: Sees = { projects: new Set(['a', 'c', 'd']), units: new Set(['housing']) }

interface Edit {
  readonly id: string
  readonly facts: ProjectFacts | undefined
  /** The board is looked at before the next edit. */
  readonly looked: boolean
}
const edit: fc.Arbitrary<Edit> = fc.constantFrom(...PROJECTS).chain(id =>
  fc.record({
    id: fc.constant(id),
    facts: fc.option(projectFacts(id), { nil: undefined, freq: 3 }),
    looked: fc.boolean(),
  }),
)
const known = (all: readonly ProjectFacts[], edits: readonly Edit[]) => {
  const held = new Map(all.map(one => [one.project.id, one]))
  for (const { id, facts } of edits) {
    held.delete(id)
    if (facts) held.set(id, facts)
  }
  return [...held.values()]
}
const factsWith = (projects: readonly ProjectFacts[], reported: readonly ReportedFact[]): Facts => ({
  ...factsOf(projects, reported),
  units: UNITS,
})
const nonZero = (total: Iterable<[string, number]>) =>
  [...total].filter(([, value]) => value !== 0).sort(([a], [b]) => compareText(a, b))

function expectSame(view: StandingView, facts: Facts, asOf: Day) {
  const running = start(SCHEME, facts, asOf)
  const evaluation = finish(running)
  expect(nonZero(view.total)).toEqual(nonZero(running.total))
  const { late, upcoming: _, paragraph: __, ...board } = boardView({ view })
  const { late: plainLate, ...plain } = plainBoard(SCHEME, facts, asOf)
  expect(board).toEqual(plain)
  expect(late.map(one => [one.unit, one.period, one.daysLate, one.missing, one.expected])).toEqual(plainLate)
  const rows = [...view.rows()].sort((a, b) => compareText(a.id, b.id))
  const lines = projectLines(running, evaluation, facts).sort((a, b) => compareText(a.id, b.id))
  expect(rows.map(row => row.line)).toEqual(lines)
  expect(rows.flatMap(row => partOf(view.basis, row).lights)).toEqual(evaluation.lights)
  expect(view.library.page({}, 0, 100)).toEqual(
    sampleStanding(facts, asOf, SCHEME).all.library.page({}, 0, 100),
  )
}

describe('a standing', () => {
  it('after any sequence of replacements says what the whole evaluation says, of all and of a part', () => {
    fc.assert(
      fc.property(
        someProjects,
        reportedFacts,
        reportedFacts,
        day,
        fc.array(edit, { maxLength: 8 }),
        (all, first, reported, asOf, edits) => {
          const standing = sampleStanding(factsWith(all, first), asOf, SCHEME)
          const part = standing.part('housing', HOUSING)
          look(standing, part)
          for (const { id, facts, looked } of edits) {
            standing.replace(id, facts)
            if (looked) look(standing, part)
          }
          standing.report(reported)
          const now = known(all, edits)
          expectSame(standing.all, factsWith(now, reported), asOf)
          const own = now.filter(one => HOUSING.projects.has(one.project.id))
          const ownReported = reported.filter(one => HOUSING.units.has(one.unit))
          expectSame(part, factsWith(own, ownReported), asOf)
        },
      ),
    )
  }, 60_000)

  it('keeps no trace of the order in which facts came', () => {
    fc.assert(
      fc.property(someProjects, day, (all, asOf) => {
        const forth = sampleStanding(factsWith(all, []), asOf, SCHEME).all
        const back = sampleStanding(factsWith([...all].reverse(), []), asOf, SCHEME).all
        expect(boardView({ view: back })).toEqual(boardView({ view: forth }))
        expect(back.library.page({}, 0, 100)).toEqual(forth.library.page({}, 0, 100))
      }),
    )
  })

  it('brings a part to what its reader may see now', () => {
    fc.assert(
      fc.property(someProjects, reportedFacts, day, (all, reported, asOf) => {
        const standing = sampleStanding(factsWith(all, reported), asOf, SCHEME)
        look(standing, standing.part('one', HOUSING))
        const other: Sees = { projects: new Set(['b', 'c']), units: new Set(['water']) }
        const moved = standing.part('one', other)
        expectSame(
          moved,
          factsWith(
            all.filter(one => other.projects.has(one.project.id)),
            reported.filter(one => other.units.has(one.unit)),
          ),
          asOf,
        )
      }),
    )
  })

  it('shares a figure out so that the shares sum to it', () => {
    const indicators = SCHEME.indicators.flatMap(one => (one.origin === 'from-projects' ? [one] : []))
    const scopes = ['jurisdiction', 'list:key', 'list:key/new', 'unit:housing', 'unit:water/list:backed']
    fc.assert(
      fc.property(
        someProjects,
        day,
        fc.constantFrom(...indicators),
        fc.constantFrom(...scopes),
        (all, asOf, of, scope) => {
          const facts = factsWith(all, [])
          const whole = evaluate(SCHEME, facts, asOf).indicators.find(
            one => one.id === of.id && one.scope === scope,
          )
          const shares = sharesOf(sampleStanding(facts, asOf, SCHEME).all, of, scope)
          const sum = (end: 'numerator' | 'denominator') => shares.reduce((n, one) => n + (one[end] ?? 0), 0)
          expect([sum('numerator'), sum('denominator')]).toEqual([
            whole?.numerator ?? 0,
            whole?.denominator ?? 0,
          ])
        },
      ),
    )
  })
})

/** Orders, libraries and lines of a board are made when first looked at: from here on they are kept up to date. */
function look(standing: Standing, part: StandingView) {
  for (const view of [standing.all, part]) {
    boardView({ view })
    expect([view.asking.length <= view.size, view.library.size]).toEqual([true, view.size])
  }
}
