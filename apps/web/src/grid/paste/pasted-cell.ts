import type { AmountUnit } from '@guatu/kernel'
import { boxText } from '../../return/draft.ts'
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
  const text = column.type === 'money' ? boxText('money', read.value, as.money) : String(read.value)
  return { text, by: 'pasted', ...read }
}
