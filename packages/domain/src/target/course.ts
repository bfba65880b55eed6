import { addMinor, type Rate, splitByWeights, yearOf } from '@guatu/kernel'
import type { Indicator, Target } from '@guatu/scheme'
import type { Program } from '../evaluate/program.ts'
import type { ScopeKey, TargetPart } from '../evaluate/result.ts'
import { type Counters, sumsOf } from '../evaluate/sums.ts'
import { monthsEnded } from '../plan/index.ts'
import { planYear } from './due.ts'

/**
 * Where things should stand by now on the way to `asked`. Completion of the annual plan follows the projects' own plan to date; so does a
 * yearly amount of investment, in proportion; an amount that no project plan stands behind runs evenly by month, over
 * the year or over all the plan's years. Other rates have no course.
 */
export function course(
  target: Target,
  indicator: Indicator,
  unit: TargetPart['unit'],
  asked: Rate | null,
  program: Program,
  total: Counters,
  scopes: readonly ScopeKey[],
  due: string,
): Rate | null {
  if (!asked) return null
  const plan = followsPlan(indicator) ? planCourse(total, scopes) : null
  if (unit === 'percent') return target.base ? null : plan
  if (unit !== 'minor' || !due.endsWith('12-31')) return null
  if (plan) return { n: Number((BigInt(asked.n) * BigInt(plan.n)) / BigInt(plan.d)), d: 1 }
  const { scheme, asOf } = program
  const year = planYear(scheme, asOf)
  const first = target.over === 'plan' ? yearOf(scheme.inForce.from) : year
  const last = target.over === 'plan' ? yearOf(due) : year
  const ended = (year - first) * 12 + monthsEnded(year, asOf)
  return { n: evenly(asked.n, (last - first + 1) * 12, ended), d: 1 }
}

const evenly = (amount: number, months: number, ended: number) =>
  splitByWeights(amount, new Array<number>(months).fill(1)).slice(0, ended).reduce(addMinor, 0)

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
