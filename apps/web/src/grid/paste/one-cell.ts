import type { Assignment } from '../model/reduce.ts'
import { type GridState, rangeOf, rowAt } from '../model/state.ts'
import type { Block } from './block.ts'
import { pastedCell } from './pasted-cell.ts'

/** A single copied cell fills the whole range, as in a worksheet; undefined for anything else. */
export function oneForAll(block: Block, state: GridState): Assignment[] | undefined {
  const [first] = block.rows
  const cell = first?.[0]
  const { top, bottom, left, right } = rangeOf(state)
  if (!cell || block.rows.length > 1 || first.length > 1 || (top === bottom && left === right))
    return undefined
  const cells: Assignment[] = []
  for (let down = top; down <= bottom; down++)
    for (const column of state.columns.slice(left, right + 1)) {
      const row = rowAt(state, down)
      const typed = pastedCell(cell, column, state.as)
      if (row && typed !== 'blank') cells.push({ project: row.id, field: column.id, typed })
    }
  return cells
}
