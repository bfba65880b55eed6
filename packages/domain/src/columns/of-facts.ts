import { groupBy } from '@guatu/kernel'
import type { Facts, MembershipFact } from '../facts/index.ts'
import type { Columns } from './columns.ts'
import { planColumns } from './plans.ts'
import { ReturnsBuilder } from './returns.ts'

export function columnsOf(facts: Facts): Columns {
  const index = new Map(facts.projects.map((project, at) => [project.id, at]))
  const returns = new ReturnsBuilder()
  for (const { project, period, figures, sources } of facts.returns) {
    const at = index.get(project)
    if (at === undefined) continue
    const row = returns.add(at, period)
    for (const field in figures) {
      const value = figures[field]
      if (value !== undefined) returns.field(field).set(row, value)
    }
    for (const field in sources) returns.source(field).set(row, sources[field] ?? Number.NaN)
  }
  const memberships = membershipsOf(facts, index)
  return {
    jurisdiction: facts.jurisdiction,
    settings: facts.settings,
    reported: facts.reported,
    units: facts.units,
    ...(facts.exemptions && { exemptions: groupBy(facts.exemptions, one => one.project) }),
    projects: facts.projects,
    memberships,
    plans: planColumns(facts.projects, memberships),
    returns: returns.columns(facts.projects.length),
  }
}

const NO_LIST: readonly MembershipFact[] = []

/** Of each project, in the order of the projects. */
export function membershipsOf(
  { projects, memberships }: Pick<Facts, 'projects' | 'memberships'>,
  index: ReadonlyMap<string, number>,
): (readonly MembershipFact[])[] {
  const of: (MembershipFact[] | undefined)[] = projects.map(() => undefined)
  for (const one of memberships) {
    const at = index.get(one.project)
    if (at === undefined) continue
    const known = of[at]
    if (known) known.push(one)
    else of[at] = [one]
  }
  return of.map(known => known ?? NO_LIST)
}
