import type { Day, WorkingCalendar } from '@guatu/kernel'
import { groupBy } from '@guatu/kernel'
import type { Scheme } from '@guatu/scheme'
import type { Facts } from '../facts/index.ts'
import { basisOf } from './basis.ts'
import { Standing } from './standing.ts'

/** The standing of facts that are all in memory. */
export function standingOf(facts: Facts, scheme: Scheme, asOf: Day, calendar: WorkingCalendar): Standing {
  const memberships = groupBy(facts.memberships, one => one.project)
  const returns = groupBy(facts.returns, one => one.project)
  const exemptions = groupBy(facts.exemptions ?? [], one => one.project)
  const standing = new Standing(basisOf({ ...facts, scheme, asOf, calendar }))
  for (const project of facts.projects) {
    standing.replace(project.id, {
      project,
      memberships: memberships.get(project.id) ?? [],
      returns: returns.get(project.id) ?? [],
      exemptions: exemptions.get(project.id),
    })
  }
  standing.report(facts.reported)
  return standing
}
