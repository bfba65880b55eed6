import { canonicalJson, type Day, dayFromNumber, dayNumber, must } from '@guatu/kernel'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { evaluate } from '../evaluate/index.ts'
import type { UnitFact } from '../facts/index.ts'
import { type FactToWrite, undoWrites, type Writes } from '../import/index.ts'
import { day, factsOf, PROJECTS, someProjects } from '../testing/facts.ts'
import { SAMPLE } from '../testing/scheme.ts'
import { applyWrites, type Standing } from './apply.ts'
import { standingMoney } from './figures.ts'
import { planReorganisation } from './plan.ts'
import type { Reorganisation } from './request.ts'
import type { ReorganiseState } from './state.ts'

const BEGIN = '2020-01-01'
const UNITS: readonly UnitFact[] = [
  { id: 'county', name: '县政府', kind: 'office' },
  { id: 'housing', name: '住建局', kind: 'bureau', parent: 'county' },
  { id: 'water', name: '水利局', kind: 'bureau', parent: 'county' },
]
const stateOf = ({ facts, posts }: Standing, today: Day): ReorganiseState => ({
  facts,
  posts,
  scheme: SAMPLE,
  today,
  returnPeriod: 'month',
  latest: () => BEGIN,
})

/** What stood on a day: the writes hold from their own days on, and a figure from the end of its period. */
const standingOn = (base: Standing, writes: readonly Writes[], asOf: Day): Standing =>
  applyWrites(base, {
    facts: writes.flatMap(({ facts }) => facts).filter(one => one.effectiveFrom <= asOf),
    entries: writes.flatMap(({ entries }) => entries),
  })
/** Without returns that say nothing and in one order, as the store hands facts on. */
const judged = ({ facts }: Standing, asOf: Day) => {
  const by =
    <T>(key: (one: T) => string) =>
    (a: T, b: T) =>
      key(a) < key(b) ? -1 : 1
  const sorted = {
    ...facts,
    projects: [...facts.projects].sort(by(one => one.id)),
    memberships: [...facts.memberships].sort(by(one => canonicalJson(one))),
    returns: facts.returns
      .filter(one => Object.keys(one.figures).length > 0)
      .sort(by(one => `${one.project} ${one.period}`)),
  }
  return canonicalJson(evaluate(SAMPLE, sorted, asOf))
}

const wish = fc.record({
  kind: fc.constantFrom(
    'rename-unit',
    'move-unit',
    'merge-units',
    'split-unit',
    'rename-project',
    'merge-projects',
    'split-project',
  ),
  unit: fc.constantFrom('housing', 'water'),
  other: fc.constantFrom('housing', 'water'),
  project: fc.constantFrom(...PROJECTS),
  into: fc.constantFrom(...PROJECTS),
  share: fc.integer({ min: 0, max: 100 }),
  age: fc.integer({ min: 0, max: 200 }),
})
type Wish = typeof wish extends fc.Arbitrary<infer T> ? T : never

function request(state: ReorganiseState, wanted: Wish): Reorganisation {
  const { kind, unit, other, project, into, share, age } = wanted
  const dated = { day: dayFromNumber(dayNumber(state.today) - age), reason: '机构改革' }
  const found = state.facts.projects.find(one => one.id === project)
  const money = found ? [...standingMoney(state, found)] : []
  const part = (whole: number) => Math.floor(whole / 100) * share
  const ended = dated.day.slice(0, 7) < state.today.slice(0, 7)
  switch (kind) {
    case 'rename-unit':
      return { ...dated, kind, unit, name: '新名局' }
    case 'move-unit':
      return { ...dated, kind, unit, parent: other }
    case 'merge-units':
      return { ...dated, kind, unit, into: other }
    case 'split-unit':
      return { ...dated, kind, unit, newId: 'new', name: '新设局', projects: [], posts: [] }
    case 'rename-project':
      return { ...dated, kind, project, name: '新名项目' }
    case 'merge-projects':
      return { ...dated, kind, project, into, figures: Object.fromEntries(ended ? money : []) }
    default:
      return {
        ...dated,
        kind: 'split-project',
        project,
        newId: 'new',
        name: '新设项目',
        plans: state.facts.memberships
          .filter(one => one.project === project && (one.year ?? 9999) >= Number(dated.day.slice(0, 4)))
          .map(({ list, year, annualPlan }) => ({ list, year, annualPlan: part(annualPlan ?? 0) })),
        figures: Object.fromEntries(ended ? money.map(([field, whole]) => [field, part(whole)]) : []),
      }
  }
}

const beforeOf = ({ facts, posts }: Standing, { word, subject }: FactToWrite) => {
  const place = (one: { project: string; list: string; year?: number }) =>
    `${one.project}/${one.list}/${one.year ?? ''}`
  if (word === 'unit') return facts.units.find(one => one.id === subject)
  if (word === 'project') return facts.projects.find(one => one.id === subject)
  if (word === 'post') return posts.find(one => one.id === subject)
  return facts.memberships.find(one => place(one) === subject)
}

function undoOf(base: Standing, { facts, entries }: Writes): Writes {
  const undone = undoWrites(
    {
      facts: facts.map(fact => ({
        ...fact,
        body: { ...fact.body },
        before: beforeOf(base, fact) as Record<string, unknown> | undefined,
        overwritten: false,
      })),
      entries: entries.map((entry, seq) => {
        const subject = must(entry.subject.kind === 'project' ? entry.subject : undefined, 'project')
        const known = base.facts.returns.find(
          one => one.project === subject.project && one.period === entry.period,
        )
        const before = Object.keys(entry.figures).map(field => [field, known?.figures[field] ?? null])
        return { entry: { ...entry, seq }, before: Object.fromEntries(before), overwritten: [] }
      }),
    },
    '撤销',
  )
  if (!undone.ok) throw new Error(undone.error.code)
  return undone.value
}

const done = new Map<string, number>()
const drawn = fc.tuple(someProjects, day, wish)
function planned(projects: Parameters<typeof factsOf>[0], today: Day, wanted: Wish) {
  const base: Standing = {
    facts: { ...factsOf(projects), units: UNITS },
    posts: [{ id: 'clerk', person: 'li', unit: 'housing', role: 'reporter' }],
  }
  const state = stateOf(base, today)
  const asked = request(state, wanted)
  const plan = planReorganisation(state, asked)
  if (plan.ok) done.set(asked.kind, (done.get(asked.kind) ?? 0) + 1)
  return { base, asked, plan }
}

describe('a reorganisation', () => {
  it('leaves every day before it as it was, byte by byte', () => {
    fc.assert(
      fc.property(drawn, ([projects, today, wanted]) => {
        const { base, asked, plan } = planned(projects, today, wanted)
        if (!plan.ok) return
        for (const days of [1, 20, 400]) {
          const asOf = dayFromNumber(dayNumber(asked.day) - days)
          expect(judged(standingOn(base, [plan.value.writes], asOf), asOf)).toBe(judged(base, asOf))
        }
      }),
      { numRuns: 250 },
    )
  }, 30_000)

  it('makes and loses no plan on any list from its day on', () => {
    fc.assert(
      fc.property(drawn, ([projects, today, wanted]) => {
        const { base, plan } = planned(projects, today, wanted)
        if (!plan.ok) return
        const after = standingOn(base, [plan.value.writes], today)
        const year = Number(today.slice(0, 4))
        for (const list of ['key', 'backed']) {
          const plans = ({ facts }: Standing) =>
            facts.memberships
              .filter(one => one.list === list && (one.year ?? year) === year)
              .reduce((sum, one) => sum + BigInt(one.annualPlan ?? 0), 0n)
          expect(plans(after)).toBe(plans(base))
          for (const { monthPlans, annualPlan } of after.facts.memberships)
            if (monthPlans) expect(monthPlans.reduce((sum, month) => sum + month, 0)).toBe(annualPlan)
        }
      }),
      { numRuns: 250 },
    )
  })

  it('is gone on every day once it is undone', () => {
    fc.assert(
      fc.property(drawn, ([projects, today, wanted]) => {
        const { base, plan } = planned(projects, today, wanted)
        if (!plan.ok) return
        const both = [plan.value.writes, undoOf(base, plan.value.writes)]
        for (const days of [0, 30, 300]) {
          const asOf = dayFromNumber(dayNumber(today) - days)
          expect(judged(standingOn(base, both, asOf), asOf)).toBe(judged(base, asOf))
        }
      }),
      { numRuns: 250 },
    )
  }, 30_000)

  it('was tried in each kind, not only refused', () => {
    expect([...done.keys()].sort()).toEqual([
      'merge-projects',
      'merge-units',
      'move-unit',
      'rename-project',
      'rename-unit',
      'split-project',
      'split-unit',
    ])
  })
})
