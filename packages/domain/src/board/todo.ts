import type { Day } from '@guatu/kernel'
import type { ActionDue, Evaluation, LightValue } from '../evaluate/index.ts'
import type { Facts, FieldId, ProjectFact } from '../facts/index.ts'
import { endedReturns } from '../project/index.ts'
import { partOf, type Row, type StandingView } from '../standing/index.ts'

export interface Todo {
  readonly project: string
  readonly name: string
  readonly list: string
  readonly unit: string | null
  readonly unitName: string
  readonly leader?: string
  readonly light: LightValue
  readonly action: string | null
  readonly problem?: string
}

/** One row of the view with the light that asks for most, its reasons made anew. */
export function todoOf({ basis }: StandingView, row: Row): Todo {
  const { lights, actions } = partOf(basis, row)
  const light = lights.find(one => basis.severity.get(one.colour) === row.asks)
  if (!light) throw new Error(`no light of ${row.id} asks for anything`)
  return todo(row.project, light, actions, basis.unitNames, row.problem)
}

/** Projects whose worst light asks for something, one line each: worst colour first, then the largest plan. */
export function todos(evaluation: Evaluation, facts: Facts, asking: (colour: string) => boolean): Todo[] {
  const projects = new Map(facts.projects.map(project => [project.id, project]))
  const units = new Map(facts.units.map(unit => [unit.id, unit.name]))
  const problems = latestTexts(facts, evaluation.asOf, 'problem')
  const plans = new Map<string, number>()
  for (const one of facts.memberships) {
    plans.set(one.project, Math.max(plans.get(one.project) ?? 0, one.annualPlan ?? 0))
  }
  const worst = new Map<string, LightValue>()
  for (const light of evaluation.lights) {
    if (!asking(light.colour)) continue
    const held = worst.get(light.project)
    if (!held || light.severity > held.severity) worst.set(light.project, light)
  }
  const lines = [...worst.values()].flatMap(light => {
    const project = projects.get(light.project)
    return project ? [todo(project, light, evaluation.actions, units, problems.get(project.id))] : []
  })
  const plan = (one: Todo) => plans.get(one.project) ?? 0
  return lines.sort(
    (a, b) => b.light.severity - a.light.severity || plan(b) - plan(a) || (a.project < b.project ? -1 : 1),
  )
}

function todo(
  project: ProjectFact,
  light: LightValue,
  actions: readonly ActionDue[],
  unitNames: ReadonlyMap<string, string>,
  problem: string | undefined,
): Todo {
  const unit = project.leadUnit ?? project.ownerUnit ?? null
  const action = actions.find(
    one => one.project === light.project && one.list === light.list && one.rule === light.rule,
  )
  return {
    project: project.id,
    name: project.name,
    list: light.list,
    unit,
    unitName: unit === null ? '' : (unitNames.get(unit) ?? unit),
    leader: project.leader,
    light,
    action: action?.action ?? null,
    problem,
  }
}

/** The last text that each project reported in a field by the day. */
export function latestTexts(facts: Pick<Facts, 'returns'>, asOf: Day, field: FieldId): Map<string, string> {
  const texts = new Map<string, string>()
  for (const { one } of endedReturns(facts.returns, asOf)) {
    const text = one.figures[field]
    if (typeof text === 'string') texts.set(one.project, text)
  }
  return texts
}
