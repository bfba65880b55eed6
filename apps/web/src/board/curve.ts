import type { WarRoom } from '@guatu/contract'
import { monthOf, type Rate } from '@guatu/kernel'

export type YearCurve = WarRoom['curve']

/** The last month somebody reported, what was asked by then and what was done. */
export interface CurvePoint {
  readonly month: string
  readonly plan: number
  readonly done: number
  readonly rate: Rate
}

export function lastPoint(curve: YearCurve): CurvePoint | undefined {
  const last = curve.months.findLast(month => month.done !== null)
  if (!last || last.done === null) return undefined
  return { month: last.month, plan: last.plan, done: last.done, rate: { n: last.done, d: last.plan } }
}

/** Where the as-of date lies on an axis of month ends. */
export const nowMonth = (asOf: string, curve: YearCurve) =>
  curve.months.findIndex(month => month.month === monthOf(asOf))

export const hasLastYear = (curve: YearCurve) => curve.months.some(month => month.lastYear !== null)
