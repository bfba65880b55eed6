import { readAmount } from '@guatu/kernel'
import type { RowSense } from './classify-row.ts'
import type { FieldValue, PartsCheck } from './model.ts'
import type { FieldColumn, RowReader } from './row-reader.ts'
import { writingOf } from './values.ts'

/** One row below the header, with what its figures say. */
export interface BodyRow {
  readonly row: number
  readonly sense: RowSense
  readonly values: Readonly<Record<string, FieldValue>>
}

/**
 * A subtotal or section against its parts. Tables put subtotals above or below their parts: each reading the
 * layout allows is tried, and the first that agrees in every figure stands; else the likeliest is reported.
 */
export function checkParts(body: readonly BodyRow[], at: number, reader: RowReader): PartsCheck[] {
  const total = body[at]
  if (!total) return []
  const shown = reader.fieldColumns
    .filter(({ field }) => total.values[field.id])
    .map(column => ({ column, tolerance: halfLastDigit(total.row, column, reader) }))
  if (shown.length === 0) return []
  let likeliest: PartsCheck[] | undefined
  for (const parts of readings(body, at)) {
    if (parts.length === 0) continue
    const checks = shown.map(({ column, tolerance }) => check(column, total, parts, tolerance))
    if (checks.every(c => c.state !== 'differs') && checks.some(c => c.state === 'agrees' && c.stated !== 0))
      return checks
    likeliest ??= checks
  }
  return likeliest ?? shown.map(({ column }) => check(column, total, [], 0))
}

type Stop = (row: RowSense) => boolean
const isGroupEnd: Stop = row => row.kind === 'section' || row.kind === 'subtotal'
const isGrandTotal: Stop = row => row.kind === 'subtotal' && row.reach === 'all'

function* readings(body: readonly BodyRow[], at: number): Generator<BodyRow[]> {
  const sense = body[at]?.sense
  if (!sense || sense.reach === 'unknown') return
  if (sense.kind === 'section') {
    yield dataOfSection(body, at)
    return
  }
  if (sense.reach === 'all') yield allData(body)
  yield dataFrom(body, at, -1, isGroupEnd)
  yield dataFrom(body, at, 1, isGroupEnd)
  yield dataFrom(body, at, -1, row => row.kind === 'section')
}

export const allData = (body: readonly BodyRow[]): BodyRow[] => body.filter(row => row.sense.kind === 'data')

/** Data rows below a heading, those of its lesser headings too. */
export function dataOfSection(body: readonly BodyRow[], at: number): BodyRow[] {
  const levelOf = (row: RowSense | undefined) => row?.level ?? 3
  const own = levelOf(body[at]?.sense)
  return dataFrom(body, at, 1, row => isGrandTotal(row) || (row.kind === 'section' && levelOf(row) <= own))
}

/** Data rows next to `at` in one direction, as far as the first row that stops. */
function dataFrom(body: readonly BodyRow[], at: number, step: 1 | -1, stop: Stop): BodyRow[] {
  const rows: BodyRow[] = []
  for (let i = at + step; ; i += step) {
    const row = body[i]
    if (!row || stop(row.sense)) return rows
    if (row.sense.kind === 'data') rows.push(row)
  }
}

function check(
  { column, field }: FieldColumn,
  total: BodyRow,
  parts: readonly BodyRow[],
  tolerance: number,
): PartsCheck {
  const base = { column: column.column, field: field.id, header: column.header, rows: parts.length }
  const stated = total.values[field.id]
  if (!stated?.ok || typeof stated.value.value !== 'number') return { ...base, state: 'cannot-check' }
  const checked = { ...base, stated: stated.value.value }
  let sum = parts.length > 0 ? 0 : Number.NaN
  for (const part of parts) {
    const value = part.values[field.id]
    if (value) sum += value.ok && typeof value.value.value === 'number' ? value.value.value : Number.NaN
  }
  if (!Number.isSafeInteger(sum)) return { ...checked, state: 'cannot-check' }
  const difference = checked.stated - sum
  const state = Math.abs(difference) <= tolerance ? 'agrees' : 'differs'
  return { ...checked, state, parts: sum, difference }
}

/** Half of the last place the figure is written to, in minor units: 115.4 亿元 may be 0.05 亿元 off. */
function halfLastDigit(row: number, column: FieldColumn, reader: RowReader): number {
  const cell = reader.view.own(row, column.column.column)
  if (!cell || column.field.type !== 'money') return 0
  const amount = readAmount(cell.text, writingOf(reader.context(row, column)))
  if (typeof amount === 'string') return 0
  const decimals = amount.digits.split('.')[1]?.length ?? 0
  return amount.scale / (2 * 10 ** decimals)
}
