import { compareText, type Day } from '@guatu/kernel'
import type { Scheme } from '@guatu/scheme'
import type { Columns } from '../columns/columns.ts'
import { columnsOf } from '../columns/of-facts.ts'
import { ColumnState } from '../columns/state.ts'
import type { Facts, MembershipFact, ProjectFact, ReportedFact, ReturnFact } from '../facts/index.ts'
import { indicatorValue, reportedValues } from '../indicator/index.ts'
import { projectState } from '../project/index.ts'
import { inForce, targetValue } from '../target/index.ts'
import { mapProject, type ProjectPart } from './map.ts'
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
import { type Counters, merge, Sum } from './share.ts'

/** An evaluation in parts: one per project, and their sums. One changed project is swapped, not all recomputed. */
export interface Running {
  readonly program: Program
  readonly jurisdiction: string
  readonly parts: Parts
  readonly total: ReadonlyMap<string, number>
  readonly reported: readonly ReportedFact[]
}

/** What is known of one project. */
export interface ProjectFacts {
  readonly project: Facts['projects'][number]
  readonly memberships: readonly MembershipFact[]
  readonly returns: readonly ReturnFact[]
}

export function evaluate(scheme: Scheme, facts: Facts, asOf: Day): Evaluation {
  return evaluateColumns(scheme, columnsOf(facts), asOf)
}

/** As `evaluate`, of facts in columns; nothing is kept by which one project could be swapped. */
export function evaluateColumns(scheme: Scheme, columns: Columns, asOf: Day): Evaluation {
  const program = compile(scheme, columns.settings, asOf)
  const state = new ColumnState(columns, program.shapes, asOf)
  const sum = new Sum(program)
  const lights: LightValue[] = []
  const overall: OverallLight[] = []
  const actions: ActionDue[] = []
  for (const p of inOrder(columns.projects)) {
    const part = mapProject(program, state.of(p))
    for (const one of part.lights) lights.push(one)
    for (const one of part.overall) overall.push(one)
    for (const one of part.actions) actions.push(one)
    sum.add(part.counters)
  }
  const summed = evaluationOf(program, columns.jurisdiction, sum.total(), columns.reported)
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
  const sum = new Sum(program)
  for (let p = 0; p < columns.projects.length; p++) {
    const part = mapProject(program, state.of(p))
    parts.push(part)
    sum.add(part.counters)
  }
  return {
    program,
    jurisdiction: columns.jurisdiction,
    parts: Parts.of(parts),
    total: sum.total(),
    reported: columns.reported,
  }
}

/** Replaces what is known of one project, or takes it out when `facts` is absent. */
export function replaceProject(running: Running, id: string, facts: ProjectFacts | undefined): Running {
  const total = new Map(running.total)
  const before = running.parts.get(id)
  if (before) merge(total, before.counters, -1)
  const part = facts && mapFacts(running.program, facts)
  if (part) merge(total, part.counters, 1)
  return { ...running, parts: running.parts.with(id, part), total }
}

export function replaceReported(running: Running, reported: readonly ReportedFact[]): Running {
  return { ...running, reported }
}

function mapFacts(program: Program, { project, memberships, returns }: ProjectFacts): ProjectPart {
  return mapProject(program, projectState(project, memberships, returns, program.shapes, program.asOf))
}

/** Puts the parts together, by id. */
export function finish({ program, jurisdiction, total, reported, parts }: Running): Evaluation {
  const sorted = [...parts.values()].sort((a, b) => compareText(a.project, b.project))
  return {
    ...evaluationOf(program, jurisdiction, total, reported),
    lights: sorted.flatMap(part => part.lights),
    overall: sorted.flatMap(part => part.overall),
    actions: sorted.flatMap(part => part.actions),
  }
}

function evaluationOf(
  program: Program,
  jurisdiction: string,
  total: Counters,
  reported: readonly ReportedFact[],
): Omit<Evaluation, 'lights' | 'overall' | 'actions'> {
  return {
    scheme: program.scheme.scheme,
    jurisdiction,
    asOf: program.asOf,
    indicators: indicatorValues(program, total, reported, scopesCounted(program, total)),
    targets: targetValues(program, total, reported),
    scores: [],
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
