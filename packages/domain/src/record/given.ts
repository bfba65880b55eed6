import { type Day, groupBy, type WorkingCalendar } from '@guatu/kernel'
import type { Filter, Scheme } from '@guatu/scheme'
import { passes } from '../evaluate/filter.ts'
import type { Facts, MembershipFact } from '../facts/index.ts'
import { type SettingValues, settingValues } from '../light/index.ts'
import { fieldShapes, type ProjectState, projectState } from '../project/index.ts'
import type { Records } from './records.ts'

/** All that an item may be judged by. */
export interface Given {
  readonly scheme: Scheme
  readonly facts: Facts
  readonly records: Records
  readonly asOf: Day
  readonly settings: SettingValues
  readonly calendar: WorkingCalendar
  /** Every project as it stands on the as-of date. */
  readonly states: readonly ProjectState[]
}

export function given(
  scheme: Scheme,
  facts: Facts,
  records: Records,
  asOf: Day,
  calendar: WorkingCalendar,
): Given {
  const memberships = groupBy(facts.memberships, one => one.project)
  const returns = groupBy(facts.returns, one => one.project)
  const shapes = fieldShapes(scheme.fields)
  return {
    scheme,
    facts,
    records,
    asOf,
    settings: settingValues(scheme, facts.settings),
    calendar,
    states: facts.projects.map(project =>
      projectState(project, memberships.get(project.id) ?? [], returns.get(project.id) ?? [], shapes, asOf),
    ),
  }
}

export interface Member {
  readonly state: ProjectState
  /** The first membership that the item looks at. */
  readonly membership: MembershipFact
}

/** Projects on one of the lists (any where none is named) that pass, each once; those that withdrew are out. */
export function membersOf({ states, asOf }: Given, lists: readonly string[], where: Filter = {}): Member[] {
  return states.flatMap(state => {
    if (state.latest.get('stage')?.value === 'withdrawn') return []
    const membership = state.memberships.find(
      one => (lists.length === 0 || lists.includes(one.list)) && passes(where, state, one, asOf),
    )
    return membership ? [{ state, membership }] : []
  })
}
