import { compareFractions, type Day, dayNumber, isDay } from '@guatu/kernel'
import type { Stage } from '../facts/fields.ts'
import type { CheckContext, CheckRow, Figures, PastReturn } from './model.ts'
import { turnOf } from './span.ts'

/** Cumulative amounts of the year start again in January. */
export const OF_YEAR = ['invest-ytd', 'paid-ytd', 'stat-ytd'] as const
export const MONEY = [...OF_YEAR, 'invest-total'] as const

export const numberIn = (figures: Figures, field: string): number | undefined => {
  const value = figures[field]
  return typeof value === 'number' ? value : undefined
}
export const textIn = (figures: Figures, field: string): string | undefined => {
  const value = figures[field]
  return typeof value === 'string' && value !== '' ? value : undefined
}
export const dayIn = (figures: Figures, field: string): Day | undefined => {
  const value = textIn(figures, field)
  return value !== undefined && isDay(value) ? value : undefined
}

/** The newest earlier return that gives the field. */
export function lastWith(context: CheckContext, field: string): PastReturn | undefined {
  return context.history.findLast(one => one.figures[field] !== undefined && one.figures[field] !== null)
}

/** The newest earlier amount of the field; of the row's own year where `sameYear`. */
export function lastAmount(row: CheckRow, context: CheckContext, field: string, sameYear: boolean) {
  const last = lastWith(context, field)
  const amount = last && numberIn(last.figures, field)
  if (!last || amount === undefined || (sameYear && yearIn(last.period) !== yearIn(row.period)))
    return undefined
  return { amount, period: last.period }
}

export const yearIn = (period: string) => turnOf(period).year

/** The stage as the row gives it, else as last reported. */
export function stageOf(row: CheckRow, context: CheckContext): string | undefined {
  return textIn(row.figures, 'stage') ?? lastStage(context)
}
export function lastStage(context: CheckContext): string | undefined {
  const last = lastWith(context, 'stage')
  return last && textIn(last.figures, 'stage')
}

/** The day that the row gives, else that was last reported or is known otherwise. */
export function startedOn(row: CheckRow, context: CheckContext): Day | undefined {
  const last = lastWith(context, 'started-on')
  return dayIn(row.figures, 'started-on') ?? (last && dayIn(last.figures, 'started-on')) ?? context.startedOn
}

/** How far along a stage is; a rest and a withdrawal are no step on the way. */
const STEPS: Readonly<Record<Stage, number | undefined>> = {
  plan: 0,
  reserve: 1,
  prepare: 2,
  started: 3,
  completed: 4,
  operating: 5,
  paused: undefined,
  withdrawn: undefined,
}
export const stepOf = (stage: string | undefined): number | undefined => STEPS[stage as Stage]
export const isBeforeStart = (stage: string | undefined) => (stepOf(stage) ?? 9) < 3

/** value > percent of base, exactly. */
export const above = (value: number, percent: number, base: number): boolean =>
  compareFractions(value, percent, base, 100) > 0

/** Earlier returns of the same kind of period: weeks are compared with weeks. */
export function sameKind(row: CheckRow, context: CheckContext): PastReturn[] {
  const { kind } = turnOf(row.period)
  return context.history.filter(one => turnOf(one.period).kind === kind)
}

/** What was done in a period; where returns are missing before it, since the last one. */
export interface Step {
  readonly period: string
  readonly amount: number
  /** Periods that it covers, and its first day as days since 1970-01-01. */
  readonly periods: number
  readonly first: number
  /** Works were going on, by the stage as then known; without any stage, where something was done. */
  readonly works: boolean
}

/** What was done in each period of the row's year, the row's own last; from year-to-date figures of its own kind. */
export function steps(row: CheckRow, context: CheckContext): readonly Step[] {
  const known = reckoned.get(row)
  if (known?.context === context) return known.steps
  const made = reckonSteps(row, context)
  reckoned.set(row, { context, steps: made })
  return made
}

/** Several checks of a row ask for its steps. */
const reckoned = new WeakMap<CheckRow, { context: CheckContext; steps: readonly Step[] }>()

function reckonSteps(row: CheckRow, context: CheckContext): Step[] {
  const { kind, year } = turnOf(row.period)
  const found: Step[] = []
  let before: { amount: number; last: number } | undefined
  let stage: string | undefined
  for (const { period, figures } of [...context.history, row]) {
    const turn = turnOf(period)
    stage = textIn(figures, 'stage') ?? stage
    const amount = numberIn(figures, 'invest-ytd')
    if (amount === undefined || turn.kind !== kind || turn.year !== year) continue
    if (before) {
      const periods = Math.max(1, Math.round((turn.last - before.last) / (turn.last - turn.first + 1)))
      const done = amount - before.amount
      found.push({ period, amount: done, periods, first: before.last + 1, works: isGoing(stage, done) })
    } else if (turn.first <= dayNumber(`${year}-01-01`)) {
      found.push({ period, amount, periods: 1, first: turn.first, works: isGoing(stage, amount) })
    }
    before = { amount, last: turn.last }
  }
  return found
}

const isGoing = (stage: string | undefined, done: number) =>
  stage === undefined ? done !== 0 : stage === 'started'
