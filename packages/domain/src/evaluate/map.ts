import { yearOf } from '@guatu/kernel'
import type { MembershipFact } from '../facts/index.ts'
import { judge, type LightRule, NONE } from '../light/index.ts'
import type { AskedState } from '../project/index.ts'
import { passes } from './filter.ts'
import { Known } from './known.ts'
import { AS_OF_SLOT, type Program } from './program.ts'
import type { ActionDue, Input, LightValue, OverallLight } from './result.ts'
import type { Shares } from './share.ts'
import { sharesOf } from './sums.ts'

/** All that one project adds to an evaluation, from its own facts only. */
export interface ProjectPart {
  readonly project: string
  readonly lights: readonly LightValue[]
  readonly overall: readonly OverallLight[]
  readonly actions: readonly ActionDue[]
  readonly counters: Shares
}

export function mapProject(program: Program, state: AskedState): ProjectPart {
  const lights: LightValue[] = []
  const actions: ActionDue[] = []
  const known = membershipsOf(program, state).map(one => new Known(program, state, one))
  for (const one of known) {
    for (let index = 0; index < program.lights.length; index++) judgeBy(program, index, one, lights, actions)
  }
  const overall = overallOf(state.project.id, known, lights)
  return {
    project: state.project.id,
    lights,
    overall,
    actions,
    counters: sharesOf(program, known, overall),
  }
}

/** On lists of the as-of year, in the order of the scheme. */
function membershipsOf({ listOrder, asOf }: Program, state: AskedState): readonly MembershipFact[] {
  const year = yearOf(asOf)
  const current = state.memberships.filter(one => listOrder.has(one.list) && (one.year ?? year) === year)
  if (current.length < 2) return current
  return current.sort((a, b) => (listOrder.get(a.list) ?? 0) - (listOrder.get(b.list) ?? 0))
}

function judgeBy(program: Program, index: number, known: Known, lights: LightValue[], actions: ActionDue[]) {
  const rule = program.lights[index]
  const slots = program.lightSlots[index]
  if (!rule || !slots) throw new Error(`no such light: ${index}`)
  const { light } = rule
  const { state, membership } = known
  if (light.lists.length > 0 && !light.lists.includes(membership.list)) return
  if (!passes(light.where, state, membership, program.asOf)) return
  const because: Input[] = []
  for (const slot of slots) because.push(slot === AS_OF_SLOT ? program.asOfInput : known.input(slot))
  const { colour, severity, reason } = judge(rule, because)
  // Members in the order of canonical JSON, here and in all that an evaluation holds by the thousand: see `canonicalJson`.
  lights.push({
    because,
    clause: light.clause,
    colour,
    dimension: light.dimension,
    list: membership.list,
    project: state.project.id,
    reason,
    rule: light.id,
    severity,
  })
  const action = actionOf(rule, colour, membership.list, state)
  if (action) actions.push(action)
}

function actionOf(
  { light }: LightRule,
  colour: string,
  list: string,
  { project }: AskedState,
): ActionDue | undefined {
  const consequence = light.leadsTo[colour]
  if (!consequence) return undefined
  const unit = consequence.on === 'owner-unit' ? project.ownerUnit : project.leadUnit
  return {
    action: consequence.action,
    clause: light.clause,
    colour,
    confirm: consequence.confirm,
    list,
    project: project.id,
    rule: light.id,
    unit: unit ?? null,
  }
}

/** Worst-of on each list, and over all lists under `*`. */
function overallOf(project: string, known: readonly Known[], lights: readonly LightValue[]): OverallLight[] {
  const overall: OverallLight[] = []
  for (const { membership } of known) {
    const { list } = membership
    if (!overall.some(one => one.list === list)) overall.push(worst(project, list, lights))
  }
  overall.push(worst(project, '*', lights))
  return overall
}

/** A light that says something beats ○ whatever its severity. */
function worst(project: string, list: string, lights: readonly LightValue[]): OverallLight {
  let found: LightValue | undefined
  for (const light of lights) {
    if (list !== '*' && light.list !== list) continue
    if (light.colour !== NONE && (!found || light.severity > found.severity)) found = light
  }
  return {
    colour: found?.colour ?? NONE,
    list,
    project,
    rule: found?.rule ?? null,
    severity: found?.severity ?? 0,
  }
}
