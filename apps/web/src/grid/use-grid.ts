import { useEffect, useLayoutEffect, useMemo, useReducer, useRef } from 'react'
import type { MoneyUnit } from '../figure/text.ts'
import { byProject, type FilledRow, type Finding, type Found, filledRow, viewOf } from './findings.ts'
import type { GridColumn, GridRow, TypedCells } from './model/cell.ts'
import { stated } from './model/put.ts'
import { type GridAction, reduceGrid } from './model/reduce.ts'
import { type GridState, sifted, startGrid } from './model/state.ts'
import { turned } from './model/step.ts'

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
  /** Told with every key: what is still being written over a cell is in it. */
  readonly onChange?: (typed: TypedCells) => void
}

/** A return being filled in: the same for the table and the phone. */
export interface Grid {
  readonly state: GridState
  readonly dispatch: (action: GridAction) => void
  /** In the order of `rows`. */
  readonly filled: readonly FilledRow[]
  readonly found: Found
  readonly check: (rows: readonly FilledRow[]) => readonly Finding[]
  /** Tells the text that is being written over a cell; undefined where that was given up. */
  readonly writing: (project: string, field: string, text: string | undefined) => void
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
    if (first.current !== state.typed) told.current?.(state.typed)
    first.current = state.typed
  }, [state.typed])
  const view = useMemo(
    () => (state.filter === 'all' ? state.view : sifted(state, viewOf(state.filter, filled, found))),
    [state, filled, found],
  )
  useLayoutEffect(() => {
    if (view !== state.view) dispatch({ do: 'sift', view })
  }, [view, state.view])
  const writing = (project: string, field: string, text: string | undefined) => {
    const row = asked.find(one => one.id === project)
    const column = fields.find(one => one.id === field)
    if (!row || !column) return
    const before = typed[project]?.[field]
    const after = text === undefined ? before : stated(row, column, text, state.as)
    told.current?.(turned(typed, [{ project, field, before, after }], 'after'))
  }
  return { state, dispatch, filled, found, check, writing }
}
