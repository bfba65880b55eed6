import { type MouseEvent, memo, type ReactNode } from 'react'
import type { MoneyUnit } from '../figure/text.ts'
import { Cell } from './Cell.tsx'
import type { Finding } from './findings.ts'
import type { GridColumn, GridRow, Typed } from './model/cell.ts'
import type { Place } from './model/state.ts'
import type { GridWords } from './words.ts'

/** One project. `left` to `right` is the part of the range in this row, -1 for none. */
export const GridLine = memo(function GridLine({
  id,
  row,
  place,
  columns,
  typed,
  findings,
  left,
  right,
  active,
  money,
  words,
  editor,
  onPick,
}: {
  id: string
  row: GridRow
  place: number
  columns: readonly GridColumn[]
  typed: Readonly<Record<string, Typed>> | undefined
  findings: readonly Finding[]
  left: number
  right: number
  active: number
  money: MoneyUnit
  words: GridWords
  editor: ReactNode
  onPick: (event: MouseEvent, to: Place) => void
}) {
  const columnOf = (event: MouseEvent) => {
    const cell = event.target instanceof Element ? event.target.closest('td') : null
    return cell ? Number(cell.getAttribute('aria-colindex')) - 2 : -1
  }
  const pick = (event: MouseEvent) => {
    const column = columnOf(event)
    if (column >= 0) onPick(event, { row: place, column })
  }
  return (
    <tr aria-rowindex={place + 2} onMouseDown={pick} onMouseMove={pick} onDoubleClick={pick}>
      <th className="cell-head" scope="row" aria-colindex={1} title={row.name}>
        <span className="cell-value">{row.name}</span>
        {row.code && <span className="cell-beside">{row.code}</span>}
      </th>
      {columns.map((column, at) => (
        <Cell
          key={column.id}
          id={`${id}-${place}-${at}`}
          row={row}
          column={column}
          place={at + 2}
          typed={typed?.[column.id]}
          findings={findings.filter(one => one.field === column.id)}
          inRange={at >= left && at <= right}
          money={money}
          words={words}
          editor={at === active ? editor : undefined}
        />
      ))}
    </tr>
  )
})
