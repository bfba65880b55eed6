import { type Day, yearOf } from '@guatu/kernel'
import type { Filter } from '@guatu/scheme'
import type { MembershipFact } from '../facts/index.ts'
import type { AskedState } from '../project/index.ts'

/** Whether a project on a list is among those that an aggregate or a rule looks at. */
export function passes(filter: Filter, state: AskedState, membership: MembershipFact, asOf: Day): boolean {
  if (filter.nature && !(membership.nature && filter.nature.includes(membership.nature))) return false
  if (filter.stage) {
    const stage = state.latest.get('stage')?.value
    if (!filter.stage.some(one => one === stage)) return false
  }
  if (filter.plannedStart) {
    const planned = membership.plannedStart ?? state.project.plannedStart
    if (planned === undefined) return false
    if (filter.plannedStart === 'by-as-of' && planned > asOf) return false
    if (filter.plannedStart === 'in-year' && yearOf(planned) !== (membership.year ?? yearOf(asOf)))
      return false
  }
  return true
}
