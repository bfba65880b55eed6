import { type Day, yearOf } from '@guatu/kernel'
import type { FieldColumn, ReturnColumns } from './columns.ts'

/** Which rows count on a day: those of periods that ended by then, and of them those of the day's year. */
export interface Window {
  /** Periods before this one have ended. */
  readonly ended: number
  /** The first period that ended in the year. */
  readonly year: number
}

export function windowOf({ periods }: ReturnColumns, asOf: Day): Window {
  const ended = periods.findIndex(({ end }) => end > asOf)
  const year = periods.findIndex(({ end }) => yearOf(end) >= yearOf(asOf))
  return {
    ended: ended < 0 ? periods.length : ended,
    year: year < 0 ? periods.length : year,
  }
}

/** The row after the last of project `p` that has ended. */
export function endOf({ from, period }: ReturnColumns, p: number, { ended }: Window): number {
  const first = from[p] ?? 0
  let row = from[p + 1] ?? 0
  while (row > first && (period[row - 1] ?? 0) >= ended) row--
  return row
}

/** The last row before `end` with a figure, not of a period before `since`; -1 where there is none. */
export function lastRow(
  { from, period }: ReturnColumns,
  { words, values }: FieldColumn,
  p: number,
  end: number,
  since: number,
): number {
  const first = from[p] ?? 0
  for (let row = end - 1; row >= first; row--) {
    if ((period[row] ?? 0) < since) return -1
    const value = values[row] ?? -1
    if (words ? value >= 0 : !Number.isNaN(value)) return row
  }
  return -1
}

/** The first row before `end` with a figure; -1 where there is none. */
export function firstRow(
  { from }: ReturnColumns,
  { words, values }: FieldColumn,
  p: number,
  end: number,
): number {
  for (let row = from[p] ?? 0; row < end; row++) {
    const value = values[row] ?? -1
    if (words ? value >= 0 : !Number.isNaN(value)) return row
  }
  return -1
}
