import type { Day } from '@guatu/kernel'
import type { Evaluation, LightValue } from '../evaluate/index.ts'
import type { Facts } from '../facts/index.ts'
import { endedReturns } from '../project/index.ts'

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

/** Projects whose worst light asks for something, one line each: worst colour first, then the largest plan. */
export function todos(evaluation: Evaluation, facts: Facts, asking: (colour: string) => boolean): Todo[] {
  const projects = new Map(facts.projects.map(project => [project.id, project]))
  const units = new Map(facts.units.map(unit => [unit.id, unit.name]))
  const problems = latestProblems(facts, evaluation.asOf)
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
    if (!project) return []
    const unit = project.leadUnit ?? project.ownerUnit ?? null
    const action = evaluation.actions.find(
      one => one.project === light.project && one.list === light.list && one.rule === light.rule,
    )
    return {
      project: project.id,
      name: project.name,
      list: light.list,
      unit,
      unitName: unit === null ? '' : (units.get(unit) ?? unit),
      leader: project.leader,
      light,
      action: action?.action ?? null,
      problem: problems.get(project.id),
    }
  })
  const plan = (todo: Todo) => plans.get(todo.project) ?? 0
  return lines.sort(
    (a, b) => b.light.severity - a.light.severity || plan(b) - plan(a) || (a.project < b.project ? -1 : 1),
  )
}

function latestProblems(facts: Facts, asOf: Day): Map<string, string> {
  const problems = new Map<string, string>()
  for (const { one } of endedReturns(facts.returns, asOf)) {
    const { problem } = one.figures
    if (typeof problem === 'string') problems.set(one.project, problem)
  }
  return problems
}
