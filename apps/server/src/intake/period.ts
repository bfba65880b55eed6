import type { PeriodHint } from '@guatu/documents'
import { type Period, periodKind, readPeriod } from '@guatu/kernel'

export interface FilePeriod {
  readonly period: Period
  readonly from: 'table' | 'file' | 'intake' | 'chosen'
}

/**
 * The period of a file: chosen, told by its title or sheet, told by its name, or that of the intake. A year alone tells
 * none; months without a year are of the intake's year.
 */
export function periodOfFile(
  chosen: Period | undefined,
  table: PeriodHint | undefined,
  fileName: string,
  intake: Period | undefined,
): FilePeriod | undefined {
  if (chosen !== undefined) return { period: chosen, from: 'chosen' }
  for (const [from, hint] of [
    ['table', table],
    ['file', readPeriod(fileName)],
  ] as const) {
    const period = exact(hint, intake)
    if (period !== undefined) return { period, from }
  }
  return intake === undefined ? undefined : { period: intake, from: 'intake' }
}

function exact(hint: Omit<PeriodHint, 'text'> | undefined, intake: Period | undefined): Period | undefined {
  if (hint?.period !== undefined) return periodKind(hint.period) === 'year' ? undefined : hint.period
  if (!hint?.months || intake === undefined || periodKind(intake) !== 'month') return undefined
  return `${intake.slice(0, 4)}-${String(hint.months.to).padStart(2, '0')}`
}
