import type { Procedure } from '../language/procedure.ts'
import type { Scheme } from '../language/scheme.ts'
import { goals } from './goals.ts'
import { named } from './named.ts'
import { isNone } from './periods.ts'
import type { Report } from './report.ts'

type Path = readonly PropertyKey[]

/** Steps name steps of their own procedure, none waits for itself, and goals can be met. */
export function procedures(scheme: Scheme, report: Report): void {
  scheme.procedures.forEach((procedure, index) => {
    const path = ['procedures', index]
    named(procedure.steps, [...path, 'steps'], report)
    steps(procedure, path, report)
    goals(scheme, procedure, procedure.goals, path, report)
  })
}

function steps({ steps: all, tolerates }: Procedure, path: Path, report: Report): void {
  const needs = new Map(all.map(step => [step.id, step.needs]))
  const need = (id: string, at: Path) => {
    if (!needs.has(id)) report(at, 'ref.step', `there is no step ${id}`)
  }
  all.forEach((step, index) => {
    const at = [...path, 'steps', index]
    step.needs.forEach((id, place) => {
      need(id, [...at, 'needs', place])
    })
    if (step.limit && isNone(step.limit)) report([...at, 'limit'], 'term.none', `${step.id} has no time`)
    if (waitsForItself(step.id, needs)) report(at, 'step.cycle', `${step.id} waits for itself`)
  })
  tolerates.forEach((id, index) => {
    const at = [...path, 'tolerates', index]
    need(id, at)
    if (needs.get(id)?.length === 0) report(at, 'step.owes', `${id} needs nothing that it could owe`)
  })
}

function waitsForItself(step: string, needs: ReadonlyMap<string, readonly string[]>): boolean {
  const reached = new Set<string>()
  const from = [...(needs.get(step) ?? [])]
  for (let id = from.pop(); id !== undefined; id = from.pop()) {
    if (id === step) return true
    if (reached.has(id)) continue
    reached.add(id)
    from.push(...(needs.get(id) ?? []))
  }
  return false
}
