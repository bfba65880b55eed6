import { addMinor, type Day, lastDayOf, type Minor, makeDay, makeMonth, yearOf } from '@guatu/kernel'
import type { Scheme } from '@guatu/scheme'
import type { Facts, MembershipFact, ReturnFact } from '../facts/index.ts'
import { monthsEnded, planMonths } from '../plan/index.ts'
import { endedReturns } from '../project/index.ts'

export interface YearCurve {
  readonly year: number
  readonly months: { month: string; plan: Minor; done: Minor | null; lastYear: Minor | null }[]
  readonly curves: { 'own-months': number; 'list-curve': number; linear: number }
}

/** Twelve month ends of the as-of year: cumulative plan and investment of every project, each counted once. */
export function yearCurve(scheme: Scheme, facts: Facts, asOf: Day): YearCurve {
  const year = yearOf(asOf)
  const plan = Array.from({ length: 12 }, () => 0)
  const curves = { 'own-months': 0, 'list-curve': 0, linear: 0 }
  const memberships = firstMemberships(scheme, facts, year)
  for (const membership of memberships) {
    const list = scheme.lists.find(one => one.id === membership.list)
    const months = planMonths(membership, list?.curve ?? { kind: 'linear' })
    if (!months) continue
    curves[months.curve] += 1
    months.months.forEach((amount, index) => {
      plan[index] = addMinor(plan[index] ?? 0, amount)
    })
  }
  const counted = new Set(memberships.map(one => one.project))
  const ours = facts.returns.filter(one => counted.has(one.project))
  const done = doneByMonth(ours, year)
  const before = doneByMonth(facts.returns, year - 1)
  const ended = monthsEnded(year, asOf)
  let cumulative = 0
  const months = plan.map((amount, index) => {
    cumulative = addMinor(cumulative, amount)
    const month = makeMonth(year, index + 1)
    return {
      month,
      plan: cumulative,
      done: index < ended ? (done[index] ?? null) : null,
      lastYear: before[index] ?? null,
    }
  })
  return { year, months, curves }
}

/** One membership per project: on the first list of the scheme that names it. */
export function firstMemberships(scheme: Scheme, facts: Facts, year: number): MembershipFact[] {
  const order = new Map(scheme.lists.map((list, index) => [list.id, index]))
  const first = new Map<string, MembershipFact>()
  for (const one of facts.memberships) {
    const rank = order.get(one.list)
    if (rank === undefined || (one.year ?? year) !== year) continue
    const held = first.get(one.project)
    if (!held || rank < (order.get(held.list) ?? 0)) first.set(one.project, one)
  }
  return [...first.values()]
}

/** Cumulative investment at each month's end; null for months by whose end nobody had reported that year. */
function doneByMonth(returns: readonly ReturnFact[], year: number): (Minor | null)[] {
  const inYear = endedReturns(returns, makeDay(year, 12, 31)).filter(({ end }) => yearOf(end) === year)
  const latest = new Map<string, Minor>()
  let next = 0
  return Array.from({ length: 12 }, (_, index) => {
    const monthEnd = lastDayOf(makeMonth(year, index + 1))
    for (let ended = inYear[next]; ended && ended.end <= monthEnd; next += 1, ended = inYear[next]) {
      const amount = ended.one.figures['invest-ytd']
      if (typeof amount === 'number') latest.set(ended.one.project, amount)
    }
    return latest.size === 0 ? null : [...latest.values()].reduce(addMinor, 0)
  })
}
