import { compact } from '@guatu/kernel'
import { recogniseColumns } from './columns.ts'
import { fileFindings } from './file-findings.ts'
import { headerPath, headerText } from './header-block.ts'
import type { Mapping } from './mapping.ts'
import type { FieldSpec, RecognisedRow, Recognition } from './model.ts'
import { RowReader } from './row-reader.ts'
import { isNumber, type SeriesBlock } from './series-block.ts'
import type { SheetView } from './sheet-view.ts'
import { titleUnit } from './title-unit.ts'

export const PERIOD_FIELD: FieldSpec = {
  id: 'period',
  type: 'period',
  names:
    '期|日期|时间|时期|年月|月份|年份|年度|报告期|统计月份|统计时间|指标名称|指标|year|quarter|date|month|period'.split(
      '|',
    ),
  required: true,
}

/** A table of periods: each row one period, each column one indicator. Without indicators to look for, every column is taken as it stands. */
export function recogniseSeries(
  view: SheetView,
  block: SeriesBlock,
  indicators: readonly FieldSpec[] | undefined,
  given: Mapping,
): Recognition {
  const open = indicators ? undefined : openColumns(view, block)
  const fields = [PERIOD_FIELD, ...(indicators ?? open?.map(({ field }) => field) ?? [])]
  const mapping = withColumns(given, [
    { header: headerOf(view, block, block.periodColumn), field: PERIOD_FIELD.id },
    ...(open ?? []).map(({ header, nth, field }) => ({ header, nth, field: field.id })),
  ])
  const { columns, findings } = recogniseColumns(view, block, fields, mapping, titleUnit(view, block))
  const reader = new RowReader(view, columns, fields, mapping, undefined)
  const rows = Array.from({ length: view.height }, (_, i) => readRow(view, block, reader, i + 1))
  return {
    sheet: view.sheet.name,
    holds: 'reported',
    headerRows: rows.filter(row => row.kind === 'header').map(row => row.row),
    columns,
    rows,
    findings: [...findings, ...fileFindings(rows, [], reader)],
  }
}

const headerOf = (view: SheetView, block: SeriesBlock, column: number) =>
  headerText(headerPath(view, block, column))

/** Decisions that were given go before those that the table makes plain. */
function withColumns(mapping: Mapping, columns: NonNullable<Mapping['columns']>): Mapping {
  const decided = mapping.columns ?? []
  const isDecided = (header: string) => decided.some(one => compact(one.header) === compact(header))
  return { ...mapping, columns: [...decided, ...columns.filter(one => !isDecided(one.header))] }
}

interface OpenColumn {
  readonly header: string
  readonly nth: number
  readonly field: FieldSpec
}

function openColumns(view: SheetView, block: SeriesBlock): OpenColumn[] {
  const seen = new Map<string, number>()
  const columns: OpenColumn[] = []
  for (let column = block.periodColumn + 1; column <= view.width; column++) {
    const header = headerOf(view, block, column)
    if (header === '' || !block.periods.some(row => isNumber(view.own(row, column)))) continue
    const nth = (seen.get(compact(header)) ?? 0) + 1
    seen.set(compact(header), nth)
    columns.push({
      header,
      nth,
      field: { id: nth > 1 ? `${header} ${nth}` : header, type: 'decimal', names: [header] },
    })
  }
  return columns
}

const TOTAL = /^(?:合计|总计|共计|小计|平均|累计|total|average|mean)/

/** A row that reports figures for no readable period is told as bad, never left out in silence. */
function readRow(view: SheetView, block: SeriesBlock, reader: RowReader, row: number): RecognisedRow {
  const text = view.texts(row).join(' ').slice(0, 300)
  if (text === '') return { row, kind: 'blank', values: {} }
  if (row < block.first) return { row, kind: 'title', text, values: {} }
  if (row <= block.last) return { row, kind: 'header', text, values: {} }
  const label = compact(view.own(row, block.periodColumn)?.text.slice(0, 40) ?? '')
  if (TOTAL.test(label)) return { row, kind: 'subtotal', text, values: {} }
  const values = reader.data(row, '')
  const reports = Object.entries(values).some(([field, value]) => field !== PERIOD_FIELD.id && value.ok)
  if (values.period?.ok || reports) return { row, kind: 'data', values }
  return { row, kind: 'note', text, values: {} }
}
