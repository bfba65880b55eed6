import {
  addMinor,
  compareRates,
  type Day,
  monthNumber,
  type Rate,
  splitByWeights,
  yearOf,
} from '@guatu/kernel'
import { type Indicator, type Target, valueAt } from '@guatu/scheme'
import type { Program } from '../evaluate/program.ts'
import type { ScopeKey, TargetPart, TargetState, TargetValue } from '../evaluate/result.ts'
import { type Counters, counterKey } from '../evaluate/sums.ts'
import type { ReportedFact } from '../facts/index.ts'
import { latestReported, reportedRate, summedYears } from '../indicator/index.ts'
import type { SettingValues } from '../light/index.ts'
import { monthsEnded } from '../plan/index.ts'
import { chosen, footing, threshold } from './base.ts'
import { course } from './course.ts'
import { dueDay, planYear } from './due.ts'
import { parseValue } from './parse.ts'

/** A target counts from the first day on which one of its values is in force, while what it depends on holds. */
export function inForce(target: Target, asOf: Day, settings: SettingValues): boolean {
  if (target.provided && chosen(target.provided, settings) !== 'holds') return false
  const { floor, stretch, quarters, years } = target
  return [floor, stretch, quarters, years].some(dated => dated && valueAt<unknown>(dated, asOf))
}

export function targetValue(
  target: Target,
  program: Program,
  total: Counters,
  reported: readonly ReportedFact[],
): TargetValue {
  const measured = chosen(target.indicator, program.settings)
  const indicator = program.scheme.indicators.find(one => one.id === measured)
  if (!indicator) throw new Error(`target ${target.id} names an unknown indicator`)
  const scopes = scopesOf(target)
  const due = dueDay(target, program.scheme, program.settings, program.asOf)
  const parts = partNames(target, indicator).map(name =>
    part(name, target, indicator, program, total, reported, scopes, due),
  )
  const state = worst(parts.map(one => one.state))
  return {
    id: target.id,
    indicator: measured,
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
  const { asOf } = program
  const foot = target.base && footing(target.base, program, reported, unit)
  const exceeds = target.exceeds === true
  const read = (text: string | undefined) => {
    if (text === undefined) return null
    return foot ? threshold(text, foot, unit, exceeds) : parseValue(text, unit)
  }
  const quarters = target.quarters && valueAt(target.quarters, asOf)
  const byQuarter = quarters && quarterCourse(quarters.map(read), unit, program)
  const years = target.years && valueAt(target.years, asOf)
  const floor = byQuarter
    ? byQuarter.floor
    : read(
        years ? years[planYear(program.scheme, asOf)] : target.floor && valueAt(target.floor, asOf)?.[name],
      )
  const stretch = read(target.stretch && valueAt(target.stretch, asOf)?.[name])
  const actual =
    indicator.origin === 'reported'
      ? reportedActual(target, indicator, reported, program, name)
      : actualOf(indicator, total, scopes)
  const toDate = byQuarter
    ? byQuarter.toDate
    : course(target, indicator, unit, floor ?? stretch, program, total, scopes, due)
  const state = stateOf(actual, floor, stretch, exceeds)
  return { name, unit, actual, floor, stretch, toDate, state }
}

/** The as-of year's latest figure, or those of all the plan's years so far. */
function reportedActual(
  { over }: Target,
  indicator: Extract<Indicator, { origin: 'reported' }>,
  reported: readonly ReportedFact[],
  { scheme, asOf }: Program,
  name: string,
): Rate | null {
  if (over === 'plan')
    return summedYears(indicator, name, reported, yearOf(scheme.inForce.from), planYear(scheme, asOf), asOf)
  return reportedRate(latestReported(indicator, reported, asOf), name)
}

function unitOf(indicator: Indicator, name: string): TargetPart['unit'] {
  if (indicator.origin === 'reported') {
    const type = indicator.values[name]
    return type === 'rate' ? 'percent' : type === 'money' ? 'minor' : 'count'
  }
  if (indicator.shape === 'ratio') return 'percent'
  return 'count' in indicator.of ? 'count' : 'minor'
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

/** A base that nobody reported leaves nothing to compare with. */
function stateOf(
  actual: Rate | null,
  floor: Rate | null,
  stretch: Rate | null,
  exceeds: boolean,
): TargetState {
  if (!actual || (!floor && !stretch)) return 'unreported'
  const least = exceeds ? 1 : 0
  if (stretch && compareRates(actual, stretch) >= least) return 'stretch-met'
  if (floor && compareRates(actual, floor) >= least) return stretch ? 'floor-met' : 'stretch-met'
  return 'short'
}

const ORDER: readonly TargetState[] = ['unreported', 'short', 'floor-met', 'stretch-met']
const worst = (states: readonly TargetState[]) => ORDER.find(state => states.includes(state)) ?? 'unreported'
