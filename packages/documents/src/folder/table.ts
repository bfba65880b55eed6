import { CsvError, parse } from 'csv-parse/sync'
import type { Cell } from './cell.ts'
import type { DataFault } from './fault.ts'

/** One file of the folder, its rows by column name; blank cells are absent. Faults are gathered, never thrown. */
export interface Table {
  readonly file: string
  readonly columns: readonly string[]
  readonly rows: readonly Row[]
}

export class Row {
  readonly line: number
  readonly #file: string
  readonly #cells: ReadonlyMap<string, string>
  readonly #faults: DataFault[]

  constructor(file: string, line: number, cells: ReadonlyMap<string, string>, faults: DataFault[]) {
    this.line = line
    this.#file = file
    this.#cells = cells
    this.#faults = faults
  }

  /** Undefined where the cell is blank or not of its kind; the latter is noted as a fault. */
  get<T>(column: string, cell: Cell<T>): T | undefined {
    const text = this.#cells.get(column)
    if (text === undefined) return undefined
    const value = cell.read(text)
    if (value === undefined) {
      this.fault('data.value', column, `"${text}" is not ${cell.expects}`, `Write ${cell.expects}.`)
    }
    return value
  }

  /** As `get`, and a blank cell is a fault. */
  need<T>(column: string, cell: Cell<T>): T | undefined {
    if (!this.#cells.has(column)) {
      this.fault('data.empty', column, `${column} is blank`, `Write ${cell.expects}.`)
    }
    return this.get(column, cell)
  }

  fault(code: DataFault['code'], column: string | undefined, message: string, mend: string): void {
    this.#faults.push({ file: this.#file, line: this.line, column, code, message, mend })
  }
}

export interface Columns {
  readonly required: readonly string[]
  readonly optional: readonly string[]
  /** Further columns that are taken beside the named ones. */
  readonly also?: (column: string) => boolean
}

/** Reads comma-separated UTF-8 text with a header line. Header names may use `-` or `_`. */
export function readTable(file: string, text: string, columns: Columns, faults: DataFault[]): Table {
  const records = parseRecords(file, text, faults)
  const header = records[0]?.record.map(columnName) ?? []
  checkHeader(file, header, columns, faults)
  const rows = records.slice(1).flatMap(({ record, line }) => {
    if (record.length > header.length) {
      faults.push({
        file,
        line,
        code: 'data.too-many-cells',
        message: `${record.length} cells under ${header.length} columns`,
        mend: 'Quote cells that hold commas, or remove the surplus ones.',
      })
      return []
    }
    const cells = new Map<string, string>()
    record.forEach((cell, index) => {
      const trimmed = cell.trim()
      const name = header[index]
      if (name !== undefined && trimmed !== '') cells.set(name, trimmed)
    })
    return [new Row(file, line, cells, faults)]
  })
  return { file, columns: header, rows }
}

const columnName = (text: string) => {
  const name = text.trim()
  // After a dot stands an id of the scheme or of the user's own.
  return name.includes('.') ? name : name.replaceAll('-', '_')
}

interface Parsed {
  readonly record: string[]
  readonly line: number
}

function parseRecords(file: string, text: string, faults: DataFault[]): Parsed[] {
  try {
    const parsed = parse(text, { bom: true, relax_column_count: true, skip_empty_lines: true, info: true })
    return (parsed as unknown as { record: string[]; info: { lines: number } }[]).map(({ record, info }) => ({
      record,
      line: info.lines - record.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0),
    }))
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const line = Number(error.lines ?? 1)
    const message = error.message.split('\n')[0] ?? 'not comma-separated text'
    faults.push({ file, line, code: 'data.csv', message, mend: 'Mend the quotes on this line.' })
    return []
  }
}

function checkHeader(file: string, header: readonly string[], columns: Columns, faults: DataFault[]): void {
  const fault = (code: DataFault['code'], column: string, message: string, mend: string) =>
    faults.push({ file, line: 1, column, code, message, mend })
  const known = new Set([...columns.required, ...columns.optional])
  header.forEach((name, index) => {
    if (header.indexOf(name) < index) {
      fault('data.repeated-column', name, `column ${name} stands twice`, 'Keep one of the two.')
    } else if (!known.has(name) && !columns.also?.(name)) {
      const names = [...known].join(', ')
      fault('data.unknown-column', name, `unknown column ${name}`, `Remove it, or use one of: ${names}.`)
    }
  })
  for (const name of columns.required) {
    if (!header.includes(name)) {
      fault('data.missing-column', name, `column ${name} is missing`, `Add the column ${name}.`)
    }
  }
}

/** Comma-separated text; only columns that some row fills, and the required ones. */
export function writeTable(
  columns: Columns,
  more: readonly string[],
  rows: readonly ReadonlyMap<string, string>[],
): string {
  const filled = (column: string) => rows.some(row => (row.get(column) ?? '') !== '')
  const names = [...columns.required, ...[...columns.optional, ...more].filter(filled)]
  const lines = [names, ...rows.map(row => names.map(name => row.get(name) ?? ''))]
  return lines.map(line => `${line.map(quoted).join(',')}\n`).join('')
}

const quoted = (cell: string) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
