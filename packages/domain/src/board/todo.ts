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
  const action = actions.find(one => lightKey(one) === lightKey(light))
  return todo(row.project, light, action, basis.unitNames, row.problem)
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
  // The first that a light raises; a search for each light would be slow where thousands are lit.
  const actions = new Map<string, ActionDue>()
  for (const one of evaluation.actions) {
    const key = lightKey(one)
    if (!actions.has(key)) actions.set(key, one)
  }
  const worst = new Map<string, LightValue>()
  for (const light of evaluation.lights) {
    if (!asking(light.colour)) continue
    const held = worst.get(light.project)
    if (!held || light.severity > held.severity) worst.set(light.project, light)
  }
  const lines = [...worst.values()].flatMap(light => {
    const project = projects.get(light.project)
    return project
      ? [todo(project, light, actions.get(lightKey(light)), units, problems.get(project.id))]
      : []
  })
  const plan = (one: Todo) => plans.get(one.project) ?? 0
  return lines.sort(
    (a, b) => b.light.severity - a.light.severity || plan(b) - plan(a) || (a.project < b.project ? -1 : 1),
  )
}

const lightKey = ({ project, list, rule }: Pick<LightValue, 'project' | 'list' | 'rule'>) =>
  JSON.stringify([project, list, rule])

function todo(
  project: ProjectFact,
  light: LightValue,
  action: ActionDue | undefined,
  unitNames: ReadonlyMap<string, string>,
  problem: string | undefined,
): Todo {
  const unit = project.leadUnit ?? project.ownerUnit ?? null
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
