import { CsvError, parse } from 'csv-parse/sync'
import { Refused } from '../faults.ts'
import type { Cell, Workbook } from '../grid.ts'
import type { ReadLimits } from '../limits.ts'
import { decodeText } from './encoding.ts'
import { splitPlain } from './split.ts'

/** One sheet, named as the file without its extension. All cells are text. Throws `Refused`. */
export function readCsv(bytes: Uint8Array, fileName: string, limits: ReadLimits): Workbook {
  const { text, encoding } = decodeText(bytes)
  const name = fileName.replace(/^.*[\\/]/, '').replace(/\.[^.]*$/, '')
  refuseEndlessLine(text, limits)
  const records = parseRecords(text, name, limits)
  let cells = 0
  const rows = records.map((record, index) => {
    const refuse = (code: Refused['fault']['code'], column: number, limit: number, found: number): never => {
      throw new Refused(code, { sheet: name, row: index + 1, column, limit, found })
    }
    if (index >= limits.rows) refuse('sheet.too-many-rows', 1, limits.rows, index + 1)
    return record.map((value, at): Cell | undefined => {
      if (value.trim() === '') return undefined
      if (at >= limits.columns) refuse('sheet.too-many-columns', at + 1, limits.columns, at + 1)
      if (value.length > limits.textLength)
        refuse('sheet.text-too-long', at + 1, limits.textLength, value.length)
      cells += 1
      if (cells > limits.cells) refuse('sheet.too-many-cells', at + 1, limits.cells, cells)
      return { text: value, kind: 'text' }
    })
  })
  return { format: 'csv', encoding, sheets: [{ name, rows, merges: [] }] }
}

/** No record of `columns` full cells is this long. */
const longestLine = (limits: ReadLimits) => Math.min(limits.columns * limits.textLength, 1_000_000)

/** Asked before parsing: a parser would first copy the line. */
function refuseEndlessLine(text: string, limits: ReadLimits): void {
  const limit = longestLine(limits)
  let row = 1
  for (let start = 0; start < text.length; row++) {
    const end = nextLineEnd(text, start)
    if (end - start > limit) throw new Refused('file.line-too-long', { row, limit, found: end - start })
    start = end + 1
  }
}

function nextLineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from)
  if (end >= 0) return end
  const carriage = text.indexOf('\r', from)
  return carriage >= 0 ? carriage : text.length
}

function parseRecords(text: string, sheet: string, limits: ReadLimits): string[][] {
  // Most files quote nothing; splitting them takes a fifth of the time.
  if (!text.includes('"')) return splitPlain(text, detectDelimiter(text), limits.rows + 1)
  try {
    return parse(text, {
      delimiter: detectDelimiter(text),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      max_record_size: longestLine(limits),
      to: limits.rows + 1,
    })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const row = Number(error.lines) || 1
    if (error.code === 'CSV_QUOTE_NOT_CLOSED') throw new Refused('file.quote-not-closed', { sheet, row })
    if (error.code === 'CSV_MAX_RECORD_SIZE')
      throw new Refused('file.line-too-long', { sheet, row, limit: longestLine(limits) })
    throw new Refused('file.broken', { sheet, row, found: error.code })
  }
}

const DELIMITERS = [',', '\t', ';'] as const

/** The mark that stands outside quotes most often in the first lines. */
function detectDelimiter(text: string): string {
  const bare = text.slice(0, 20_000).replace(/"(?:[^"]|"")*"/g, '')
  const counts = DELIMITERS.map(mark => ({ mark, count: bare.split(mark).length - 1 }))
  return counts.reduce((best, next) => (next.count > best.count ? next : best)).mark
}
