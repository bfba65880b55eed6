import { useEffect, useMemo, useReducer, useRef } from 'react'
import type { MoneyUnit } from '../figure/text.ts'
import { byProject, type FilledRow, type Finding, type Found, filledRow } from './findings.ts'
import type { GridColumn, GridRow, TypedCells } from './model/cell.ts'
import { type GridAction, reduceGrid } from './model/reduce.ts'
import { type GridState, startGrid } from './model/state.ts'

export interface GridOptions {
  readonly columns: readonly GridColumn[]
  readonly rows: readonly GridRow[]
  /** Unit of amounts that name none, and in which amounts are shown. */
  readonly money: MoneyUnit
  /** Of the period: completes 5月31日. */
  readonly year?: number
  /** What was typed before; read once. */
  readonly typed?: TypedCells
  /** Same function as long as it answers the same. */
  readonly check?: (rows: readonly FilledRow[]) => readonly Finding[]
  readonly onChange?: (typed: TypedCells, filled: readonly FilledRow[]) => void
}

/** A return being filled in: the same for the table and the phone. */
export interface Grid {
  readonly state: GridState
  readonly dispatch: (action: GridAction) => void
  /** In the order of `rows`. */
  readonly filled: readonly FilledRow[]
  readonly found: Found
  readonly check: (rows: readonly FilledRow[]) => readonly Finding[]
}

const NOTHING_FOUND = () => []

export function useGrid(options: GridOptions): Grid {
  const { columns, rows, money, year, check = NOTHING_FOUND, onChange } = options
  const [state, dispatch] = useReducer(reduceGrid, undefined, () =>
    startGrid(columns, rows, { money, year }, options.typed),
  )
  useEffect(() => dispatch({ do: 'know', columns, rows }), [columns, rows])
  const { rows: asked, columns: fields, typed } = state
  const filled = useMemo(() => asked.map(row => filledRow(fields, typed, row)), [asked, fields, typed])
  const found = useMemo(() => byProject(check(filled)), [check, filled])
  const told = useRef(onChange)
  const first = useRef(state.typed)
  useEffect(() => {
    told.current = onChange
  })
  useEffect(() => {
    if (first.current !== state.typed) told.current?.(state.typed, filled)
    first.current = state.typed
  }, [state.typed, filled])
  return { state, dispatch, filled, found, check }
}
