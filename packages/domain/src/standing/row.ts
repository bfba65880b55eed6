import { addDays, compareText, type Day, firstDayOf, makeMonth, monthOf, yearOf } from '@guatu/kernel'
import { returnIs } from '../cadence/index.ts'
import {
  contribute,
  mapProject,
  type OverallLight,
  type Program,
  type ProjectFacts,
  type ProjectPart,
  type Shares,
} from '../evaluate/index.ts'
import {
  type ExemptionFact,
  type MembershipFact,
  type ProjectFact,
  type ReturnFact,
  STAGES,
  type Stage,
} from '../facts/index.ts'
import { currentMemberships, type ProjectLine, projectLine } from '../library/index.ts'
import {
  type AskedState,
  endedReturns,
  type ProjectState,
  projectState,
  stateLookingBack,
} from '../project/index.ts'
import type { Basis } from './basis.ts'
import { oneOf, type Packed, pack, unpack } from './figures.ts'

/** All that is kept of one project. Reasons of its lights are not: `partOf` makes them again. */
export interface Row {
  readonly id: string
  readonly project: ProjectFact
  readonly memberships: readonly MembershipFact[]
  readonly latest: Packed
  readonly first: Packed
  /** As it stood on the earlier days on which some rule looks back. */
  readonly earlier?: readonly Pick<Row, 'latest' | 'first'>[]
  readonly exemptions?: readonly ExemptionFact[]
  readonly line: ProjectLine
  /** Worst colour on each of its lists, and over all under `*`. */
  readonly overall: readonly Pick<OverallLight, 'list' | 'colour'>[]
  /** Investment of the year known at each month's end, last year's twelve and this year's; NaN before the first. */
  readonly invested: readonly number[]
  readonly stageBefore: Stage | undefined
  readonly problem: string | undefined
  /** Cycles of the basis that ask for a return of it, and those that have none: a bit each. */
  readonly expected: number
  readonly missing: number
  /** Severity of the light that asks for most, 0 when none asks. */
  readonly asks: number
  /** The largest of its plans: of equal severity the larger comes first. */
  readonly plan: number
}

export const rowOf = (basis: Basis, facts: ProjectFacts): Row => judgedRow(basis, facts).row

/** A row with what it adds to the sums: judging has both. */
export function judgedRow(basis: Basis, facts: ProjectFacts): { readonly row: Row; readonly shares: Shares } {
  const { program, severity } = basis
  const project = shared(facts.project)
  const memberships = facts.memberships.map(shared)
  const { exemptions } = facts
  const state = stateLookingBack(
    project,
    memberships,
    facts.returns,
    program.shapes,
    program.asOf,
    exemptions,
  )
  const part = mapProject(program, state)
  const ended = endedReturns(facts.returns, program.asOf)
  const known = { project, memberships, returns: facts.returns }
  const row: Row = {
    id: project.id,
    project,
    memberships,
    latest: pack(state.latest),
    first: pack(state.first, basis.firsts),
    ...(program.lookBack.project.length > 0 && {
      earlier: program.lookBack.project.map(day => {
        const then = projectState(project, [], facts.returns, program.shapes, day)
        return { latest: pack(then.latest), first: pack(then.first, basis.firsts) }
      }),
    }),
    ...(exemptions && { exemptions }),
    line: lineOf(basis, known, state, part),
    overall: part.overall.map(({ list, colour }) => pair(list, colour)),
    invested: investedAt(ended, yearOf(program.asOf)),
    problem: textOf(state.latest.get('problem')?.value),
    stageBefore: stageBy(ended, addDays(firstDayOf(monthOf(program.asOf)), -1)),
    expected: bits(basis.cycles, cycle => returnIs(cycle, memberships, facts.returns) !== 'not-asked'),
    missing: bits(basis.cycles, cycle => returnIs(cycle, memberships, facts.returns) === 'missing'),
    asks: part.lights.reduce((most, { colour }) => Math.max(most, severity.get(colour) ?? 0), 0),
    plan: memberships.reduce((most, one) => Math.max(most, one.annualPlan ?? 0), 0),
  }
  return { row, shares: part.counters }
}

/** The state that the row was made from, as far as the plan asks. */
export const stateOf = (row: Row): ProjectState => ({
  project: row.project,
  memberships: row.memberships,
  latest: unpack(row.latest),
  first: unpack(row.first),
})

/** Its lights with their reasons and what they lead to, made again. */
export const partOf = ({ program }: Basis, row: Row): ProjectPart =>
  mapProject(program, stateWithEarlier(program, row))

function stateWithEarlier(program: Program, row: Row): AskedState {
  const state: AskedState = { ...stateOf(row), exemptions: row.exemptions }
  return { ...state, at: day => (day === program.asOf ? state : stateThen(program, row, day)) }
}

function stateThen(program: Program, row: Row, day: Day): AskedState {
  const { latest, first } = row.earlier?.[program.lookBack.project.indexOf(day)] ?? {}
  if (!latest || !first) throw new Error(`nothing is kept of ${row.id} on ${day}`)
  const { project, memberships, exemptions } = row
  return {
    project,
    memberships,
    latest: unpack(latest),
    first: unpack(first),
    exemptions,
    at: before => stateThen(program, row, before),
  }
}

/** Lists of the as-of year that it is on, in the order of the scheme. */
export const listsOf = ({ program }: Basis, row: Pick<Row, 'memberships'>): MembershipFact[] =>
  currentMemberships(row, program.listOrder, program.asOf)

/** What it adds to the sums, made again. */
export function shareOf(basis: Basis, row: Row) {
  const state = stateOf(row)
  return contribute(basis.program, state, listsOf(basis, state), row.overall)
}

/** Worst light first, then the largest plan. */
export const byAsking = (a: Row, b: Row): number =>
  b.asks - a.asks || b.plan - a.plan || compareText(a.id, b.id)

export const stageOf = (row: Row): Stage | undefined => STAGES.find(one => one === row.line.stage)

function lineOf(basis: Basis, known: ProjectFacts, state: ProjectState, part: ProjectPart): ProjectLine {
  const line = projectLine(basis.program, known, state, part, id => basis.unitNames.get(id) ?? id)
  return { ...line, lights: line.lights.map(lightCell) }
}

/** Twelve months of last year, twelve of this. */
function investedAt(ended: readonly Ended[], year: number): number[] {
  const invested: number[] = []
  for (const of of [year - 1, year]) {
    const figures = ended.filter(({ one, end }) => yearOf(end) === of && isNumber(one.figures['invest-ytd']))
    let next = 0
    let known = Number.NaN
    for (let month = 1; month <= 12; month++) {
      const name = makeMonth(of, month)
      for (let at = figures[next]; at && monthOf(at.end) <= name; at = figures[++next])
        known = at.one.figures['invest-ytd'] as number
      invested.push(known)
    }
  }
  return invested
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : undefined)
const isNumber = (value: unknown) => typeof value === 'number'

type Ended = { readonly one: ReturnFact; readonly end: Day }

function stageBy(ended: readonly Ended[], day: Day): Stage | undefined {
  const last = ended.findLast(({ one, end }) => end <= day && one.figures.stage !== undefined)
  return STAGES.find(one => one === last?.one.figures.stage)
}

const bits = <T>(items: readonly T[], test: (item: T) => boolean) =>
  items.reduce((held, item, index) => (test(item) ? held | (1 << index) : held), 0)

/** A copy whose short texts are those of all other projects too. */
function shared<T extends object>(fact: T): T {
  const copy = { ...fact } as Record<string, unknown>
  for (const name in copy) {
    const value = copy[name]
    if (typeof value === 'string') copy[name] = oneOf(value)
  }
  return copy as T
}

const cells = new Map<string, ProjectLine['lights'][number]>()
const pairs = new Map<string, { list: string; colour: string }>()
const KEPT = 5_000

/** One object for all lights that say the same: a plan has a few hundred at most. */
const lightCell = (light: ProjectLine['lights'][number]) =>
  same(cells, `${light.list} ${light.dimension} ${light.colour} ${light.rule}`, light)
const pair = (list: string, colour: string) => same(pairs, `${list} ${colour}`, { list, colour })

function same<T>(kept: Map<string, T>, key: string, made: T): T {
  const known = kept.get(key)
  if (known) return known
  if (kept.size >= KEPT) kept.clear()
  kept.set(key, made)
  return made
}
