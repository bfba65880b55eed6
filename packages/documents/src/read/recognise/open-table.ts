import type { Sheet, Workbook } from '../grid.ts'
import type { ColumnMapping, Mapping } from './mapping.ts'
import { AMOUNT_UNITS, type FieldSpec, type Holds, type RecognisedColumn, type Recognition } from './model.ts'
import { pickSheet } from './pick-sheet.ts'
import { recognise } from './recognise.ts'

/** How a file is to be opened: what may be in it, and what is known of such files. */
export interface TableRequest {
  readonly fields: readonly FieldSpec[]
  /** Columns of a table of periods. */
  readonly indicators?: readonly FieldSpec[]
  /** How files are read unless something else is said. */
  readonly ground: Mapping
  /** Goes before the ground; of `offered` the last all of whose columns stand in the file does where this is absent. */
  readonly mapping?: Mapping
  readonly offered?: readonly Mapping[]
  /** What was decided for this very file. */
  readonly sheet?: string
  readonly holds?: Holds
  readonly columns?: readonly ColumnChoice[]
}

/** By the number of the column. */
export interface ColumnChoice {
  readonly column: number
  readonly field: string | null
  readonly unit: string | null
}

export interface OpenedTable {
  readonly recognition: Recognition
  /** All decisions about the columns, to be kept under a name. */
  readonly mapping: Mapping
  /** Which of those offered was taken. */
  readonly fitting?: number
  /** Of each recognised column, in their order. */
  readonly samples: readonly ColumnSample[]
}

export interface ColumnSample {
  /** The first texts in rows of data. */
  readonly texts: readonly string[]
  /** Some cell in rows of data holds a formula. */
  readonly computed: boolean
}

const SAMPLES = 3

/** The chosen sheet, or the best-looking one, under the mapping that goes for it and what was decided on top. */
export function openTable(workbook: Workbook, request: TableRequest): OpenedTable {
  const { fields, indicators, ground, offered = [], columns } = request
  const sheetFor = (mapping: Mapping) => pickSheet(workbook, fields, mapping) ?? workbook.sheets[0]
  const read = (mapping: Mapping): Recognition =>
    recognise(sheetFor(mapping) ?? NO_SHEET, fields, mapping, indicators)
  const plain = request.mapping || offered.length === 0 ? undefined : read(ground)
  const fitting = plain ? offered.findLastIndex(one => fits(one, plain)) : -1
  const base: Mapping = {
    ...ground,
    ...(request.mapping ?? offered[fitting]),
    ...(request.sheet ? { sheet: request.sheet } : {}),
    ...(request.holds ? { holds: request.holds } : {}),
  }
  const asItStands = fitting < 0 && !request.sheet && !request.holds
  const first = (asItStands && plain) || read(base)
  const mapping = { ...base, holds: first.holds, ...decided(first, columns, base.columns ?? []) }
  const recognition = columns ? read(mapping) : first
  return {
    recognition,
    mapping,
    ...(fitting < 0 ? {} : { fitting }),
    samples: samplesOf(workbook.sheets.find(one => one.name === recognition.sheet) ?? NO_SHEET, recognition),
  }
}

const NO_SHEET: Sheet = { name: '', rows: [], merges: [] }

const fits = ({ columns = [] }: Mapping, found: Recognition): boolean => {
  const headers = new Set(found.columns.map(column => column.header))
  return columns.length > 0 && columns.every(column => headers.has(column.header))
}

/** Choices by column number, as decisions by header that hold for the next file too. */
function decided(
  { columns }: Recognition,
  chosen: readonly ColumnChoice[] | undefined,
  before: readonly ColumnMapping[],
): Pick<Mapping, 'columns'> {
  if (!chosen) return {}
  const decisions = chosen.flatMap(({ column, field, unit }): ColumnMapping[] => {
    const header = columns.find(one => one.column === column)?.header
    if (header === undefined) return []
    const nth = columns.filter(one => one.header === header && one.column <= column).length
    const known = AMOUNT_UNITS.find(one => one === unit)
    return [{ header, nth, field, ...(known ? { unit: known } : {}) }]
  })
  const same = (a: ColumnMapping, b: ColumnMapping) => a.header === b.header && (a.nth ?? 1) === (b.nth ?? 1)
  return {
    columns: [...decisions, ...before.filter(one => !decisions.some(decision => same(decision, one)))],
  }
}

function samplesOf(sheet: Sheet, { columns, rows }: Recognition): ColumnSample[] {
  return columns.map(({ column }: RecognisedColumn) => {
    const texts: string[] = []
    let computed = false
    for (const { row, kind } of rows) {
      if (kind !== 'data') continue
      const cell = sheet.rows[row - 1]?.[column - 1]
      if (!cell) continue
      if (texts.length < SAMPLES) texts.push(cell.text)
      computed ||= cell.computed === true
    }
    return { texts, computed }
  })
}
