import { compact, yearOf } from '@guatu/kernel'
import type { Sheet } from '../grid.ts'
import { findClassified } from './classified.ts'
import { classifyRow, type TableShape } from './classify-row.ts'
import { recogniseColumns } from './columns.ts'
import { fileFindings } from './file-findings.ts'
import { findPeriod } from './find-period.ts'
import { findHeader, type HeaderBlock } from './header-block.ts'
import type { Mapping } from './mapping.ts'
import type { FieldSpec, RecognisedColumn, RecognisedRow, Recognition } from './model.ts'
import { RowReader } from './row-reader.ts'
import { recogniseSeries } from './series.ts'
import { findSeries } from './series-block.ts'
import { SheetView } from './sheet-view.ts'
import { type BodyRow, checkParts } from './subtotals.ts'
import { titleUnit } from './title-unit.ts'

/**
 * What a sheet says, row by row: headers, units, period, values or faults. Takes and drops nothing. A table of periods
 * is read by `indicators`; without them all its columns are taken as they stand.
 */
export function recognise(
  sheet: Sheet,
  fields: readonly FieldSpec[],
  mapping: Mapping = {},
  indicators?: readonly FieldSpec[],
): Recognition {
  const holds = mapping.holds ?? 'projects'
  const nothing = { sheet: sheet.name, holds, headerRows: [], columns: [], rows: [], findings: [] }
  const blocked = findClassified(sheet)
  if (blocked) return { ...nothing, blocked }
  const view = new SheetView(sheet)
  if (mapping.holds === 'reported') {
    const series = findSeries(view, mapping)
    if (series) return recogniseSeries(view, series, indicators, mapping)
  }
  const block = mapping.holds === 'reported' ? undefined : findHeader(view, fields, mapping)
  const table = block && recogniseTable(view, block, fields, mapping)
  if (mapping.holds === undefined && !(table && namesProjects(table))) {
    const series = findSeries(view, mapping)
    if (series) return recogniseSeries(view, series, indicators, mapping)
  }
  if (table) return table
  return {
    ...nothing,
    rows: rowNumbers(1, view.height).map(row => outsideRow(view, row)),
    findings: [{ code: 'header.not-found', params: { sheet: sheet.name } }],
  }
}

const namesProjects = ({ columns }: Recognition) =>
  columns.some(column => column.field === 'project-name' || column.field === 'project-code')

function recogniseTable(
  view: SheetView,
  block: HeaderBlock,
  fields: readonly FieldSpec[],
  mapping: Mapping,
): Recognition {
  const { columns, findings } = recogniseColumns(view, block, fields, mapping, titleUnit(view, block))
  const period = findPeriod(view, block, columns, mapping)
  const year = period?.period ? yearOf(period.period) : undefined
  const reader = new RowReader(view, columns, fields, mapping, year)
  const headerRows = rowNumbers(block.first, block.last)
  const { body, sections } = readBody(view, block, columns, reader)
  const rows: RecognisedRow[] = [
    ...rowNumbers(1, block.first - 1).map(row => outsideRow(view, row)),
    ...headerRows.map(row => ({ row, kind: 'header' as const, text: view.texts(row).join(' '), values: {} })),
    ...body.map((item, at) => finishRow(body, at, item, sections.get(item.row) ?? '', reader)),
  ]
  return {
    sheet: view.sheet.name,
    holds: 'projects',
    headerRows,
    columns,
    rows,
    ...(period ? { period } : {}),
    findings: [...findings, ...fileFindings(rows, body, reader)],
  }
}

const rowNumbers = (first: number, last: number): number[] =>
  Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i)

function outsideRow(view: SheetView, row: number): RecognisedRow {
  const text = view.texts(row).join(' ')
  if (text === '') return { row, kind: 'blank', values: {} }
  const note = /^\(?(?:注|备注|说明|(?:填报|计量|金额)?单位|填报|制表).{0,8}[::]/.test(compact(text))
  return { row, kind: note ? 'note' : 'title', text, values: {} }
}

interface Body {
  readonly body: readonly BodyRow[]
  /** Row → headings above it. */
  readonly sections: ReadonlyMap<number, string>
}

function readBody(
  view: SheetView,
  block: HeaderBlock,
  columns: readonly RecognisedColumn[],
  reader: RowReader,
): Body {
  const shape = tableShape(view, block, columns)
  const sections = new Map<number, string>()
  const open: { level: number; title: string }[] = []
  const body = rowNumbers(block.last + 1, view.height).map((row): BodyRow => {
    const sense = classifyRow(row, shape)
    if (sense.kind === 'section') {
      const level = sense.level ?? 3
      while ((open.at(-1)?.level ?? 0) >= level) open.pop()
      open.push({ level, title: sense.title ?? '' })
    }
    const section = open.map(({ title }) => title).join('/')
    sections.set(row, section)
    if (sense.kind === 'data') return { row, sense, values: reader.data(row, section) }
    const states = sense.kind === 'subtotal' || sense.kind === 'section'
    return { row, sense, values: states ? reader.stated(row) : {} }
  })
  return { body, sections }
}

function tableShape(view: SheetView, block: HeaderBlock, columns: readonly RecognisedColumn[]): TableShape {
  const nameColumn = columns.find(column => column.field === 'project-name')?.column
  const serialColumn = columns.find(column => column.serial)?.column
  return {
    view,
    leaves: new Map(
      columns.map(({ column }) => [column, compact(view.covering(block.last, column)?.text ?? '')]),
    ),
    ...(nameColumn ? { nameColumn } : {}),
    ...(serialColumn ? { serialColumn } : {}),
  }
}

function finishRow(
  body: readonly BodyRow[],
  at: number,
  { row, sense, values }: BodyRow,
  section: string,
  reader: RowReader,
): RecognisedRow {
  const inTable = sense.kind === 'data' || sense.kind === 'section' || sense.kind === 'subtotal'
  const placed = section && inTable ? { section } : {}
  if (sense.kind === 'data') return { row, kind: 'data', ...placed, values }
  const text = sense.text ? { text: sense.text } : {}
  const checks = checkParts(body, at, reader)
  return { row, kind: sense.kind, ...text, ...placed, values: {}, ...(checks.length > 0 ? { checks } : {}) }
}
