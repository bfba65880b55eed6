import type { Indicator } from '@guatu/scheme'
import type { MembershipFact } from '../facts/index.ts'
import { type AskedState, isStarted } from '../project/index.ts'
import { passes } from './filter.ts'
import { counterKey, groupOf } from './group.ts'
import { Known } from './known.ts'
import { type Program, STANDARD } from './program.ts'
import type { OverallLight, ScopeKey, Sums } from './result.ts'
import { type Counters, type Share, Shares } from './share.ts'

export { counterKey } from './group.ts'
export type { Counters } from './share.ts'

type Overall = readonly Pick<OverallLight, 'list' | 'colour'>[]

/** What one project adds to the sums. */
export const contribute = (
  program: Program,
  state: AskedState,
  memberships: readonly MembershipFact[],
  overall: Overall,
): Shares =>
  sharesOf(
    program,
    memberships.map(membership => new Known(program, state, membership)),
    overall,
  )

export function sharesOf(program: Program, known: readonly Known[], overall: Overall): Shares {
  return new Shares(known.map((one, index) => addedOn(program, one, index === 0, overall)))
}

function addedOn(program: Program, known: Known, first: boolean, overall: Overall): Share {
  const { state, membership } = known
  const colourOf = (list: string) =>
    program.colours.indexOf(overall.find(one => one.list === list)?.colour ?? '')
  return {
    group: groupOf(program, state.project.leadUnit, membership, first),
    amounts: amountsOf(program, known),
    colour: colourOf(membership.list),
    overall: colourOf('*'),
  }
}

/** What one project adds to the ends of one indicator over one scope. */
export function shareOf(
  program: Program,
  state: AskedState,
  memberships: readonly MembershipFact[],
  indicator: Extract<Indicator, { origin: 'from-projects' }>,
  scope: ScopeKey,
): { readonly numerator: number; readonly denominator: number | null } {
  const counters = contribute(program, state, memberships, [])
  const end = (name: 'n' | 'd') => counters.get(counterKey(scope, `${indicator.id}.${name}`)) ?? 0
  return { numerator: end('n'), denominator: indicator.shape === 'ratio' ? end('d') : null }
}

/** In the order of the program's counters: see `STANDARD`. */
function amountsOf(program: Program, known: Known): number[] {
  const { state, membership } = known
  const invested = state.latest.get('invest-ytd')?.value
  const amounts = new Array<number>(STANDARD.length + program.ends.length).fill(0)
  amounts[0] = 1
  amounts[1] = isStarted(state.latest.get('stage')?.value) ? 1 : 0
  amounts[2] = membership.annualPlan ?? 0
  amounts[3] = known.amount(program.planSlot)
  amounts[4] = typeof invested === 'number' ? invested : 0
  amounts[5] = invested === undefined ? 0 : 1
  for (let end = 0; end < program.ends.length; end++) {
    const { where, slot } = program.ends[end] ?? {}
    if (!where || !passes(where, state, membership, program.asOf)) continue
    amounts[STANDARD.length + end] = slot === undefined ? 1 : known.amount(slot)
  }
  return amounts
}

/** The standard sums of a scope, all zero where nothing counts in it. */
export function sumsOf(total: Counters, scope: ScopeKey): Sums {
  const read = (counter: keyof Sums) => total.get(counterKey(scope, counter)) ?? 0
  return {
    projects: read('projects'),
    started: read('started'),
    annualPlan: read('annualPlan'),
    planToDate: read('planToDate'),
    invested: read('invested'),
    reported: read('reported'),
  }
}
