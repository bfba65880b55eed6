import type { GridColumn, GridRow, Typed, TypedCells } from './cell.ts'
import { stated, typedText } from './put.ts'
import { type Filter, type GridState, type Place, rangeOf, rowAt } from './state.ts'
import { type Change, type Step, turned } from './step.ts'

/** A text for a cell, already read. */
export interface Assignment {
  readonly project: string
  readonly field: string
  readonly typed: Typed
}

export type GridAction =
  | { readonly do: 'go'; readonly to: Place; readonly extend?: boolean }
  | { readonly do: 'move'; readonly down: number; readonly right: number; readonly extend?: boolean }
  | { readonly do: 'all' }
  | { readonly do: 'type'; readonly project: string; readonly field: string; readonly text: string }
  | { readonly do: 'put'; readonly cells: readonly Assignment[] }
  | { readonly do: 'clear' }
  | { readonly do: 'fill' }
  | { readonly do: 'undo' }
  | { readonly do: 'redo' }
  | { readonly do: 'show'; readonly filter: Filter; readonly view: readonly number[] }
  /** The rows of the filter in force have changed: the cursor stays at its cells. */
  | { readonly do: 'sift'; readonly view: readonly number[] }
  | { readonly do: 'restore'; readonly typed: TypedCells }
  | { readonly do: 'know'; readonly columns: readonly GridColumn[]; readonly rows: readonly GridRow[] }

export function reduceGrid(state: GridState, action: GridAction): GridState {
  switch (action.do) {
    case 'go':
      return gone(state, action.to, action.extend)
    case 'move': {
      const { row, column } = state.at
      return gone(state, { row: row + action.down, column: column + action.right }, action.extend)
    }
    case 'all': {
      const last = { row: Math.max(0, state.view.length - 1), column: Math.max(0, state.columns.length - 1) }
      return { ...state, anchor: { row: 0, column: 0 }, at: last }
    }
    case 'type': {
      const { project, field, text } = action
      const row = state.rows.find(one => one.id === project)
      const column = state.columns.find(one => one.id === field)
      return row && column
        ? changed(state, [{ project, field, typed: stated(row, column, text, state.as) }])
        : state
    }
    case 'put':
      return changed(state, action.cells)
    case 'clear':
      return changed(
        state,
        inRange(state, (row, column) => stated(row, column, '', state.as)),
      )
    case 'fill':
      return filledDown(state)
    case 'undo':
      return back(state)
    case 'redo':
      return forward(state)
    case 'show':
      return gone({ ...state, filter: action.filter, view: action.view }, { row: 0, column: state.at.column })
    case 'sift':
      return siftedTo(state, action.view)
    case 'restore':
      return { ...state, typed: action.typed, past: [], future: [] }
    case 'know':
      return known(state, action.columns, action.rows)
  }
}

function siftedTo(state: GridState, view: readonly number[]): GridState {
  const place = (was: Place): Place => {
    const row = view.indexOf(state.view[was.row] ?? -1)
    return row < 0 ? { ...was, row: within(was.row, view.length) } : { ...was, row }
  }
  return { ...state, view, at: place(state.at), anchor: place(state.anchor) }
}

const within = (place: number, count: number) => Math.max(0, Math.min(place, count - 1))

function gone(state: GridState, to: Place, extend = false): GridState {
  const at = { row: within(to.row, state.view.length), column: within(to.column, state.columns.length) }
  return { ...state, at, anchor: extend ? state.anchor : at }
}

type Wanted = { readonly project: string; readonly field: string; readonly typed: Typed | undefined }

function changed(state: GridState, cells: readonly Wanted[]): GridState {
  const step: Change[] = []
  for (const { project, field, typed } of cells) {
    const before = state.typed[project]?.[field]
    if (!same(before, typed)) step.push({ project, field, before, after: typed })
  }
  if (step.length === 0) return state
  return { ...state, typed: turned(state.typed, step, 'after'), past: [...state.past, step], future: [] }
}

const same = (a: Typed | undefined, b: Typed | undefined) =>
  a === b ||
  (a !== undefined && b !== undefined && a.text === b.text && a.value === b.value && a.doubt === b.doubt)

function inRange(
  state: GridState,
  give: (row: GridRow, column: GridColumn, at: Place) => Typed | undefined,
): Wanted[] {
  const { top, bottom, left, right } = rangeOf(state)
  const cells: Wanted[] = []
  for (let down = top; down <= bottom; down++) {
    const row = rowAt(state, down)
    if (!row) continue
    for (const [offset, column] of state.columns.slice(left, right + 1).entries())
      cells.push({
        project: row.id,
        field: column.id,
        typed: give(row, column, { row: down, column: left + offset }),
      })
  }
  return cells
}

/** The first row of the range into those below; of a single row, the row above into it. */
function filledDown(state: GridState): GridState {
  const { top, bottom } = rangeOf(state)
  const source = rowAt(state, top === bottom ? top - 1 : top)
  if (!source) return state
  const cells = inRange(state, (row, column) => {
    const own = state.typed[row.id]?.[column.id]
    if (row.id === source.id) return own
    const from = state.typed[source.id]?.[column.id]
    if (from?.doubt) return from
    const text = typedText(source, column, from, state.as)
    return from || text !== '' ? stated(row, column, text, state.as) : own
  })
  return changed(state, cells)
}

function back(state: GridState): GridState {
  const step = state.past.at(-1)
  if (!step) return state
  const shown = { ...state, past: state.past.slice(0, -1), future: [step, ...state.future] }
  return toStep({ ...shown, typed: turned(state.typed, step, 'before') }, step)
}

function forward(state: GridState): GridState {
  const [step, ...future] = state.future
  if (!step) return state
  return toStep(
    { ...state, typed: turned(state.typed, step, 'after'), past: [...state.past, step], future },
    step,
  )
}

/** So that one sees what was undone. */
function toStep(state: GridState, step: Step): GridState {
  const first = step[0]
  const row = state.view.findIndex(place => state.rows[place]?.id === first?.project)
  const column = state.columns.findIndex(one => one.id === first?.field)
  return row < 0 || column < 0 ? state : gone(state, { row, column })
}

/** Newer knowledge of the server under what is typed; undoing does not reach across it where columns or rows changed. */
function known(state: GridState, columns: readonly GridColumn[], rows: readonly GridRow[]): GridState {
  const ids = (all: readonly { readonly id: string }[]) => all.map(one => one.id).join(' ')
  if (ids(columns) === ids(state.columns) && ids(rows) === ids(state.rows)) return { ...state, columns, rows }
  const view = rows.map((_, place) => place)
  return gone({ ...state, columns, rows, view, past: [], future: [] }, state.at)
}
