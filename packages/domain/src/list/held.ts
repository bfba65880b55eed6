import { addMinor, yearOf } from '@guatu/kernel'
import type { ListItem, Statement } from '@guatu/scheme'
import { given as asOfDay, type Given, type Member, membersOf } from '../record/index.ts'
import { partOfStatement } from './part.ts'

export type Held = number | null

/** The same number from the library, as of the day that the statement speaks of. */
export function held(statement: Statement, list: ListItem, now: Given): Held {
  const day = statement.asOf ?? now.asOf
  if (day > now.asOf || statement.called !== undefined) return null
  const then = asOfDay(now.scheme, now.facts, now.records, day, now.calendar)
  const members = membersOf(then, [list.id], statement.where).flatMap(one => inYear(one, statement, list))
  return members
    .map(({ state, membership }) =>
      partOfStatement(statement, {
        project: state.project,
        membership,
        curve: list.curve,
        year: membership.year ?? yearOf(day),
        investYtd: state.latest.get('invest-ytd')?.value,
      }),
    )
    .reduce<number>((sum, part) => addMinor(sum, part ?? 0), 0)
}

/** Of a list over several years the membership of the year that is meant. */
function inYear(member: Member, { year }: Statement, list: ListItem): Member[] {
  if (year === undefined) return [member]
  return member.state.memberships
    .filter(one => one.list === list.id && one.year === year)
    .map(membership => ({ ...member, membership }))
}
