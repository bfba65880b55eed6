import { compareText, type Day } from '@guatu/kernel'
import type { Scheme } from '@guatu/scheme'
import type { Columns } from '../columns/columns.ts'
import { columnsOf } from '../columns/of-facts.ts'
import { ColumnState } from '../columns/state.ts'
import type { Facts, MembershipFact, ReportedFact, ReturnFact } from '../facts/index.ts'
import { indicatorValue, reportedValues } from '../indicator/index.ts'
import { projectState } from '../project/index.ts'
import { inForce, targetValue } from '../target/index.ts'
import { mapProject, type ProjectPart } from './map.ts'
import { Parts } from './parts.ts'
import { compile, type Program } from './program.ts'
import type { Evaluation, IndicatorValue, ScopeKey, TargetValue } from './result.ts'
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
  return finish(start(scheme, facts, asOf))
}

export function start(scheme: Scheme, facts: Facts, asOf: Day): Running {
  return startColumns(scheme, columnsOf(facts), asOf)
}

/** As `start`, of facts in columns. */
export function startColumns(scheme: Scheme, columns: Columns, asOf: Day): Running {
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

/** Puts the parts together: sorted, so that the order in which facts came leaves no trace. */
export function finish(running: Running): Evaluation {
  const { program, total, reported } = running
  const parts = [...running.parts.values()].sort((a, b) => compareText(a.project, b.project))
  return {
    scheme: program.scheme.scheme,
    jurisdiction: running.jurisdiction,
    asOf: program.asOf,
    indicators: indicatorValues(program, total, reported, scopesCounted(program, total)),
    targets: targetValues(program, total, reported),
    lights: parts.flatMap(part => part.lights),
    overall: parts.flatMap(part => part.overall),
    actions: parts.flatMap(part => part.actions),
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
    .filter(target => inForce(target, program.asOf))
    .map(target => targetValue(target, program, total, reported))
}
