import { columnLetters } from '../read/grid.ts'

/** One cell of a sheet, both counted from 1. */
export interface CellAddress {
  readonly row: number
  readonly column: number
}

/** `B5` or `$B$5`; undefined for anything else. */
export function parseAddress(text: string): CellAddress | undefined {
  const [, letters, digits] = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$/.exec(text.trim().toUpperCase()) ?? []
  if (!letters || !digits) return undefined
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
  return { row: Number(digits), column }
}

export const addressText = ({ row, column }: CellAddress): string => `${columnLetters(column)}${row}`

export interface CellRange {
  readonly from: CellAddress
  readonly to: CellAddress
}

/** `B5` or `B5:D7`. */
export function parseRange(text: string): CellRange | undefined {
  const [first, last = first] = text.split(':')
  const from = parseAddress(first ?? '')
  const to = parseAddress(last ?? '')
  return from && to ? { from, to } : undefined
}

export const isInside = ({ from, to }: CellRange, { row, column }: CellAddress): boolean =>
  row >= from.row && row <= to.row && column >= from.column && column <= to.column
