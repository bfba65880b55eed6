import { yearOf } from '@guatu/kernel'
import type { MembershipFact } from '../facts/index.ts'
import { judge, type LightRule, NONE } from '../light/index.ts'
import { quantitiesOf } from '../light/measure.ts'
import type { ProjectState } from '../project/index.ts'
import { lookUp, quantityName } from '../quantity/index.ts'
import { passes } from './filter.ts'
import { type Program, sourceOf } from './program.ts'
import type { ActionDue, Input, LightValue, OverallLight } from './result.ts'
import { type Counters, contribute } from './sums.ts'

/** All that one project adds to an evaluation, from its own facts only. */
export interface ProjectPart {
  readonly project: string
  readonly lights: readonly LightValue[]
  readonly overall: readonly OverallLight[]
  readonly actions: readonly ActionDue[]
  readonly counters: Counters
}

export function mapProject(program: Program, state: ProjectState): ProjectPart {
  const year = yearOf(program.asOf)
  const memberships = state.memberships
    .filter(one => program.listOrder.has(one.list) && (one.year ?? year) === year)
    .sort((a, b) => (program.listOrder.get(a.list) ?? 0) - (program.listOrder.get(b.list) ?? 0))
  const lights: LightValue[] = []
  const actions: ActionDue[] = []
  for (const membership of memberships) {
    for (const rule of program.lights) {
      const value = lightOf(program, rule, state, membership)
      if (!value) continue
      lights.push(value)
      const action = actionOf(rule, value, state)
      if (action) actions.push(action)
    }
  }
  const overall = overallOf(state.project.id, memberships, lights)
  return {
    project: state.project.id,
    lights,
    overall,
    actions,
    counters: contribute(program, state, memberships, overall),
  }
}

function lightOf(
  program: Program,
  rule: LightRule,
  state: ProjectState,
  membership: MembershipFact,
): LightValue | undefined {
  const { light } = rule
  if (light.lists.length > 0 && !light.lists.includes(membership.list)) return undefined
  if (!passes(light.where, state, membership, program.asOf)) return undefined
  const because = inputsOf(program, rule, state, membership)
  const { colour, severity, reason } = judge(rule, because)
  return {
    project: state.project.id,
    list: membership.list,
    dimension: light.dimension,
    colour,
    severity,
    rule: light.id,
    clause: light.clause,
    because,
    reason,
  }
}

function inputsOf(
  program: Program,
  rule: LightRule,
  state: ProjectState,
  membership: MembershipFact,
): Input[] {
  const source = sourceOf(program, state, membership)
  const inputs = new Map<string, Input>()
  for (const quantity of quantitiesOf(rule.light.measure))
    inputs.set(quantityName(quantity), lookUp(quantity, source))
  inputs.set('stage', lookUp('stage', source))
  inputs.set('as-of', { name: 'as-of', type: 'day', value: program.asOf, from: 'as-of' })
  return [...inputs.values()]
}

function actionOf({ light }: LightRule, value: LightValue, { project }: ProjectState): ActionDue | undefined {
  const consequence = light.leadsTo[value.colour]
  if (!consequence) return undefined
  const unit = consequence.on === 'owner-unit' ? project.ownerUnit : project.leadUnit
  return {
    action: consequence.action,
    project: project.id,
    list: value.list,
    unit: unit ?? null,
    rule: light.id,
    clause: light.clause,
    confirm: consequence.confirm,
    colour: value.colour,
  }
}

/** Worst-of on each list, and over all lists under `*`. */
function overallOf(
  project: string,
  memberships: readonly MembershipFact[],
  lights: readonly LightValue[],
): OverallLight[] {
  const lists = [...new Set(memberships.map(one => one.list))]
  const perList = lists.map(list =>
    worst(
      project,
      list,
      lights.filter(light => light.list === list),
    ),
  )
  return [...perList, worst(project, '*', lights)]
}

/** A light that says something beats ○ whatever its severity. */
function worst(project: string, list: string, lights: readonly LightValue[]): OverallLight {
  let found: LightValue | undefined
  for (const light of lights) {
    if (light.colour !== NONE && (!found || light.severity > found.severity)) found = light
  }
  return {
    project,
    list,
    colour: found?.colour ?? NONE,
    severity: found?.severity ?? 0,
    rule: found?.rule ?? null,
  }
}
