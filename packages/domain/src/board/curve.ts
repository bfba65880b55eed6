import {
  addMinor,
  type Day,
  lastDayOf,
  type Minor,
  makeMonth,
  monthNumber,
  periodSpan,
  yearOf,
} from '@guatu/kernel'
import type { Scheme } from '@guatu/scheme'
import type { Facts, MembershipFact, ReturnFact } from '../facts/index.ts'
import { monthsEnded, planMonths } from '../plan/index.ts'

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
  for (const membership of firstMemberships(scheme, facts, year)) {
    const list = scheme.lists.find(one => one.id === membership.list)
    const months = planMonths(membership, list?.curve ?? { kind: 'linear' })
    if (!months) continue
    curves[months.curve] += 1
    months.months.forEach((amount, index) => {
      plan[index] = addMinor(plan[index] ?? 0, amount)
    })
  }
  const done = doneByMonth(facts.returns, year)
  const before = doneByMonth(facts.returns, year - 1)
  const ended = Math.max(monthsEnded(year, asOf), yearOf(asOf) === year ? monthNumber(asOf) - 1 : 0)
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
  const latest = new Map<string, { end: Day; amount: Minor }[]>()
  for (const { project, period, figures } of returns) {
    const amount = figures['invest-ytd']
    const { end } = periodSpan(period)
    if (typeof amount !== 'number' || yearOf(end) !== year) continue
    latest.set(project, [...(latest.get(project) ?? []), { end, amount }])
  }
  return Array.from({ length: 12 }, (_, index) => {
    const monthEnd = lastDayOf(makeMonth(year, index + 1))
    let sum: Minor | null = null
    for (const figures of latest.values()) {
      const known = figures.filter(one => one.end <= monthEnd).sort((a, b) => (a.end < b.end ? 1 : -1))[0]
      if (known) sum = addMinor(sum ?? 0, known.amount)
    }
    return sum
  })
}
