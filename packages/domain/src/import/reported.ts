import { compareText, type Day, makeMonth, type Period, periodSpan, yearOf } from '@guatu/kernel'
import type { Scheme } from '@guatu/scheme'
import type { FieldId, FieldValue, ReportedFact } from '../facts/index.ts'
import { textOf } from './match.ts'
import type { ImportPlan, PlannedRow } from './plan.ts'
import type { Change, ImportFinding, ImportRow, Refuses, RowReported } from './row.ts'

/** One value of an indicator that units report, as a column of a file may hold it: `fai.growth`. */
export interface ReportedColumn {
  readonly id: FieldId
  readonly indicator: string
  readonly value: string
  readonly type: 'money' | 'rate' | 'count'
  readonly name: string
  readonly nameEn: string
}

/** What a file of reported figures may hold under this plan. Sums over projects are no such figures. */
export const reportedColumns = (scheme: Scheme): ReportedColumn[] =>
  scheme.indicators.flatMap(one =>
    one.origin === 'reported'
      ? Object.entries(one.values).map(([value, type]) => ({
          id: `${one.id}.${value}`,
          indicator: one.id,
          value,
          type,
          name: one.name,
          nameEn: one.nameEn,
        }))
      : [],
  )

export interface ReportedInput {
  readonly reported: readonly ReportedFact[]
  readonly scheme: Scheme
  /** Figures of a period that has not ended are refused. */
  readonly today: Day
  readonly rows: readonly ImportRow[]
  /** The unit whose figures they are. */
  readonly unit: string
  /** Absent: whoever writes them asks later. */
  readonly refuses?: Refuses
}

interface Context extends ReportedInput {
  readonly columns: ReadonlyMap<FieldId, ReportedColumn>
  /** Indicator and period → what the unit has reported, by this file too. */
  readonly known: Map<string, ReportedFact['values']>
  readonly taken: Map<Period, number>
}

const keyOf = (indicator: string, period: Period) => `${indicator} ${period}`

/** Says row by row what a file of reported figures will do: one row for a period, taken in the order of time. */
export function planReported(input: ReportedInput): ImportPlan {
  // What was taken back reports nothing.
  const own = input.reported.filter(one => one.unit === input.unit && Object.keys(one.values).length > 0)
  const context: Context = {
    ...input,
    columns: new Map(reportedColumns(input.scheme).map(column => [column.id, column])),
    known: new Map(own.map(one => [keyOf(one.indicator, one.period), one.values])),
    taken: new Map(),
  }
  const inTime = [...input.rows].sort((a, b) => compareText(endOf(a), endOf(b)) || a.row - b.row)
  const rows = inTime.map(row => planRow(row, context))
  return { rows: rows.sort((a, b) => a.row - b.row), newUnits: [] }
}

const endOf = (row: ImportRow) => {
  const period = textOf(row, 'period')
  return period === undefined ? '' : periodSpan(period).end
}

function planRow(row: ImportRow, context: Context): PlannedRow {
  const period = textOf(row, 'period')
  const base = {
    row: row.row,
    name: period ?? '',
    project: null,
    candidates: [],
    decision: null,
    writes: null,
  }
  const bad = (findings: readonly ImportFinding[]): PlannedRow => ({
    ...base,
    kind: 'bad',
    changes: [],
    findings,
  })
  if (row.faults.length > 0) return bad(row.faults)
  if (period === undefined) return bad([{ code: 'row.no-period', level: 'error', row: row.row }])
  const { end } = periodSpan(period)
  if (end > context.today)
    return bad([{ code: 'row.period-not-ended', level: 'error', row: row.row, params: { period } }])
  const first = context.taken.get(period)
  if (first !== undefined)
    return bad([{ code: 'row.twice-period', level: 'error', row: row.row, params: { period, first } }])
  context.taken.set(period, row.row)
  const given = figuresOf(row, period, context)
  const findings = given.flatMap(one => lookAt(row.row, one, context))
  const changes = given.flatMap(one => changesOf(one, context))
  const writes = given.filter(one => changesOf(one, context).length > 0)
  const refused = writes.length > 0 ? context.refuses?.(period) : undefined
  if (refused) return bad([{ ...refused, level: 'error', row: row.row }])
  const isNew = given.every(one => !context.known.has(keyOf(one.indicator, period)))
  for (const { indicator, figures } of writes) {
    const key = keyOf(indicator, period)
    context.known.set(key, { ...context.known.get(key), ...figures })
  }
  if (writes.length === 0) return { ...base, kind: 'unchanged', changes, findings }
  return {
    ...base,
    kind: isNew ? 'new' : 'update',
    changes,
    findings,
    writes: { effectiveFrom: end, returns: [], reported: writes },
  }
}

function figuresOf(row: ImportRow, period: Period, { columns, unit }: Context): RowReported[] {
  const byIndicator = new Map<string, { figures: Record<string, FieldValue>; computed: string[] }>()
  for (const [field, { value, computed }] of Object.entries(row.values)) {
    const column = columns.get(field)
    if (!column) continue
    const held = byIndicator.get(column.indicator) ?? { figures: {}, computed: [] }
    held.figures[column.value] = value
    if (computed) held.computed.push(column.value)
    byIndicator.set(column.indicator, held)
  }
  return [...byIndicator].map(([indicator, held]) => ({ indicator, unit, period, ...held }))
}

function changesOf({ indicator, period, figures, computed }: RowReported, { known }: Context): Change[] {
  const before = known.get(keyOf(indicator, period))
  return Object.entries(figures)
    .filter(([value, figure]) => before?.[value] !== figure)
    .map(([value, figure]) => ({
      field: `${indicator}.${value}`,
      before: before?.[value] ?? null,
      after: figure,
      computed: computed.includes(value),
    }))
}

/** Amounts and counts run from January: below zero, or less than at an earlier period of the year, is to be looked at. */
function lookAt(row: number, { indicator, period, figures }: RowReported, context: Context): ImportFinding[] {
  const findings: ImportFinding[] = []
  for (const [value, figure] of Object.entries(figures)) {
    const field = `${indicator}.${value}`
    if (typeof figure !== 'number' || context.columns.get(field)?.type === 'rate') continue
    const before = lastBefore(indicator, value, period, context)
    const code =
      figure < 0 ? 'figure.negative' : before !== undefined && figure < before ? 'figure.fell' : undefined
    if (code) findings.push({ code, level: 'warning', row, field, params: { period } })
  }
  return findings
}

function lastBefore(
  indicator: string,
  value: string,
  period: Period,
  { known }: Context,
): number | undefined {
  const { end } = periodSpan(period)
  for (let month = Number(end.slice(5, 7)) - 1; month >= 1; month -= 1) {
    const figure = known.get(keyOf(indicator, makeMonth(yearOf(end), month)))?.[value]
    if (typeof figure === 'number') return figure
  }
  return undefined
}
