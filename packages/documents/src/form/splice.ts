import { escapeXml } from '../write/text.ts'
import { addressText, type CellAddress, isInside } from './address.ts'
import { type ScannedRow, type ScannedSheet, scanSheet } from './scan.ts'

/** Text, or a number as it stands in the file. */
export type FormValue = string | number
export interface CellValue {
  readonly at: CellAddress
  readonly value: FormValue
}

export interface Spliced {
  readonly xml: string
  /** Cells with a formula of their own: not written. */
  readonly formulas: readonly CellAddress[]
}

interface Splice {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** Writes values into a sheet part; a cell inside a merge is written at the merge's first. All else stays as it was. */
export function spliceCells(part: string, cells: readonly CellValue[]): Spliced {
  const xml = part.replace(/<((?:\w+:)?sheetData)\s*\/>/, '<$1></$1>')
  const sheet = scanSheet(xml)
  const formulas: CellAddress[] = []
  const byRow = new Map<number, Map<number, FormValue>>()
  for (const { at, value } of cells) {
    const anchor = sheet.merges.find(range => isInside(range, at))?.from ?? at
    const row = byRow.get(anchor.row) ?? new Map<number, FormValue>()
    byRow.set(anchor.row, row.set(anchor.column, value))
  }
  const splices = [...byRow]
    .sort(([a], [b]) => a - b)
    .flatMap(([row, values]): Splice[] => {
      const known = sheet.rows.find(one => one.row === row)
      if (known) return intoRow(sheet, known, values, formulas)
      const text = `<${sheet.prefix}row r="${row}">${cellsText(sheet.prefix, row, values)}</${sheet.prefix}row>`
      const after = sheet.rows.find(one => one.row > row)
      const place = after?.start ?? sheet.end
      return [{ start: place, end: place, text }]
    })
  return { xml: applied(xml, splices), formulas }
}

function intoRow(
  { prefix }: ScannedSheet,
  row: ScannedRow,
  values: ReadonlyMap<number, FormValue>,
  formulas: CellAddress[],
): Splice[] {
  const sorted = [...values].sort(([a], [b]) => a - b)
  const splices = sorted.flatMap(([column, value]): Splice[] => {
    const at = { row: row.row, column }
    const known = row.cells.find(cell => cell.column === column)
    if (known?.formula) {
      formulas.push(at)
      return []
    }
    if (known) return [{ start: known.start, end: known.end, text: cellText(prefix, at, value, known.style) }]
    const place = row.cells.find(cell => cell.column > column)?.start ?? endInside(row)
    return [{ start: place, end: place, text: cellText(prefix, at, value) }]
  })
  if (!row.selfClosing || splices.length === 0) return splices
  // `<row .../>` opens up to take them.
  const inner = splices.map(one => one.text).join('')
  return [{ start: row.end - 2, end: row.end, text: `>${inner}</${prefix}row>` }]
}

const endInside = (row: ScannedRow) => row.cells.at(-1)?.end ?? row.inside

function applied(xml: string, splices: readonly Splice[]): string {
  let text = ''
  let from = 0
  for (const splice of splices) {
    text += xml.slice(from, splice.start) + splice.text
    from = splice.end
  }
  return text + xml.slice(from)
}

const cellsText = (prefix: string, row: number, values: ReadonlyMap<number, FormValue>) =>
  [...values]
    .sort(([a], [b]) => a - b)
    .map(([column, value]) => cellText(prefix, { row, column }, value))
    .join('')

function cellText(prefix: string, at: CellAddress, value: FormValue, style?: string): string {
  const attributes = `r="${addressText(at)}"${style === undefined ? '' : ` s="${style}"`}`
  if (typeof value === 'number')
    return `<${prefix}c ${attributes}><${prefix}v>${value}</${prefix}v></${prefix}c>`
  const text = `<${prefix}t xml:space="preserve">${escapeXml(value)}</${prefix}t>`
  return `<${prefix}c ${attributes} t="inlineStr"><${prefix}is>${text}</${prefix}is></${prefix}c>`
}
