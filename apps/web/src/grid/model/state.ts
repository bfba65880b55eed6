import type { GridColumn, GridRow, TypedCells } from './cell.ts'
import type { ReadAs } from './read-cell.ts'
import type { Step } from './step.ts'

/** A cell by its place on the screen: `row` counts in `view`. */
export interface Place {
  readonly row: number
  readonly column: number
}

export type Filter = 'all' | 'findings' | 'empty'

export interface GridState {
  readonly columns: readonly GridColumn[]
  readonly rows: readonly GridRow[]
  readonly as: ReadAs
  readonly typed: TypedCells
  /** Which rows are wanted; `view` follows it. */
  readonly filter: Filter
  /** Places in `rows` of those shown, in order. */
  readonly view: readonly number[]
  /** The cell that keys go to. */
  readonly at: Place
  /** The other corner of the range. */
  readonly anchor: Place
  readonly past: readonly Step[]
  readonly future: readonly Step[]
}

export function startGrid(
  columns: readonly GridColumn[],
  rows: readonly GridRow[],
  as: ReadAs,
  typed: TypedCells = {},
): GridState {
  const first = { row: 0, column: 0 }
  const view = rows.map((_, place) => place)
  return { columns, rows, as, typed, filter: 'all', view, at: first, anchor: first, past: [], future: [] }
}

export interface Range {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

export const rangeOf = ({ at, anchor }: Pick<GridState, 'at' | 'anchor'>): Range => ({
  top: Math.min(at.row, anchor.row),
  bottom: Math.max(at.row, anchor.row),
  left: Math.min(at.column, anchor.column),
  right: Math.max(at.column, anchor.column),
})

export const rowAt = (state: Pick<GridState, 'rows' | 'view'>, row: number): GridRow | undefined =>
  state.rows[state.view[row] ?? -1]

/** The rows that a filter wants, and those under the cursor: a row that was mended leaves once one has gone on. The view itself where it is the same. */
export function sifted(
  state: Pick<GridState, 'view' | 'at' | 'anchor'>,
  wanted: readonly number[],
): readonly number[] {
  const { top, bottom } = rangeOf(state)
  const held = state.view.slice(top, bottom + 1)
  const next = [...new Set([...wanted, ...held])].sort((a, b) => a - b)
  const isSame = next.length === state.view.length && next.every((place, at) => place === state.view[at])
  return isSame ? state.view : next
}
