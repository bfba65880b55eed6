import { addMinor, type Day, makeDay, periodSpan, yearOf } from '@guatu/kernel'
import type { ListItem, Statement } from '@guatu/scheme'
import type { MembershipFact } from '../facts/index.ts'
import { planMonths } from '../plan/index.ts'
import { given as asOfDay, type Given, type Member, membersOf } from '../record/index.ts'

export type Held = number | null

/** The same number from the library, as of the day that the statement speaks of. */
export function held(statement: Statement, list: ListItem, now: Given): Held {
  const day = statement.asOf ?? now.asOf
  if (day > now.asOf || statement.called !== undefined) return null
  const then = asOfDay(now.scheme, now.facts, now.records, day, now.calendar)
  const members = membersOf(then, [list.id], statement.where).flatMap(one => inYear(one, statement, list))
  return members.map(one => part(statement, list, one, day)).reduce(addMinor, 0)
}

/** Of a list over several years the membership of the year that is meant. */
function inYear(member: Member, { year }: Statement, list: ListItem): Member[] {
  if (year === undefined) return [member]
  return member.state.memberships
    .filter(one => one.list === list.id && one.year === year)
    .map(membership => ({ ...member, membership }))
}

function part(statement: Statement, { curve }: ListItem, member: Member, asOf: Day): number {
  const { state, membership } = member
  switch (statement.of) {
    case 'projects':
      return 1
    case 'annual-plan': {
      if (statement.quarter === undefined) return membership.annualPlan ?? 0
      const months = planMonths(membership, curve)?.months ?? []
      return months.slice(statement.quarter * 3 - 3, statement.quarter * 3).reduce(addMinor, 0)
    }
    case 'total-invest':
      return state.project.totalInvest ?? 0
    case 'planned-starts':
      return startsIn(statement, membership.plannedStart ?? state.project.plannedStart, membership, asOf)
    case 'invest-ytd': {
      const done = state.latest.get('invest-ytd')?.value
      return typeof done === 'number' ? done : 0
    }
  }
}

function startsIn({ quarter }: Statement, day: Day | undefined, on: MembershipFact, asOf: Day): number {
  const year = on.year ?? yearOf(asOf)
  const span =
    quarter === undefined
      ? { start: makeDay(year, 1, 1), end: makeDay(year, 12, 31) }
      : periodSpan(`${year}-Q${quarter}`)
  return day !== undefined && day >= span.start && day <= span.end ? 1 : 0
}
