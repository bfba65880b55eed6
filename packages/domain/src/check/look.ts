import { compareFractions, type Day, daysBetween, isDay, periodKind, periodSpan, yearOf } from '@guatu/kernel'
import type { Stage } from '../facts/fields.ts'
import type { CheckContext, CheckRow, Figures, PastReturn } from './model.ts'

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

/** The year of a period's last day: the first ISO week may begin in the year before. */
export const yearIn = (period: string) => yearOf(periodSpan(period).end)

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
  const kind = periodKind(row.period)
  return context.history.filter(one => periodKind(one.period) === kind)
}

export interface Step {
  readonly period: string
  readonly amount: number
}

/** What was done in each period of the row's year, the row's own last; from year-to-date figures of its own kind. */
export function steps(row: CheckRow, context: CheckContext): Step[] {
  const year = yearIn(row.period)
  const found: Step[] = []
  let before: number | undefined
  for (const one of [...sameKind(row, context), row]) {
    const amount = numberIn(one.figures, 'invest-ytd')
    if (amount === undefined || yearIn(one.period) !== year) continue
    const base = before ?? (isFirstOfYear(one.period) ? 0 : undefined)
    if (base !== undefined) found.push({ period: one.period, amount: amount - base })
    before = amount
  }
  return found
}

/** Its year-to-date figure is all its own: nothing of the year comes before it. */
const isFirstOfYear = (period: string) =>
  daysBetween(`${yearIn(period)}-01-01`, periodSpan(period).start) <= 0
