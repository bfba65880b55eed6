import { addMinor, type Minor } from '@guatu/kernel'
import { reportingUnit } from '../cadence/index.ts'
import { curveOf, merge } from '../evaluate/index.ts'
import type { Stage } from '../facts/index.ts'
import { type PlanToDate, planMonths } from '../plan/index.ts'
import type { Basis } from './basis.ts'
import { listsOf, type Row, shareOf, stageOf } from './row.ts'

/** Integer sums over some projects: each is added and taken out in place, the others are not looked at. */
export interface Tally {
  /** As `Running.total`. */
  readonly total: Map<string, number>
  readonly months: MonthSums
  readonly curves: Record<PlanToDate['curve'], number>
  readonly stages: Map<Stage, StageSums>
  /** Returns expected and missing, per cycle of the basis and unit that answers for them. */
  readonly returns: Map<string, ReturnSums>
  /** The same, each project once for all cycles that one return answers; `cycle` is the one due first. */
  readonly dueReturns: Map<string, ReturnSums>
  /** How often a project was counted in or taken out, by the unit that leads it: while it stays, the unit's sums do. */
  readonly changes: Map<string, number>
  /** Projects made by a script. */
  synthetic: number
}

/** Twelve numbers each. `reporters`: projects that had reported by that month's end. */
interface MonthSums {
  readonly plan: Minor[]
  readonly done: Minor[]
  readonly reporters: number[]
  readonly lastYear: Minor[]
  readonly lastYearReporters: number[]
}

interface StageSums {
  projects: number
  totalInvest: Minor
  /** At the end of last month. */
  before: number
}

export interface ReturnSums {
  readonly cycle: number
  readonly unit: string
  expected: number
  missing: number
}

const zeros = () => new Array<number>(12).fill(0)

export const emptyTally = (): Tally => ({
  total: new Map(),
  months: { plan: zeros(), done: zeros(), reporters: zeros(), lastYear: zeros(), lastYearReporters: zeros() },
  curves: { 'own-months': 0, 'list-curve': 0, linear: 0 },
  stages: new Map(),
  returns: new Map(),
  dueReturns: new Map(),
  changes: new Map(),
  synthetic: 0,
})

type Sign = 1 | -1

/** Adds (`sign` 1) or takes out (`sign` -1) all that one project counts. */
export function count(tally: Tally, basis: Basis, row: Row, sign: Sign, shares = shareOf(basis, row)): void {
  merge(tally.total, shares, sign)
  const [first] = listsOf(basis, row)
  const plan = first && planMonths(first, curveOf(basis.program, first.list, first.nature))
  if (plan) {
    tally.curves[plan.curve] += sign
    plan.months.forEach((amount, month) => {
      addAt(tally.months.plan, month, sign * amount)
    })
  }
  countMonths(tally.months, row, first !== undefined, sign)
  countStages(tally.stages, row, sign)
  basis.cycles.forEach((_, cycle) => {
    countReturns(tally.returns, basis, row, sign, { first: cycle, bits: 1 << cycle })
  })
  for (const due of basis.dueReturns) countReturns(tally.dueReturns, basis, row, sign, due)
  const unit = row.project.leadUnit
  if (unit !== undefined) tally.changes.set(unit, (tally.changes.get(unit) ?? 0) + 1)
  if (row.project.synthetic) tally.synthetic += sign
}

/** This year only what stands on a list of the year, as every total does; last year all. */
function countMonths(months: MonthSums, { invested }: Row, counted: boolean, sign: Sign): void {
  for (let month = 0; month < 12; month++) {
    const before = invested[month] ?? Number.NaN
    if (!Number.isNaN(before)) {
      addAt(months.lastYear, month, sign * before)
      addAt(months.lastYearReporters, month, sign)
    }
    const now = invested[12 + month] ?? Number.NaN
    if (counted && !Number.isNaN(now)) {
      addAt(months.done, month, sign * now)
      addAt(months.reporters, month, sign)
    }
  }
}

function countStages(stages: Tally['stages'], row: Row, sign: Sign): void {
  const at = (stage: Stage) => {
    const held = stages.get(stage) ?? { projects: 0, totalInvest: 0, before: 0 }
    stages.set(stage, held)
    return held
  }
  const stage = stageOf(row)
  if (stage) {
    const sums = at(stage)
    sums.projects += sign
    sums.totalInvest = addMinor(sums.totalInvest, sign * (row.project.totalInvest ?? 0))
  }
  if (row.stageBefore) at(row.stageBefore).before += sign
}

function countReturns(
  returns: Tally['returns'],
  { cycles }: Basis,
  row: Row,
  sign: Sign,
  { first, bits }: Basis['dueReturns'][number],
): void {
  const asks = cycles[first]?.asks
  if (!asks || !(row.expected & bits)) return
  const unit = reportingUnit(asks, row.project) ?? ''
  const key = `${first} ${unit}`
  const sums = returns.get(key) ?? { cycle: first, unit, expected: 0, missing: 0 }
  sums.expected += sign
  if (row.missing & bits) sums.missing += sign
  returns.set(key, sums)
}

function addAt(sums: number[], index: number, value: number): void {
  sums[index] = addMinor(sums[index] ?? 0, value)
}
