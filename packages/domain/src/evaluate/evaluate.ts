import { compareText, type Day } from '@guatu/kernel'
import type { Scheme } from '@guatu/scheme'
import type { Columns } from '../columns/columns.ts'
import { columnsOf } from '../columns/of-facts.ts'
import { ColumnState } from '../columns/state.ts'
import type {
  ExemptionFact,
  Facts,
  MembershipFact,
  ProjectFact,
  ReportedFact,
  ReturnFact,
  UnitFact,
} from '../facts/index.ts'
import { indicatorValue, reportedValues } from '../indicator/index.ts'
import { stateLookingBack } from '../project/index.ts'
import { inForce, targetValue } from '../target/index.ts'
import { unitLightsOf } from '../unit-light/index.ts'
import { mapLookingBack, type ProjectPart } from './map.ts'
import { Parts } from './parts.ts'
import { compile, type Program } from './program.ts'
import type {
  ActionDue,
  Evaluation,
  IndicatorValue,
  LightValue,
  OverallLight,
  ScopeKey,
  TargetValue,
} from './result.ts'
import { type Counters, merge } from './share.ts'
import { Totals } from './totals.ts'

/** An evaluation in parts: one per project, and their sums. One changed project is swapped, not all recomputed. */
export interface Running {
  readonly program: Program
  readonly jurisdiction: string
  readonly parts: Parts
  readonly total: ReadonlyMap<string, number>
  readonly reported: readonly ReportedFact[]
  readonly units: readonly UnitFact[]
  /** Totals of the earlier days on which rules of units look back. */
  readonly earlier: ReadonlyMap<Day, ReadonlyMap<string, number>>
}

/** What is known of one project. */
export interface ProjectFacts {
  readonly project: Facts['projects'][number]
  readonly memberships: readonly MembershipFact[]
  readonly returns: readonly ReturnFact[]
  readonly exemptions?: readonly ExemptionFact[]
}

export function evaluate(scheme: Scheme, facts: Facts, asOf: Day): Evaluation {
  return evaluateColumns(scheme, columnsOf(facts), asOf)
}

/** As `evaluate`, of facts in columns; nothing is kept by which one project could be swapped. */
export function evaluateColumns(scheme: Scheme, columns: Columns, asOf: Day): Evaluation {
  const program = compile(scheme, columns.settings, asOf)
  const state = new ColumnState(columns, program.shapes, asOf)
  const sum = new Totals(program)
  const lights: LightValue[] = []
  const overall: OverallLight[] = []
  const actions: ActionDue[] = []
  for (const p of inOrder(columns.projects)) {
    const part = mapLookingBack(program, state.of(p))
    for (const one of part.lights) lights.push(one)
    for (const one of part.overall) overall.push(one)
    for (const one of part.actions) actions.push(one)
    sum.add(part)
  }
  const { jurisdiction, reported, units } = columns
  const summed = evaluationOf({ program, jurisdiction, reported, units, ...sum.totals() })
  return { ...summed, lights, overall, actions }
}

/** Indexes of the projects by id: the order in which facts came leaves no trace. */
function inOrder(projects: readonly ProjectFact[]): number[] {
  const idAt = (p: number) => projects[p]?.id ?? ''
  return projects.map((_, p) => p).sort((a, b) => compareText(idAt(a), idAt(b)))
}

export function start(scheme: Scheme, facts: Facts, asOf: Day): Running {
  const columns = columnsOf(facts)
  const program = compile(scheme, columns.settings, asOf)
  const state = new ColumnState(columns, program.shapes, asOf)
  const parts: ProjectPart[] = []
  const sum = new Totals(program)
  for (let p = 0; p < columns.projects.length; p++) {
    const part = mapLookingBack(program, state.of(p))
    parts.push(part)
    sum.add(part)
  }
  return {
    program,
    jurisdiction: columns.jurisdiction,
    parts: Parts.of(parts),
    ...sum.totals(),
    reported: columns.reported,
    units: columns.units,
  }
}

/** Replaces what is known of one project, or takes it out when `facts` is absent. */
export function replaceProject(running: Running, id: string, facts: ProjectFacts | undefined): Running {
  const before = running.parts.get(id)
  const part = facts && mapFacts(running.program, facts)
  const swap = (total: ReadonlyMap<string, number>, counters: (of: ProjectPart) => Counters | undefined) => {
    const swapped = new Map(total)
    const [old, now] = [before && counters(before), part && counters(part)]
    if (old) merge(swapped, old, -1)
    if (now) merge(swapped, now, 1)
    return swapped
  }
  const { sums } = running.program.lookBack
  return {
    ...running,
    parts: running.parts.with(id, part),
    total: swap(running.total, one => one.counters),
    earlier: new Map(
      sums.map((day, at) => [day, swap(running.earlier.get(day) ?? new Map(), one => one.earlier?.[at])]),
    ),
  }
}

export function replaceReported(running: Running, reported: readonly ReportedFact[]): Running {
  return { ...running, reported }
}

function mapFacts(
  program: Program,
  { project, memberships, returns, exemptions }: ProjectFacts,
): ProjectPart {
  const { shapes, asOf } = program
  return mapLookingBack(program, stateLookingBack(project, memberships, returns, shapes, asOf, exemptions))
}

/** Puts the parts together, by id. */
export function finish(running: Running): Evaluation {
  const sorted = [...running.parts.values()].sort((a, b) => compareText(a.project, b.project))
  return {
    ...evaluationOf(running),
    lights: sorted.flatMap(part => part.lights),
    overall: sorted.flatMap(part => part.overall),
    actions: sorted.flatMap(part => part.actions),
  }
}

function evaluationOf(summed: Omit<Running, 'parts'>): Omit<Evaluation, 'lights' | 'overall' | 'actions'> {
  const { program, jurisdiction, total, reported } = summed
  return {
    scheme: program.scheme.scheme,
    jurisdiction,
    asOf: program.asOf,
    indicators: indicatorValues(program, total, reported, scopesCounted(program, total)),
    targets: targetValues(program, total, reported),
    scores: [],
    ...unitLightsOf(program, summed),
  }
}

/** The jurisdiction, each list, each nature on it and each unit that leads a project. */
export function scopesCounted(program: Program, total: Counters): ScopeKey[] {
  const counted = [...total]
    .filter(([key, value]) => key.endsWith('|projects') && value !== 0)
    .map(([key]) => key.slice(0, -'|projects'.length))
  const lists = program.scheme.lists.map(list => `list:${list.id}`)
  return [...new Set(['jurisdiction', ...lists, ...counted])].sort(compareText)
}

/** Each project indicator over each of the scopes, and what units reported. */
export function indicatorValues(
  program: Program,
  total: Counters,
  reported: readonly ReportedFact[],
  scopes: readonly ScopeKey[],
): IndicatorValue[] {
  return program.scheme.indicators.flatMap(indicator =>
    indicator.origin === 'reported'
      ? reportedValues(indicator, reported, program.asOf)
      : scopes.map(scope => indicatorValue(indicator, total, scope)),
  )
}

/** The targets in force. */
export function targetValues(
  program: Program,
  total: Counters,
  reported: readonly ReportedFact[],
): TargetValue[] {
  return program.scheme.targets
    .filter(target => inForce(target, program.asOf, program.settings))
    .map(target => targetValue(target, program, total, reported))
}
