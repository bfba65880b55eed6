import { SaxesParser } from 'saxes'
import { type CellRange, parseAddress, parseRange } from './address.ts'

/** Where something stands in the text of a sheet part. */
interface Place {
  readonly start: number
  end: number
}

export interface ScannedCell extends Place {
  readonly column: number
  readonly style: string | undefined
  formula: boolean
}

export interface ScannedRow extends Place {
  readonly row: number
  /** Behind its opening tag; equals `end` where it holds nothing and closes itself. */
  readonly inside: number
  readonly selfClosing: boolean
  readonly cells: ScannedCell[]
}

export interface ScannedSheet {
  readonly rows: readonly ScannedRow[]
  /** Before `</sheetData>`: where a row behind the last one goes. */
  readonly end: number
  readonly merges: readonly CellRange[]
  /** Of the tags, with its colon: `x:` where the writer gave one. */
  readonly prefix: string
}

/** Finds the rows and cells of a sheet part in its text, so that all else can stay as it is. Throws on broken XML. */
export function scanSheet(xml: string): ScannedSheet {
  const rows: ScannedRow[] = []
  const merges: CellRange[] = []
  let sheetEnd = xml.length
  let prefix = ''
  let cell: ScannedCell | undefined
  const parser = new SaxesParser({ xmlns: false as const, position: false })
  parser.on('doctype', () => {
    throw new Error('a sheet declares no document type')
  })
  parser.on('error', error => {
    throw error
  })
  parser.on('opentag', ({ name, attributes, isSelfClosing }) => {
    const end = parser.position
    const start = xml.lastIndexOf('<', end - 1)
    const row = rows.at(-1)
    switch (localName(name)) {
      case 'sheetData':
        prefix = name.slice(0, name.length - 'sheetData'.length)
        break
      case 'row':
        rows.push({
          row: Number(attributes.r ?? (row?.row ?? 0) + 1),
          start,
          end,
          inside: end,
          selfClosing: isSelfClosing,
          cells: [],
        })
        break
      case 'c': {
        const column = parseAddress(attributes.r ?? '')?.column ?? (row?.cells.at(-1)?.column ?? 0) + 1
        cell = { column, style: attributes.s, start, end, formula: false }
        row?.cells.push(cell)
        break
      }
      case 'f':
        if (cell) cell.formula = true
        break
      case 'mergeCell': {
        const range = parseRange(attributes.ref ?? '')
        if (range) merges.push(range)
      }
    }
  })
  parser.on('closetag', ({ name }) => {
    const end = parser.position
    const row = rows.at(-1)
    const local = localName(name)
    if (local === 'c' && cell) cell.end = end
    if (local === 'c') cell = undefined
    if (local === 'row' && row) row.end = end
    if (local === 'sheetData') sheetEnd = xml.lastIndexOf('<', end - 1)
  })
  parser.write(xml).close()
  return { rows, merges, prefix, end: sheetEnd }
}

const localName = (name: string) => name.slice(name.indexOf(':') + 1)
