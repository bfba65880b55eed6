import { boxText } from '../../return/draft.ts'
import type { GridColumn, GridRow, Typed } from './cell.ts'
import { type ReadAs, readCell } from './read-cell.ts'

/** What typing a text does to a cell; undefined leaves it as nobody had touched it. */
export function stated(row: GridRow, column: GridColumn, text: string, as: ReadAs): Typed | undefined {
  const now = row.cells[column.id]?.now
  const read = readCell(column.type, text, as)
  if ('doubt' in read) return { text, by: 'typed', doubt: read.doubt }
  if (read.value === (now ?? null)) return undefined
  return { text: read.value === null ? '' : text, by: 'typed', ...read }
}

/** What stands in a cell as one would type it; stages as their ids. */
export function typedText(row: GridRow, column: GridColumn, typed: Typed | undefined, as: ReadAs): string {
  return typed ? typed.text : boxText(column.type, row.cells[column.id]?.now, as.money)
}
