import { type Day, groupBy, periodSpan, type WorkingCalendar, yearOf } from '@guatu/kernel'
import type { Cadence, Scheme } from '@guatu/scheme'
import type { Facts } from '../facts/index.ts'
import { type Cycle, isOnCall, lastDue, workingDaysLate } from './cycle.ts'

/** One unit's missing returns of the last cycle that is past its due day. */
export interface LateUnit {
  readonly unit: string
  readonly cycle: Cycle
  readonly daysLate: number
  readonly missing: readonly string[]
  readonly expected: number
}

/** A project counts as reported for a cycle when a return of any period inside it, up to its end, is there. */
export function lateUnits(scheme: Scheme, facts: Facts, asOf: Day, calendar: WorkingCalendar): LateUnit[] {
  const leadUnit = new Map(
    facts.projects.map(project => [project.id, project.leadUnit ?? project.ownerUnit ?? '']),
  )
  const late: LateUnit[] = []
  for (const cadence of scheme.cadences) {
    if (!cadence.asksReturn || isOnCall(cadence)) continue
    const cycle = lastDue(cadence, asOf, calendar)
    if (cycle.due < scheme.inForce.from) continue
    const reported = reportedIn(facts, cycle)
    const members = [...membersOf(cadence, facts, cycle)].filter(project => leadUnit.has(project))
    const expected = groupBy(members, project => leadUnit.get(project) ?? '')
    const daysLate = workingDaysLate(cycle, asOf, calendar)
    for (const [unit, projects] of expected) {
      const missing = projects.filter(project => !reported.has(project)).sort()
      if (missing.length > 0) late.push({ unit, cycle, daysLate, missing, expected: projects.length })
    }
  }
  return late.sort((a, b) => b.missing.length - a.missing.length || (a.unit < b.unit ? -1 : 1))
}

function membersOf(cadence: Cadence, facts: Facts, cycle: Cycle): Set<string> {
  const year = yearOf(periodSpan(cycle.period).end)
  const members = new Set<string>()
  for (const one of facts.memberships) {
    if (cadence.lists.length > 0 && !cadence.lists.includes(one.list)) continue
    if (cadence.nature && !(one.nature && cadence.nature.includes(one.nature))) continue
    if (one.year !== undefined && one.year !== year) continue
    members.add(one.project)
  }
  return members
}

function reportedIn(facts: Facts, cycle: Cycle): Set<string> {
  const { start, end } = periodSpan(cycle.period)
  const reported = new Set<string>()
  for (const one of facts.returns) {
    const ended = periodSpan(one.period).end
    if (ended >= start && ended <= end) reported.add(one.project)
  }
  return reported
}
