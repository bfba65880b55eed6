import { addMinor, type Minor, yearOf } from '@guatu/kernel'
import { finish, start } from '../evaluate/index.ts'
import type { ProjectFact } from '../facts/index.ts'
import type { Writes } from '../import/index.ts'
import { projectLines } from '../library/index.ts'
import { readsByUnit, unitsAbove, unitTree } from '../person/index.ts'
import { applyWrites, type Standing } from './apply.ts'
import type { ReorganiseState } from './state.ts'

export interface Change<T> {
  readonly before: T
  readonly after: T
}

/** What a reorganisation changes as of today: shown before it is written. */
export interface Effects {
  /** Of the whole jurisdiction. */
  readonly projects: Change<number>
  readonly units: Change<number>
  /** Of the projects that are written, each once. */
  readonly sums: Change<Sums>
  /** Of each list that a written project is on: all its projects and plans of the year. */
  readonly lists: readonly (Change<ListSum> & { readonly list: string })[]
  /** Units whose projects or posts change. */
  readonly changed: readonly (Change<UnitSum> & { readonly unit: string; readonly name: string })[]
  /** Posts that see more or fewer projects than before. */
  readonly readers: readonly (Change<number> & {
    readonly post: string
    readonly person: string
    readonly unit: string
  })[]
}

export interface Sums {
  readonly annualPlan: Minor
  readonly planToDate: Minor
  readonly invested: Minor
  readonly totalInvest: Minor
}
export interface ListSum {
  readonly projects: number
  readonly annualPlan: Minor
}
export interface UnitSum {
  readonly projects: number
  readonly posts: number
}

export function effectsOf(state: ReorganiseState, writes: Writes): Effects {
  const before: Standing = state
  const after = applyWrites(before, writes)
  const of = <T>(measure: (standing: Standing) => T): Change<T> => ({
    before: measure(before),
    after: measure(after),
  })
  const touched = new Set([
    ...writes.facts.flatMap(fact => fact.project ?? []),
    ...writes.entries.flatMap(({ subject }) => (subject.kind === 'project' ? subject.project : [])),
  ])
  return {
    projects: of(({ facts }) => facts.projects.length),
    units: of(({ facts }) => facts.units.length),
    sums: of(standing => sumsOf(state, standing, touched)),
    lists: listsOf(state, before, after, touched),
    changed: unitsOf(before, after),
    readers: readersOf(before, after),
  }
}

function sumsOf({ scheme, today }: ReorganiseState, { facts }: Standing, touched: ReadonlySet<string>): Sums {
  const only = {
    ...facts,
    projects: facts.projects.filter(one => touched.has(one.id)),
    memberships: facts.memberships.filter(one => touched.has(one.project)),
    returns: facts.returns.filter(one => touched.has(one.project)),
  }
  const running = start(scheme, only, today)
  const lines = projectLines(running, finish(running), only)
  const sum = (field: keyof Sums) => lines.reduce((total, line) => addMinor(total, line[field] ?? 0), 0)
  return {
    annualPlan: sum('annualPlan'),
    planToDate: sum('planToDate'),
    invested: sum('invested'),
    totalInvest: sum('totalInvest'),
  }
}

function listsOf(
  { scheme, today }: ReorganiseState,
  before: Standing,
  after: Standing,
  touched: ReadonlySet<string>,
): Effects['lists'] {
  const year = yearOf(today)
  const on = ({ facts }: Standing, list: string) =>
    facts.memberships.filter(one => one.list === list && (one.year ?? year) === year)
  const sum = (standing: Standing, list: string): ListSum => {
    const all = on(standing, list)
    return {
      projects: all.length,
      annualPlan: all.reduce((total, one) => addMinor(total, one.annualPlan ?? 0), 0),
    }
  }
  return scheme.lists
    .map(one => one.id)
    .filter(list =>
      [before, after].some(standing => on(standing, list).some(one => touched.has(one.project))),
    )
    .map(list => ({ list, before: sum(before, list), after: sum(after, list) }))
}

function unitsOf(before: Standing, after: Standing): Effects['changed'] {
  const [was, is] = [unitSums(before), unitSums(after)]
  const names = new Map([...before.facts.units, ...after.facts.units].map(one => [one.id, one.name]))
  const none: UnitSum = { projects: 0, posts: 0 }
  return [...names].flatMap(([unit, name]) => {
    const change = { before: was.get(unit) ?? none, after: is.get(unit) ?? none }
    const same =
      change.before.projects === change.after.projects && change.before.posts === change.after.posts
    return same ? [] : [{ unit, name, ...change }]
  })
}

/** Projects that name the unit as lead, owner or town, and posts in it. */
function unitSums({ facts, posts }: Standing): Map<string, UnitSum> {
  const sums = new Map<string, { projects: number; posts: number }>()
  const at = (unit: string) => {
    const held = sums.get(unit) ?? { projects: 0, posts: 0 }
    sums.set(unit, held)
    return held
  }
  for (const project of facts.projects)
    for (const unit of new Set(responsible(project))) at(unit).projects += 1
  for (const post of posts) at(post.unit).posts += 1
  return sums
}

const responsible = ({ leadUnit, ownerUnit, townUnit }: ProjectFact) =>
  [leadUnit, ownerUnit, townUnit].filter(unit => unit !== undefined)

function readersOf(before: Standing, after: Standing): Effects['readers'] {
  const [was, is] = [seenFrom(before), seenFrom(after)]
  const ids = new Set([...before.posts, ...after.posts].map(one => one.id))
  return [...ids].flatMap(id => {
    const [old, now] = [before, after].map(({ posts }) =>
      posts.find(one => one.id === id && readsByUnit(one.role)),
    )
    const post = now ?? old
    if (!post) return []
    const seen = { before: old ? (was.get(old.unit) ?? 0) : 0, after: now ? (is.get(now.unit) ?? 0) : 0 }
    return seen.before === seen.after ? [] : [{ post: id, person: post.person, unit: post.unit, ...seen }]
  })
}

/** Projects that a unit sees: its own and those of all below it. */
function seenFrom({ facts }: Standing): Map<string, number> {
  const tree = unitTree(facts.units)
  const seen = new Map<string, number>()
  for (const project of facts.projects) {
    const units = new Set(responsible(project).flatMap(unit => unitsAbove(tree, unit)))
    for (const unit of units) seen.set(unit, (seen.get(unit) ?? 0) + 1)
  }
  return seen
}
