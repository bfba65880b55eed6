import {
  addMinor,
  compareText,
  lastDayOf,
  makeMonth,
  type Period,
  periodOf,
  periodSpan,
  yearOf,
} from '@guatu/kernel'
import type { FieldId, FieldValue, ReturnFact } from '../facts/index.ts'
import type { FieldShapes } from '../project/index.ts'
import { textOf } from './match.ts'
import type { ImportFinding, ImportRow } from './row.ts'

/** The figures that a row gives for one period. */
export interface RowReturn {
  readonly period: Period
  readonly figures: Readonly<Record<FieldId, FieldValue>>
  readonly computed: readonly FieldId[]
  /** Fields made by summing monthly figures. */
  readonly summed: readonly FieldId[]
}

interface Known {
  readonly period: Period | undefined
  readonly returns: readonly ReturnFact[]
  readonly shapes: FieldShapes
  readonly monthly: boolean
}

/** The returns in a row: one for its period, and one per month where the file has a column for each month. */
export function rowReturns(row: ImportRow, known: Known, findings: ImportFinding[]): RowReturn[] {
  const { period } = known
  const figures: Record<FieldId, FieldValue> = {}
  const computed: FieldId[] = []
  const summed: FieldId[] = []
  for (const field in row.values) {
    const given = row.values[field]
    if (!given || !known.shapes.has(field)) continue
    figures[field] = given.value
    if (given.computed) computed.push(field)
  }
  const month = row.values['invest-month']?.value ?? (known.monthly ? figures['invest-ytd'] : undefined)
  const monthGiven = typeof month === 'number' && (known.monthly || figures['invest-ytd'] === undefined)
  if (period !== undefined && monthGiven) {
    const before = investedBefore(period, known.returns)
    figures['invest-ytd'] = addMinor(before.amount, month)
    summed.push('invest-ytd')
    if (before.gap) findings.push({ code: 'months.gap', level: 'warning', row: row.row, params: { period } })
  }
  const months = monthColumns(row, period)
  if (Object.keys(figures).length === 0) return months
  if (period === undefined) {
    findings.push({ code: 'row.no-period', level: 'error', row: row.row })
    return []
  }
  return [...months.filter(one => one.period !== period), { period, figures, computed, summed }]
}

/** Year to date at the end of the month before, and whether months in between were never reported. */
function investedBefore(period: Period, returns: readonly ReturnFact[]): { amount: number; gap: boolean } {
  const { start } = periodSpan(period)
  const earlier = returns
    .filter(one => typeof one.figures['invest-ytd'] === 'number')
    .map(one => ({ one, end: periodSpan(one.period).end }))
    .filter(({ end }) => end < start && yearOf(end) === yearOf(start))
    .sort((a, b) => compareText(b.end, a.end))[0]
  const amount = earlier?.one.figures['invest-ytd']
  const january = start.slice(5) === '01-01'
  const follows = earlier !== undefined && periodOf('month', earlier.end) === previousMonth(start)
  return { amount: typeof amount === 'number' ? amount : 0, gap: !january && !follows }
}

const previousMonth = (day: string) => {
  const month = Number(day.slice(5, 7))
  return month === 1 ? makeMonth(yearOf(day) - 1, 12) : makeMonth(yearOf(day), month - 1)
}

/** All periods that rows of a file may give figures of; `period`: chosen for those without one of their own. */
export function periodsOf(rows: readonly ImportRow[], period: Period | undefined): Period[] {
  const periods = new Set<Period>()
  for (const row of rows) {
    const own = textOf(row, 'period') ?? period
    if (own === undefined) continue
    periods.add(own)
    for (const [index, field] of MONTHS.entries())
      if (row.values[field]) periods.add(makeMonth(yearOf(own), index + 1))
  }
  return [...periods]
}

const MONTHS = Array.from({ length: 12 }, (_, i) => `invest-m${String(i + 1).padStart(2, '0')}`)

/** `invest-m01` to `invest-m12`: each month's own figure, summed up to year-to-date figures; stops at the first blank. */
function monthColumns(row: ImportRow, period: Period | undefined): RowReturn[] {
  const year = period === undefined ? undefined : yearOf(period)
  if (year === undefined) return []
  const returns: RowReturn[] = []
  let total = 0
  for (let number = 1; number <= 12; number += 1) {
    const value = row.values[MONTHS[number - 1] ?? '']
    if (typeof value?.value !== 'number') break
    const month = makeMonth(year, number)
    if (lastDayOf(month) > periodSpan(period ?? month).end) break
    total = addMinor(total, value.value)
    const computed = value.computed ? ['invest-ytd'] : []
    returns.push({ period: month, figures: { 'invest-ytd': total }, computed, summed: ['invest-ytd'] })
  }
  return returns
}
