import { groupBy, type Minor, periodSpan, yearOf } from '@guatu/kernel'
import {
  curveOf,
  type Evaluation,
  type Program,
  type ProjectFacts,
  type ProjectPart,
  type Running,
} from '../evaluate/index.ts'
import type { Facts, FieldValue, MembershipFact, ProjectFact } from '../facts/index.ts'
import { NONE } from '../light/index.ts'
import { monthsEnded } from '../plan/index.ts'
import { type ProjectState, projectState } from '../project/index.ts'
import { doneByMonth, planByMonth } from './months.ts'
import { isSilent } from './silent.ts'

/** One project as a line of the library: shaped as `contract/project` answers it. */
export interface ProjectLine {
  readonly id: string
  readonly name: string
  readonly code?: string
  readonly leadUnit: string | null
  readonly leadUnitName: string
  readonly ownerUnitName: string
  readonly townUnit: string | null
  readonly townUnitName: string
  readonly place?: string
  readonly leader?: string
  readonly sector?: string
  readonly fundSource?: string
  /** 原名 */
  readonly formerNames?: readonly string[]
  readonly lists: string[]
  readonly nature: string | null
  readonly stage: string | null
  readonly totalInvest: number | null
  readonly annualPlan: number | null
  readonly planToDate: number | null
  readonly invested: number | null
  readonly period: string | null
  /** No return came for the last period that ended. */
  readonly silent: boolean
  /** Cumulative at month ends of the year: done up to the as-of date, null where not reported; planned for all twelve. */
  readonly months: { readonly done: (Minor | null)[]; readonly plan: Minor[] | null }
  readonly colour: string
  readonly lights: { list: string; dimension: string; colour: string; rule: string }[]
  readonly extra: Record<string, FieldValue>
  readonly synthetic: boolean
}

export function projectLines(running: Running, evaluation: Evaluation, facts: Facts): ProjectLine[] {
  const units = new Map(facts.units.map(unit => [unit.id, unit.name]))
  const memberships = groupBy(facts.memberships, one => one.project)
  const returns = groupBy(facts.returns, one => one.project)
  const lights = groupBy(evaluation.lights, one => one.project)
  const overall = groupBy(evaluation.overall, one => one.project)
  const { program } = running
  return facts.projects.map(project => {
    const known = {
      project,
      memberships: memberships.get(project.id) ?? [],
      returns: returns.get(project.id) ?? [],
    }
    const state = projectState(project, known.memberships, known.returns, program.shapes, program.asOf)
    const judged = { lights: lights.get(project.id) ?? [], overall: overall.get(project.id) ?? [] }
    return projectLine(program, known, state, judged, id => units.get(id) ?? id)
  })
}

/** The line of one project: `known` is what `state` and `judged` were made from. */
export function projectLine(
  program: Program,
  known: ProjectFacts,
  state: ProjectState,
  judged: Pick<ProjectPart, 'lights' | 'overall'>,
  unitNamed: (id: string) => string,
): ProjectLine {
  const { project } = state
  const memberships = currentMemberships(state, program.listOrder, program.asOf)
  const first = memberships[0]
  const invested = state.latest.get('invest-ytd')?.value
  const stage = state.latest.get('stage')?.value
  const plan = first && planByMonth(first, curveOf(program, first.list, first.nature))
  return {
    ...identity(project, id => (id === undefined ? '' : unitNamed(id))),
    lists: memberships.map(one => one.list),
    nature: first?.nature ?? null,
    stage: typeof stage === 'string' ? stage : null,
    totalInvest: project.totalInvest ?? null,
    annualPlan: first?.annualPlan ?? null,
    planToDate:
      first && plan ? toDate(plan, monthsEnded(first.year ?? yearOf(program.asOf), program.asOf)) : null,
    invested: typeof invested === 'number' ? invested : null,
    period: lastPeriod(state),
    silent: isSilent(program, known),
    months: { done: doneByMonth(known.returns, program.asOf), plan: plan ?? null },
    colour: judged.overall.find(one => one.list === '*')?.colour ?? NONE,
    lights: judged.lights.map(({ list, dimension, colour, rule }) => ({ list, dimension, colour, rule })),
    extra: extraFigures(state, program.scheme.fields),
  }
}

const toDate = (plan: readonly Minor[], ended: number) => (ended === 0 ? 0 : (plan[ended - 1] ?? 0))

function identity(project: ProjectFact, unitName: (id: string | undefined) => string) {
  return {
    id: project.id,
    name: project.name,
    code: project.code,
    leadUnit: project.leadUnit ?? null,
    leadUnitName: unitName(project.leadUnit),
    ownerUnitName: unitName(project.ownerUnit),
    townUnit: project.townUnit ?? null,
    townUnitName: unitName(project.townUnit),
    place: project.place,
    leader: project.leader,
    sector: project.sector,
    fundSource: project.fundSource,
    formerNames: project.formerNames,
    synthetic: project.synthetic ?? false,
  }
}

/** Memberships of the as-of year in the order of the scheme's lists; the first is the one that counts in totals. */
export function currentMemberships(
  state: Pick<ProjectState, 'memberships'>,
  order: ReadonlyMap<string, number>,
  asOf: string,
): MembershipFact[] {
  const year = Number(asOf.slice(0, 4))
  return state.memberships
    .filter(one => order.has(one.list) && (one.year ?? year) === year)
    .sort((a, b) => (order.get(a.list) ?? 0) - (order.get(b.list) ?? 0))
}

function lastPeriod(state: ProjectState): string | null {
  let last: { period: string; end: string } | undefined
  for (const { period } of state.latest.values()) {
    const { end } = periodSpan(period)
    if (!last || end > last.end) last = { period, end }
  }
  return last?.period ?? null
}

function extraFigures(
  state: ProjectState,
  fields: readonly { readonly id: string }[],
): Record<string, FieldValue> {
  const extra: Record<string, FieldValue> = {}
  for (const { id } of fields) {
    const figure = state.latest.get(id)
    if (figure) extra[id] = figure.value
  }
  return extra
}
