import { compact, isFieldName, readHeader, unitOf } from '@guatu/kernel'
import type { Cell } from '../grid.ts'
import type { Mapping } from './mapping.ts'
import type { FieldSpec } from './model.ts'
import type { SheetView } from './sheet-view.ts'

export interface HeaderBlock {
  readonly first: number
  readonly last: number
  /** Those of its rows that name columns; all unless given. Others give codes, sources or how often. */
  readonly named?: readonly number[]
  /** The row that gives the unit of each column. */
  readonly units?: number
}

/** Headers lie near the top; a merged header cell is at most this high. */
const SEARCHED_ROWS = 60
const HIGHEST_HEADER = 6

const COMMON = /^(?:序号|编号|no|备注|小计|合计|其中)$/
const NOT_A_HEADER = /单位:|填报|制表|填表|日期:|报送|^(?:19|20)\d{2}年\d{1,2}月(?:\d{1,2}日)?$/

export function findHeader(
  view: SheetView,
  fields: readonly FieldSpec[],
  mapping: Mapping,
): HeaderBlock | undefined {
  if (mapping.headerRows) return within(view, mapping.headerRows[0], mapping.headerRows[1])
  const mapped = new Set((mapping.columns ?? []).flatMap(column => column.header.split('/')).map(compact))
  const rows = Array.from({ length: Math.min(view.height, SEARCHED_ROWS) }, (_, i) => i + 1)
  const scored = rows.map(row => ({ row, score: headerScore(view.texts(row), fields, mapped) }))
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a), { row: 0, score: 0 })
  const row = best.score >= 2 || view.width === 1 ? best.row : widestTextRow(view, rows)
  if (!row) return undefined
  const { first, last } = extend(view, row)
  return within(view, first, last)
}

/** Merged cells and saved decisions may name rows that the sheet does not have. */
function within(view: SheetView, first: number, last: number): HeaderBlock | undefined {
  const block = { first: Math.max(1, first), last: Math.min(last, view.height) }
  return block.first <= block.last ? block : undefined
}

function headerScore(
  texts: readonly string[],
  fields: readonly FieldSpec[],
  mapped: ReadonlySet<string>,
): number {
  return texts.filter(text => {
    if (text.length > 40) return false
    const word = compact(text)
    return mapped.has(word) || COMMON.test(word) || isFieldName(text, fields)
  }).length
}

/** No word known: the first row of many texts and no number, as a file of foreign words has. */
function widestTextRow(view: SheetView, rows: readonly number[]): number | undefined {
  const widths = rows.slice(0, 10).map(row => ({ row, filled: view.filled(row) }))
  const widest = Math.max(0, ...widths.map(({ filled }) => filled.length))
  return widths.find(
    ({ row, filled }) =>
      filled.length >= 2 &&
      filled.length * 2 >= widest &&
      filled.every(column => !isFigure(view.own(row, column))),
  )?.row
}

function extend(view: SheetView, best: number): HeaderBlock {
  let first = best
  let last = best
  for (const merge of view.mergesIn(best)) if (isHeaderMerge(merge)) first = Math.min(first, merge.top)
  while (first > 1 && isGroupRow(view, first - 1, first)) first -= 1
  for (let row = first; row <= last; row++) {
    for (const merge of view.mergesIn(row))
      if (isHeaderMerge(merge) && view.own(merge.top, merge.left)) last = Math.max(last, merge.bottom)
  }
  while (last - first < HIGHEST_HEADER && isSubHeader(view, last + 1, first, last)) last += 1
  return { first, last }
}

const isHeaderMerge = (merge: { top: number; bottom: number }) => merge.bottom - merge.top < HIGHEST_HEADER

export const isFigure = (cell: Cell | undefined): boolean =>
  cell !== undefined && (cell.kind !== 'text' || /^[+-]?[\d,.]+%?$/.test(compact(cell.text)))

/** Groups of columns stand above the header: merged sideways, or alone above several. */
function isGroupRow(view: SheetView, row: number, below: number): boolean {
  const filled = view.filled(row)
  if (filled.length === 0 || filled.some(column => isFigure(view.own(row, column)))) return false
  if (view.texts(row).some(text => NOT_A_HEADER.test(compact(text)) || unitOf(text))) return false
  const groups = view.mergesIn(row).filter(merge => merge.right > merge.left && merge.top === row)
  if (view.sheet.merges.length > 0)
    return groups.length > 0 && groups.every(merge => merge.right - merge.left + 1 < view.width * 0.7)
  return filled.length >= 2 && filled.length < view.filled(below).length && (filled[0] ?? 0) > 1
}

/** A further header row has only words, none in a column whose header stands alone above it. */
function isSubHeader(view: SheetView, row: number, first: number, last: number): boolean {
  const filled = view.filled(row)
  if (filled.length === 0 || filled.some(column => isFigure(view.own(row, column)))) return false
  if (view.texts(row).every(text => unitOf(text.replace(/[()（）]/g, '')))) return true
  const leading = firstFilledColumn(view, first, last)
  if (filled[0] === leading) return false
  return filled.every(column => {
    const merge = view.mergeAt(last, column)
    if (merge && merge.right > merge.left && merge.top >= first) return true
    return view.sheet.merges.length === 0 && (!view.own(last, column) || underGroup(view, row, last, column))
  })
}

function firstFilledColumn(view: SheetView, first: number, last: number): number {
  for (let column = 1; column <= view.width; column++)
    for (let row = first; row <= last; row++) if (view.covering(row, column)) return column
  return 0
}

/** Without merges: a header followed by blanks that have words below them. */
const underGroup = (view: SheetView, row: number, last: number, column: number): boolean =>
  !view.own(last, column + 1) && view.own(row, column + 1) !== undefined

/** Header texts of a column from the top, a text that repeats named once. */
export function headerPath(view: SheetView, block: HeaderBlock, column: number): string[] {
  const path: string[] = []
  const rows = block.named ?? rowsOf(block)
  for (const row of rows) {
    const text = headerAt(view, rows.at(-1) ?? block.last, row, column)
    if (text && text !== path.at(-1)) path.push(text)
  }
  return path
}

const rowsOf = ({ first, last }: HeaderBlock) => Array.from({ length: last - first + 1 }, (_, i) => first + i)

function headerAt(view: SheetView, last: number, row: number, column: number): string | undefined {
  const cell = view.covering(row, column)
  if (cell) return oneLine(cell.text)
  if (view.sheet.merges.length > 0 || row === last || !view.own(last, column)) return undefined
  for (let left = column - 1; left >= 1 && view.own(last, left); left--) {
    const group = view.own(row, left)
    if (group) return oneLine(group.text)
  }
  return undefined
}

const oneLine = (text: string) => text.slice(0, 200).replace(/\s+/g, ' ').trim()

/** Header words of one column joined for people. Chinese is not spaced. */
export const headerText = (path: readonly string[]): string =>
  path.map(part => part.replace(/(?<=[\u3400-\u9fff）)]) (?=[\u3400-\u9fff（(])/g, '')).join('/')

export const isSerial = (path: readonly string[]): boolean =>
  path.length > 0 && /^(?:序号|编号|序|no|#)$/.test(readHeader(path.at(-1) ?? '').core)
