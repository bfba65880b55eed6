import {
  addDays,
  addMinor,
  type Day,
  firstDayOf,
  groupBy,
  lastDayOf,
  type Minor,
  makeDay,
  makeMonth,
  monthOf,
  yearOf,
} from '@guatu/kernel'
import type { Scheme } from '@guatu/scheme'
import { boardCell, matrix, tilesOf, todos } from '../board/index.ts'
import { lateUnits } from '../cadence/index.ts'
import { PUBLISHED_CALENDAR } from '../calendar/index.ts'
import { finish, type Running, start } from '../evaluate/index.ts'
import { type Facts, type MembershipFact, type ReturnFact, STAGES, type Stage } from '../facts/index.ts'
import { monthsEnded, planMonths } from '../plan/index.ts'
import { endedReturns, projectState } from '../project/index.ts'

/** The board straight from all facts, each time over all of them: what a standing must agree with. */
export function plainBoard(scheme: Scheme, facts: Facts, asOf: Day) {
  const running = start(scheme, facts, asOf)
  const evaluation = finish(running)
  const severity = new Map(scheme.colours.map(colour => [colour.id, colour.severity]))
  const todo = todos(evaluation, facts, colour => (severity.get(colour) ?? 0) > 0)
  return {
    tiles: tilesOf(scheme, evaluation),
    curve: yearCurve(scheme, facts, asOf),
    lists: scheme.lists.map(one => boardCell(running, `list:${one.id}`, one.id)),
    matrix: matrix(running, facts.units),
    total: boardCell(running, 'jurisdiction', '*'),
    todo: todo.slice(0, 30),
    todoTotal: todo.length,
    late: lateUnits(scheme, facts, asOf, PUBLISHED_CALENDAR).map(one => [
      one.unit,
      one.cycle.period,
      one.daysLate,
      one.missing.length,
      one.expected,
    ]),
    stages: stageCounts(running, facts),
  }
}

/** Twelve month ends of the as-of year: cumulative plan and investment of every project, each counted once. */
function yearCurve(scheme: Scheme, facts: Facts, asOf: Day) {
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
function firstMemberships(scheme: Scheme, facts: Facts, year: number): MembershipFact[] {
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

/** Projects by stage now and at the end of last month. */
function stageCounts(running: Running, facts: Facts) {
  const { asOf } = running.program
  const returns = groupBy(facts.returns, one => one.project)
  const before = countStages(running, facts, returns, addDays(firstDayOf(monthOf(asOf)), -1))
  const now = countStages(running, facts, returns, asOf)
  return STAGES.map(stage => ({
    stage,
    projects: now.get(stage)?.projects ?? 0,
    totalInvest: now.get(stage)?.totalInvest ?? 0,
    before: before.get(stage)?.projects ?? 0,
  }))
}

function countStages(
  running: Running,
  facts: Facts,
  returns: ReadonlyMap<string, readonly ReturnFact[]>,
  asOf: Day,
) {
  const counts = new Map<Stage, { projects: number; totalInvest: number }>()
  for (const project of facts.projects) {
    const state = projectState(project, [], returns.get(project.id) ?? [], running.program.shapes, asOf)
    const stage = STAGES.find(one => one === state.latest.get('stage')?.value)
    if (!stage) continue
    const held = counts.get(stage) ?? { projects: 0, totalInvest: 0 }
    counts.set(stage, {
      projects: held.projects + 1,
      totalInvest: held.totalInvest + (project.totalInvest ?? 0),
    })
  }
  return counts
}
