import type { AmountUnit } from '@guatu/kernel'
import { boxText, type Figure } from '../../return/draft.ts'
import type { GridColumn, Typed } from '../model/cell.ts'
import { type ReadAs, readCell } from '../model/read-cell.ts'
import type { BlockCell } from './block.ts'

/** A blank leaves the cell alone: a table that says nothing of a figure does not take it back. What is doubtful stays as it was typed. */
export function pastedCell(
  cell: BlockCell,
  column: GridColumn,
  as: ReadAs,
  unit?: AmountUnit,
): Typed | 'blank' {
  const isAmount = column.type === 'money' || column.type === 'integer' || column.type === 'rate'
  if (cell.covered && (isAmount || cell.covered === 'right')) return 'blank'
  const read = readCell(column.type, cell.text, as, unit)
  if ('doubt' in read) return { text: cell.text, by: 'pasted', doubt: read.doubt }
  if (read.value === null) return 'blank'
  // One amount for several projects belongs to none of them alone.
  if (cell.tall && isAmount) return { text: cell.text, by: 'pasted', doubt: 'merged-amount' }
  const text = ownText(cell.text, read.value, column, as, unit)
  if (read.note) return { text, by: 'pasted', value: read.value, note: read.note }
  return { text, by: 'pasted', value: read.value }
}

/** The text as it may be read again in the grid's own unit. */
function ownText(
  source: string,
  value: Figure,
  { type }: GridColumn,
  { money }: ReadAs,
  unit: AmountUnit | undefined,
): string {
  if (type !== 'money') return String(value)
  const says = unit === undefined || unit === money.unit
  return says ? source : boxText('money', value, money)
}
