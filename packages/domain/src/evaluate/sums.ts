import { addMinor } from '@guatu/kernel'
import type { Aggregate, Quantity } from '@guatu/scheme'
import type { MembershipFact } from '../facts/index.ts'
import { isStarted, type ProjectState } from '../project/index.ts'
import { lookUp, type QuantitySource } from '../quantity/index.ts'
import { passes } from './filter.ts'
import { type Program, sourceOf } from './program.ts'
import type { OverallLight, ScopeKey, Sums } from './result.ts'

/** Integers under `scope|counter`; parts merge by addition and leave by subtraction. */
export type Counters = ReadonlyMap<string, number>

const STANDARD = ['projects', 'started', 'annualPlan', 'planToDate', 'invested', 'reported'] as const

export const counterKey = (scope: ScopeKey, counter: string) => `${scope}|${counter}`

/** Every scope that this project on this list counts in. */
function scopesOf(state: ProjectState, membership: MembershipFact, first: boolean): ScopeKey[] {
  const list = `list:${membership.list}`
  const scopes = [list]
  if (membership.nature) scopes.push(`${list}/${membership.nature}`)
  const unit = state.project.leadUnit
  if (unit) scopes.push(`unit:${unit}/${list}`)
  if (!first) return scopes
  scopes.push('jurisdiction')
  if (unit) scopes.push(`unit:${unit}`)
  return scopes
}

export function contribute(
  program: Program,
  state: ProjectState,
  memberships: readonly MembershipFact[],
  overall: readonly Pick<OverallLight, 'list' | 'colour'>[],
): Counters {
  const counters = new Map<string, number>()
  memberships.forEach((membership, index) => {
    const amounts = amountsOf(program, state, membership)
    for (const scope of scopesOf(state, membership, index === 0)) {
      for (const [counter, value] of amounts) add(counters, counterKey(scope, counter), value)
      const colours = scope === 'jurisdiction' || !scope.includes('list:') ? '*' : membership.list
      const colour = overall.find(one => one.list === colours)?.colour
      if (colour) add(counters, counterKey(scope, `colour:${colour}`), 1)
    }
  })
  return counters
}

function amountsOf(program: Program, state: ProjectState, membership: MembershipFact): [string, number][] {
  const source = sourceOf(program, state, membership)
  const invested = state.latest.get('invest-ytd')?.value
  const sums: Sums = {
    projects: 1,
    started: isStarted(state.latest.get('stage')?.value) ? 1 : 0,
    annualPlan: membership.annualPlan ?? 0,
    planToDate: amountOf('plan-to-date', source),
    invested: typeof invested === 'number' ? invested : 0,
    reported: invested === undefined ? 0 : 1,
  }
  const amounts: [string, number][] = STANDARD.map(name => [name, sums[name]])
  for (const indicator of program.scheme.indicators) {
    if (indicator.origin !== 'from-projects') continue
    if (indicator.shape === 'ratio') {
      amounts.push([`${indicator.id}.n`, aggregate(indicator.numerator, source)])
      amounts.push([`${indicator.id}.d`, aggregate(indicator.denominator, source)])
    } else amounts.push([`${indicator.id}.n`, aggregate(indicator.of, source)])
  }
  return amounts
}

/** One project's share in an aggregate. */
function aggregate(rule: Aggregate, source: QuantitySource): number {
  if (!passes(rule.where, source.state, source.membership, source.asOf)) return 0
  return 'count' in rule ? 1 : amountOf(rule.sum, source)
}

/** What nobody gave or reported adds nothing. */
function amountOf(quantity: Quantity, source: QuantitySource): number {
  const { value } = lookUp(quantity, source)
  return typeof value === 'number' ? value : 0
}

function add(counters: Map<string, number>, key: string, value: number) {
  counters.set(key, addMinor(counters.get(key) ?? 0, value))
}

/** Adds (`sign` 1) or takes out (`sign` -1) one project's counters. */
export function merge(total: Map<string, number>, part: Counters, sign: 1 | -1) {
  for (const [key, value] of part) add(total, key, sign * value)
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
