import { type CSSProperties, Fragment, useId, useRef, useState } from 'react'
import { CellBox } from './CellBox.tsx'
import { GridBar } from './GridBar.tsx'
import { GridHead } from './GridHead.tsx'
import { GridLine } from './GridLine.tsx'
import { Messages } from './Messages.tsx'
import { rangeOf, rowAt } from './model/state.ts'
import { PasteNote } from './PasteNote.tsx'
import { SumRow } from './SumRow.tsx'
import { useClipboard } from './use-clipboard.ts'
import { useEditor } from './use-editor.ts'
import type { Grid } from './use-grid.ts'
import { useWindow } from './use-window.ts'
import { useGridWords } from './words.ts'
import './grid.css'

/** Pixels; one height for all, so that a thousand rows need no measuring. */
const ROW_HEIGHT = 44
const NO_FINDINGS = [] as const

/** A return as a worksheet: keys, paste and undo as the clerk's fingers know them. */
export function ReturnGrid({ grid, label }: { grid: Grid; label: string }) {
  const { state, dispatch, filled } = grid
  const { columns, view, at, as } = state
  const words = useGridWords(as.money)
  const box = useRef<HTMLDivElement>(null)
  const id = useId()
  const [focused, setFocused] = useState(false)
  const drawn = useWindow(box, view.length, ROW_HEIGHT)
  const editor = useEditor(grid, words, box, focused)
  const clipboard = useClipboard(grid, words, editor)
  const range = rangeOf(state)
  const places = placesOf(drawn, at.row, view.length)
  const below = view.length - 1 - (places.at(-1) ?? -1)
  const row = rowAt(state, at.row)
  const column = columns[at.column]
  const here = row ? (editor.found.get(row.id) ?? NO_FINDINGS) : NO_FINDINGS
  const goTo = (project: string, field: string) => {
    const to = {
      row: view.findIndex(place => state.rows[place]?.id === project),
      column: columns.findIndex(one => one.id === field),
    }
    if (to.row < 0 || to.column < 0) return
    dispatch({ do: 'go', to })
    editor.focus()
  }
  return (
    <section className="return-grid">
      <GridBar grid={grid} words={words} />
      {clipboard.plan && (
        <PasteNote plan={clipboard.plan} state={state} words={words} go={goTo} close={clipboard.close} />
      )}
      <div ref={box} className="grid-box">
        <table
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose cells take keys is a grid, as the ARIA practices have it
          role="grid"
          className="return-table"
          aria-label={label}
          aria-rowcount={view.length + 2}
          aria-colcount={columns.length + 1}
          aria-multiselectable="true"
          style={{ '--columns': columns.length } as CSSProperties}
          onFocus={() => setFocused(true)}
          onBlur={event => {
            if (event.currentTarget.contains(event.relatedTarget)) return
            editor.commit()
            setFocused(false)
          }}
          onKeyDown={editor.onKeyDown}
          onCopy={clipboard.onCopy}
          onCut={clipboard.onCut}
          onPaste={clipboard.onPaste}
        >
          <GridHead columns={columns} words={words} />
          <tbody>
            {places.map((place, order) => {
              const shown = rowAt(state, place)
              const gap = place - (places[order - 1] ?? -1) - 1
              return (
                shown && (
                  <Fragment key={shown.id}>
                    {gap > 0 && <tr style={{ height: gap * ROW_HEIGHT }} />}
                    <GridLine
                      id={id}
                      row={shown}
                      place={place}
                      columns={columns}
                      typed={state.typed[shown.id]}
                      findings={(place === at.row ? here : grid.found.get(shown.id)) ?? NO_FINDINGS}
                      left={place >= range.top && place <= range.bottom ? range.left : -1}
                      right={place >= range.top && place <= range.bottom ? range.right : -1}
                      money={as.money}
                      words={words}
                      onPick={editor.pick}
                      active={place === at.row ? at.column : -1}
                      editor={
                        place === at.row && column ? (
                          <CellBox
                            editor={editor}
                            row={shown}
                            column={column}
                            describedBy={`${id}-say`}
                            words={words}
                          />
                        ) : undefined
                      }
                    />
                  </Fragment>
                )
              )
            })}
            {below > 0 && <tr style={{ height: below * ROW_HEIGHT }} />}
          </tbody>
          <SumRow columns={columns} rows={view.flatMap(place => filled[place] ?? [])} words={words} />
        </table>
      </div>
      {view.length === 0 && <p className="soft">{words.t('grid.none')}</p>}
      <div className="grid-say no-print" aria-live="polite">
        {row && column && (
          <>
            <strong>
              {row.name} · {words.nameOf(column)}
            </strong>
            <Messages
              id={`${id}-say`}
              typed={editor.preview ?? state.typed[row.id]?.[column.id]}
              findings={here.filter(one => one.field === undefined || one.field === column.id)}
              words={words}
            />
          </>
        )}
      </div>
    </section>
  )
}

/** The row that has the focus is drawn wherever it is: a box that leaves the page loses what is being written. */
function placesOf({ first, last }: { first: number; last: number }, active: number, count: number): number[] {
  const places = Array.from({ length: Math.max(0, last - first + 1) }, (_, n) => first + n)
  if (active < count && active < first) return [active, ...places]
  return active < count && active > last ? [...places, active] : places
}
