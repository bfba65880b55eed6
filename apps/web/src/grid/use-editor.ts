import {
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
  useCallback,
  useEffect,
  useRef,
  useState,
} from 'react'
import { byProject, type Found, filledRow } from './findings.ts'
import { type Mode, orderOf } from './grid-keys.ts'
import type { Typed } from './model/cell.ts'
import { stated, typedText } from './model/put.ts'
import { type Place, rowAt } from './model/state.ts'
import type { Grid } from './use-grid.ts'
import type { GridWords } from './words.ts'

/** The text being written over a cell, and what keys and the mouse do meanwhile. */
export function useEditor(
  grid: Grid,
  words: GridWords,
  frame: RefObject<HTMLElement | null>,
  focused: boolean,
) {
  const { state, dispatch } = grid
  const { at, columns, view, typed, as } = state
  const [written, setWritten] = useState<{
    text: string
    mode: 'typing' | 'caret'
    project: string
    field: string
  }>()
  const box = useRef<HTMLTextAreaElement>(null)
  const row = rowAt(state, at.row)
  const column = columns[at.column]
  const stands = row && column ? standing() : ''
  const mode: Mode = written?.mode ?? 'ready'
  const text = written?.text ?? stands
  const preview: Typed | undefined =
    written && row && column ? stated(row, column, written.text, as) : undefined

  function standing(): string {
    if (!row || !column) return ''
    const own = typed[row.id]?.[column.id]
    const value = own ? own.value : row.cells[column.id]?.now
    if (column.type === 'stage' && typeof value === 'string') return words.stage(value)
    return typedText(row, column, own, as)
  }

  // The cell moved: its box is shown, holds the focus, and its text waits to be written over.
  // biome-ignore lint/correctness/useExhaustiveDependencies: what stands in the cell changes what is selected
  useEffect(() => {
    if (!focused || mode !== 'ready') return
    box.current?.focus({ preventScroll: true })
    box.current?.select()
    box.current?.closest('td')?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [focused, mode, at.row, at.column, stands, view])

  const commit = () => {
    if (!written) return
    if (written.text !== stands)
      dispatch({ do: 'type', project: written.project, field: written.field, text: written.text })
    setWritten(undefined)
  }
  const write = (next: string, as: 'typing' | 'caret' = written?.mode ?? 'typing') => {
    if (!row || !column) return
    setWritten({ text: next, mode: as, project: row.id, field: column.id })
    grid.writing(row.id, column.id, next)
  }
  const focus = () => requestAnimationFrame(() => box.current?.focus({ preventScroll: true }))

  const step = (by: 1 | -1, event: KeyboardEvent) => {
    const next = at.row * columns.length + at.column + by
    commit()
    if (next < 0 || next >= view.length * columns.length) return
    event.preventDefault()
    dispatch({ do: 'go', to: { row: Math.floor(next / columns.length), column: next % columns.length } })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const order = orderOf(event, mode)
    if (!order) return
    if (order.order === 'next') return step(1, event)
    if (order.order === 'previous') return step(-1, event)
    event.preventDefault()
    switch (order.order) {
      case 'move':
        commit()
        return dispatch({ do: 'move', down: order.down, right: order.right, extend: order.extend })
      case 'act':
        return dispatch(order.action)
      case 'edge':
        return dispatch({ do: 'go', to: edge(order.to, state.view.length, columns.length, at) })
      case 'caret':
        write(text, 'caret')
        return box.current?.setSelectionRange(text.length, text.length)
      case 'cancel':
        if (written) grid.writing(written.project, written.field, undefined)
        return setWritten(undefined)
      case 'new-line':
        if (column?.type !== 'text' || !box.current) return
        box.current.setRangeText('\n', box.current.selectionStart, box.current.selectionEnd, 'end')
        return write(box.current.value)
    }
  }

  const latest = useRef({ mode, at, commit, write, text })
  useEffect(() => {
    latest.current = { mode, at, commit, write, text }
  })
  const pick = useCallback(
    (event: MouseEvent, to: Place) => {
      const now = latest.current
      const here = to.row === now.at.row && to.column === now.at.column
      if (event.type === 'mousemove') {
        if (event.buttons === 1 && now.mode === 'ready' && !here) dispatch({ do: 'go', to, extend: true })
        return
      }
      if (event.type === 'dblclick') return now.write(now.text, 'caret')
      if (here && now.mode !== 'ready') return
      event.preventDefault()
      now.commit()
      dispatch({ do: 'go', to, extend: event.shiftKey })
      frame.current?.querySelector('textarea')?.focus({ preventScroll: true })
    },
    [dispatch, frame],
  )
  const found: Found = written && row ? overlaid(grid, row.id, written.field, preview) : grid.found
  return { box, mode, text, preview, found, write, commit, focus, onKeyDown, pick }
}
export type Editor = ReturnType<typeof useEditor>

const edge = (
  to: 'row-start' | 'row-end' | 'start' | 'end',
  rows: number,
  columns: number,
  at: Place,
): Place => ({
  row: to === 'start' ? 0 : to === 'end' ? rows - 1 : at.row,
  column: to === 'start' || to === 'row-start' ? 0 : columns - 1,
})

/** Findings as if what is being written stood already; the other rows keep theirs. */
function overlaid(grid: Grid, project: string, field: string, typed: Typed | undefined): Found {
  const { state } = grid
  const row = state.rows.find(one => one.id === project)
  if (!row) return grid.found
  const { [field]: _written, ...others } = state.typed[project] ?? {}
  const cells = typed ? { ...others, [field]: typed } : others
  const filled = filledRow(state.columns, { [project]: cells }, row)
  const fresh = byProject(grid.check([filled])).get(project) ?? []
  return new Map([...grid.found, [project, fresh]])
}
