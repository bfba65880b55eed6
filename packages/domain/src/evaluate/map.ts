import { type Day, yearOf } from '@guatu/kernel'
import type { Consequence } from '@guatu/scheme'
import type { MembershipFact, ProjectFact } from '../facts/index.ts'
import { type LightRule, streakOf } from '../light/index.ts'
import type { AskedState } from '../project/index.ts'
import { inputsOf, looks } from './judging.ts'
import { Known } from './known.ts'
import { judgeLookingBack } from './looking-back.ts'
import { overallOf } from './overall.ts'
import { type Program, programAt } from './program.ts'
import type { ActionDue, LightValue, OverallLight } from './result.ts'
import type { Shares } from './share.ts'
import { sharesOf } from './sums.ts'

/** All that one project adds to an evaluation, from its own facts only. */
export interface ProjectPart {
  readonly project: string
  readonly lights: readonly LightValue[]
  readonly overall: readonly OverallLight[]
  readonly actions: readonly ActionDue[]
  readonly counters: Shares
  /** What it added on the earlier days of `lookBack.sums`. */
  readonly earlier?: readonly Shares[]
}

export function mapProject(program: Program, state: AskedState): ProjectPart {
  const lights: LightValue[] = []
  const actions: ActionDue[] = []
  const known = membershipsOf(program, state).map(one => new Known(program, state, one))
  for (const one of known) lightsOn(program, one, lights, actions)
  const overall = overallOf(program, state.project.id, known, lights)
  return {
    project: state.project.id,
    lights,
    overall,
    actions,
    counters: sharesOf(program, known, overall),
  }
}

/** With what the project added to the sums on the earlier days on which rules of units look back. */
export function mapLookingBack(program: Program, state: AskedState): ProjectPart {
  const part = mapProject(program, state)
  const { sums } = program.lookBack
  return sums.length > 0 ? { ...part, earlier: sums.map(day => sharesAt(program, state, day)) } : part
}

/** The lights of a project on one of its lists; none where the list is not of the as-of year. */
export function lightsOnList(program: Program, state: AskedState, membership: MembershipFact): LightValue[] {
  const lights: LightValue[] = []
  if (isCurrent(program, membership)) lightsOn(program, new Known(program, state, membership), lights, [])
  return lights
}

function lightsOn(program: Program, known: Known, lights: LightValue[], actions: ActionDue[]) {
  for (let index = 0; index < program.lights.length; index++) judgeBy(program, index, known, lights, actions)
}

/** What it added to the sums on an earlier day. */
function sharesAt(program: Program, state: AskedState, day: Day): Shares {
  const then = programAt(program, day)
  const at = state.at?.(day)
  if (!at) throw new Error(`nothing is known of ${state.project.id} on ${day}`)
  return sharesOf(
    then,
    membershipsOf(then, at).map(one => new Known(then, at, one)),
    [],
  )
}

/** On lists of the as-of year, in the order of the scheme. */
function membershipsOf(program: Program, state: AskedState): readonly MembershipFact[] {
  const { listOrder } = program
  const current = state.memberships.filter(one => isCurrent(program, one))
  if (current.length < 2) return current
  return current.sort((a, b) => (listOrder.get(a.list) ?? 0) - (listOrder.get(b.list) ?? 0))
}

const isCurrent = ({ listOrder, asOf }: Program, { list, year }: MembershipFact) =>
  listOrder.has(list) && (year ?? yearOf(asOf)) === yearOf(asOf)

function judgeBy(program: Program, index: number, known: Known, lights: LightValue[], actions: ActionDue[]) {
  const rule = program.lights[index]
  if (!rule) throw new Error(`no such light: ${index}`)
  const { light } = rule
  const { state, membership } = known
  if (!looks(light, program, known)) return
  const because = inputsOf(program, index, known)
  const judgement = judgeLookingBack(program, index, known, because)
  const { colour, severity, reason } = judgement
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
  const consequence = streakOf(rule, judgement)?.leadsTo ?? light.leadsTo[colour]
  if (consequence) actions.push(actionOf(rule, consequence, colour, membership.list, state))
}

function actionOf(
  { light }: LightRule,
  { action, by, confirm, on }: Consequence,
  colour: string,
  list: string,
  { project }: AskedState,
): ActionDue {
  return {
    action,
    ...(by && { by }),
    clause: light.clause,
    colour,
    confirm,
    list,
    ...(on === 'project-head' && { on }),
    project: project.id,
    rule: light.id,
    unit: unitFor(on, project) ?? null,
  }
}

/** The head of a project is found through its owner, or the unit that leads it where it names none. */
function unitFor(on: Consequence['on'], { leadUnit, ownerUnit }: ProjectFact): string | undefined {
  if (on === 'responsible-unit') return leadUnit
  return on === 'owner-unit' ? ownerUnit : (ownerUnit ?? leadUnit)
}
