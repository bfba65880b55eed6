import { compareText, type Day, groupBy, periodSpan, type WorkingCalendar, yearOf } from '@guatu/kernel'
import type { Cadence, Scheme } from '@guatu/scheme'
import type { Facts, MembershipFact, ProjectFact, ReturnFact } from '../facts/index.ts'
import { endedReturns, isStarted } from '../project/index.ts'
import { type Cycle, cycleSpan, isOnCall, lastDue, workingDaysLate } from './cycle.ts'

/** One unit's missing returns of the last cycle that is past its due day. */
export interface LateUnit {
  readonly unit: string
  readonly cycle: Cycle
  readonly daysLate: number
  readonly missing: readonly string[]
  readonly expected: number
}

/** A cycle with the cadence that asks. */
export interface AskingCycle extends Cycle {
  readonly asks: Cadence
}

/** A cycle past its due day, for which returns may be missing. */
export interface DueCycle extends AskingCycle {
  readonly daysLate: number
}

/** The unit that a cadence asks about a project; none answers for a project without units. */
export function reportingUnit({ by }: Pick<Cadence, 'by'>, project: ProjectFact): string | undefined {
  const named = { lead: project.leadUnit, owner: project.ownerUnit, town: project.townUnit }[by ?? 'lead']
  return named ?? project.leadUnit ?? project.ownerUnit
}

/** The last cycle past its due day of each cadence that asks for returns. */
export function cyclesDue(scheme: Scheme, asOf: Day, calendar: WorkingCalendar): DueCycle[] {
  return scheme.cadences
    .filter(cadence => cadence.asksReturn && !isOnCall(cadence))
    .map(cadence => {
      const cycle = lastDue(cadence, asOf, calendar)
      return { ...cycle, asks: cadence, daysLate: workingDaysLate(cycle, asOf, calendar) }
    })
    .filter(cycle => cycle.due >= scheme.inForce.from)
}

/**
 * Cycles past due that one return answers: of one period, asked of the same unit of a project. The one due first stands
 * first.
 */
export function dueTogether(cycles: readonly DueCycle[]): DueCycle[][] {
  const groups = groupBy(cycles, one => `${one.period} ${one.asks.by ?? 'lead'}`)
  return [...groups.values()].map(group => group.sort((a, b) => compareText(a.due, b.due)))
}

/** Units with returns missing, most first: one row for each unit and period, whatever number of cadences ask. */
export function lateUnits(scheme: Scheme, facts: Facts, asOf: Day, calendar: WorkingCalendar): LateUnit[] {
  const memberships = groupBy(facts.memberships, one => one.project)
  const returns = groupBy(facts.returns, one => one.project)
  const late: LateUnit[] = []
  for (const group of dueTogether(cyclesDue(scheme, asOf, calendar))) {
    const [cycle] = group
    if (!cycle) continue
    const asked = facts.projects.flatMap(project => {
      const are = group
        .map(one => returnIs(one, memberships.get(project.id) ?? [], returns.get(project.id) ?? []))
        .filter(is => is !== 'not-asked')
      const unit = reportingUnit(cycle.asks, project) ?? ''
      return are.length === 0 ? [] : [{ project: project.id, unit, missing: are.includes('missing') }]
    })
    for (const [unit, projects] of groupBy(asked, one => one.unit)) {
      const missing = projects.filter(one => one.missing).map(one => one.project)
      if (missing.length === 0) continue
      late.push({ unit, cycle, daysLate: cycle.daysLate, missing: missing.sort(), expected: projects.length })
    }
  }
  return late.sort(
    (a, b) =>
      b.missing.length - a.missing.length ||
      compareText(a.unit, b.unit) ||
      compareText(a.cycle.due, b.cycle.due) ||
      compareText(a.cycle.cadence, b.cycle.cadence),
  )
}

/** Whether a cycle asks for a return of one project: by its lists and, where it says so, by how far the work is. */
export function asksProject(
  cycle: Pick<AskingCycle, 'asks' | 'period'>,
  memberships: readonly MembershipFact[],
  returns: readonly ReturnFact[],
): boolean {
  const { work } = cycle.asks
  if (!memberships.some(one => isAsked(cycle, one))) return false
  return work === undefined || hasBegun(returns, periodSpan(cycle.period).end) === (work === 'begun')
}

/**
 * Whether an asked project has a return: one of any period that lies inside the cycle. A longer one that ends in it, as a month's
 * in the last week's, is no word of that week: nobody sent it, and a table of months or a correction would seem to have.
 */
export function returnIs(
  cycle: AskingCycle,
  memberships: readonly MembershipFact[],
  returns: readonly ReturnFact[],
): 'not-asked' | 'missing' | 'reported' {
  if (!asksProject(cycle, memberships, returns)) return 'not-asked'
  const { start, end } = cycleSpan(cycle.asks, cycle)
  const inside = returns.some(one => {
    const of = periodSpan(one.period)
    return of.start >= start && of.end <= end
  })
  return inside ? 'reported' : 'missing'
}

function isAsked(
  { asks, period }: Pick<AskingCycle, 'asks' | 'period'>,
  membership: MembershipFact,
): boolean {
  if (asks.lists.length > 0 && !asks.lists.includes(membership.list)) return false
  if (asks.nature && !(membership.nature && asks.nature.includes(membership.nature))) return false
  return membership.year === undefined || membership.year === yearOf(periodSpan(period).end)
}

/** Last reported by the day as under way, done or paused. Nobody's word is no start. */
function hasBegun(returns: readonly ReturnFact[], day: Day): boolean {
  const told = endedReturns(returns, day).filter(({ one }) => one.figures.stage !== undefined)
  const stage = told.at(-1)?.one.figures.stage
  return isStarted(stage) || stage === 'paused'
}
