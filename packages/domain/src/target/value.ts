import {
  addMinor,
  compareRates,
  type Day,
  monthNumber,
  parseMoney,
  parseRate,
  type Rate,
  splitByWeights,
} from '@guatu/kernel'
import { type Indicator, type Target, valueAt } from '@guatu/scheme'
import type { Program } from '../evaluate/program.ts'
import type { ScopeKey, TargetPart, TargetState, TargetValue } from '../evaluate/result.ts'
import { type Counters, counterKey, sumsOf } from '../evaluate/sums.ts'
import type { ReportedFact } from '../facts/index.ts'
import { latestReported, reportedRate } from '../indicator/index.ts'
import { monthsEnded } from '../plan/index.ts'
import { dueDay, planYear } from './due.ts'

/** A target counts from the first day on which one of its values is in force. */
export function inForce(target: Target, asOf: Day): boolean {
  return [target.floor, target.stretch, target.quarters].some(dated => dated && valueAt<unknown>(dated, asOf))
}

export function targetValue(
  target: Target,
  program: Program,
  total: Counters,
  reported: readonly ReportedFact[],
): TargetValue {
  const indicator = program.scheme.indicators.find(one => one.id === target.indicator)
  if (!indicator) throw new Error(`target ${target.id} names an unknown indicator`)
  const scopes = scopesOf(target)
  const due = dueDay(target, program.scheme, program.settings, program.asOf)
  const parts = partNames(target, indicator).map(name =>
    part(name, target, indicator, program, total, reported, scopes, due),
  )
  const state = worst(parts.map(one => one.state))
  return {
    id: target.id,
    indicator: target.indicator,
    scope: scopes.length === 1 ? (scopes[0] ?? 'jurisdiction') : scopes.join('+'),
    clause: target.clause,
    caliber: indicator.caliber,
    due,
    parts,
    state,
    overdue: due < program.asOf && (state === 'short' || state === 'unreported'),
  }
}

/** Natures of one list never share a project, so their counters add up. */
function scopesOf({ scope }: Target): ScopeKey[] {
  if (!scope.list) return ['jurisdiction']
  if (!scope.nature) return [`list:${scope.list}`]
  return scope.nature.map(nature => `list:${scope.list}/${nature}`)
}

function partNames(target: Target, indicator: Indicator): string[] {
  if (indicator.origin === 'from-projects') return ['value']
  const named = [target.floor, target.stretch].flatMap(dated =>
    Object.values(dated ?? {}).flatMap(Object.keys),
  )
  return [...new Set(named)].sort()
}

function part(
  name: string,
  target: Target,
  indicator: Indicator,
  program: Program,
  total: Counters,
  reported: readonly ReportedFact[],
  scopes: readonly ScopeKey[],
  due: string,
): TargetPart {
  const unit = unitOf(indicator, name)
  const read = (text: string | undefined) => (text === undefined ? null : parseValue(text, unit))
  const quarters = target.quarters && valueAt(target.quarters, program.asOf)
  const byQuarter = quarters && quarterCourse(quarters.map(read), unit, program)
  const floor = byQuarter
    ? byQuarter.floor
    : read(target.floor && valueAt(target.floor, program.asOf)?.[name])
  const stretch = read(target.stretch && valueAt(target.stretch, program.asOf)?.[name])
  const actual =
    indicator.origin === 'reported'
      ? reportedRate(latestReported(indicator, reported, program.asOf), name)
      : actualOf(indicator, total, scopes)
  const toDate = byQuarter ? byQuarter.toDate : course(indicator, unit, floor, program, total, scopes, due)
  return { name, unit, actual, floor, stretch, toDate, state: stateOf(actual, floor, stretch) }
}

function unitOf(indicator: Indicator, name: string): TargetPart['unit'] {
  if (indicator.origin === 'reported') {
    const type = indicator.values[name]
    return type === 'rate' ? 'percent' : type === 'money' ? 'minor' : 'count'
  }
  if (indicator.shape === 'ratio') return 'percent'
  return 'count' in indicator.of ? 'count' : 'minor'
}

/** `85%`, `140亿元`, `27个` → exact. The linter has read these already: what cannot be read is a bug. */
export function parseValue(text: string, unit: TargetPart['unit']): Rate {
  if (unit === 'percent') {
    const rate = parseRate(text)
    if (rate) return rate
  } else if (unit === 'count') {
    const count = Number.parseInt(text, 10)
    if (Number.isSafeInteger(count)) return { n: count, d: 1 }
  } else {
    const money = parseMoney(text.replace('$', '元'), '元')
    if (money.ok) return { n: money.value, d: 1 }
  }
  throw new Error(`not a target value: ${text}`)
}

function actualOf(
  indicator: Extract<Indicator, { origin: 'from-projects' }>,
  total: Counters,
  scopes: readonly ScopeKey[],
): Rate | null {
  const sum = (end: string) =>
    scopes.map(scope => total.get(counterKey(scope, `${indicator.id}.${end}`)) ?? 0).reduce(addMinor, 0)
  if (indicator.shape !== 'ratio') return { n: sum('n'), d: 1 }
  const d = sum('d')
  return d === 0 ? null : { n: sum('n'), d }
}

/** Quarter amounts add up over the year; quarter rates hold for their own quarter. */
function quarterCourse(quarters: readonly (Rate | null)[], unit: TargetPart['unit'], program: Program) {
  const current = Math.ceil(monthNumber(program.asOf) / 3)
  if (unit === 'percent') return { floor: quarters[current - 1] ?? null, toDate: null }
  const amounts = quarters.map(one => one?.n ?? 0)
  const months = amounts.flatMap(amount => splitByWeights(amount, [1, 1, 1]))
  const ended = monthsEnded(planYear(program.scheme, program.asOf), program.asOf)
  const upTo = (count: number) => ({ n: months.slice(0, count).reduce(addMinor, 0), d: 1 })
  return { floor: upTo(current * 3), toDate: upTo(ended) }
}

/**
 * Where things should stand by now. Completion of the annual plan follows the projects' own plan to date; so does a
 * yearly amount of investment, in proportion; an amount that no project plan stands behind runs evenly by month.
 * Other rates have no course.
 */
function course(
  indicator: Indicator,
  unit: TargetPart['unit'],
  floor: Rate | null,
  program: Program,
  total: Counters,
  scopes: readonly ScopeKey[],
  due: string,
): Rate | null {
  if (!floor) return null
  const plan = followsPlan(indicator) ? planCourse(total, scopes) : null
  if (unit === 'percent') return plan
  if (unit !== 'minor' || !due.endsWith('12-31')) return null
  if (plan) return { n: Number((BigInt(floor.n) * BigInt(plan.n)) / BigInt(plan.d)), d: 1 }
  const ended = monthsEnded(planYear(program.scheme, program.asOf), program.asOf)
  const months = splitByWeights(floor.n, new Array<number>(12).fill(1))
  return { n: months.slice(0, ended).reduce(addMinor, 0), d: 1 }
}

/** Investment of the year, as an amount or over the annual plan: what the projects' plans to date speak about. */
function followsPlan(indicator: Indicator): boolean {
  if (indicator.origin !== 'from-projects') return false
  if (indicator.shape === 'ratio')
    return 'sum' in indicator.denominator && indicator.denominator.sum === 'annual-plan'
  return 'sum' in indicator.of && indicator.of.sum === 'invest-ytd'
}

function planCourse(total: Counters, scopes: readonly ScopeKey[]): Rate | null {
  const sums = scopes.map(scope => sumsOf(total, scope))
  const d = sums.map(one => one.annualPlan).reduce(addMinor, 0)
  const n = sums.map(one => one.planToDate).reduce(addMinor, 0)
  return d === 0 ? null : { n, d }
}

function stateOf(actual: Rate | null, floor: Rate | null, stretch: Rate | null): TargetState {
  if (!actual) return 'unreported'
  if (stretch && compareRates(actual, stretch) >= 0) return 'stretch-met'
  if (floor && compareRates(actual, floor) >= 0) return stretch ? 'floor-met' : 'stretch-met'
  return 'short'
}

const ORDER: readonly TargetState[] = ['unreported', 'short', 'floor-met', 'stretch-met']
const worst = (states: readonly TargetState[]) => ORDER.find(state => states.includes(state)) ?? 'unreported'
