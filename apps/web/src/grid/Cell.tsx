import type { ReactNode } from 'react'
import type { MoneyUnit } from '../figure/text.ts'
import { type Finding, gravest, SIGNS } from './findings.ts'
import { figureOf, type GridColumn, type GridRow, stateOf, type Typed } from './model/cell.ts'
import { changeText } from './show.ts'
import type { GridWords } from './words.ts'

export interface CellProps {
  readonly id: string
  readonly row: GridRow
  readonly column: GridColumn
  /** Counts from 1 as the grid's roles want it; the project's name is the first. */
  readonly place: number
  readonly typed: Typed | undefined
  readonly findings: readonly Finding[]
  readonly inRange: boolean
  readonly money: MoneyUnit
  readonly words: GridWords
  /** The box, where this is the cell that keys go to. */
  readonly editor?: ReactNode
}

/** One figure: what stands, quietly what was and what is planned, and a sign where something is found. */
export function Cell(props: CellProps) {
  const { id, row, column, place, typed, findings, inRange, money, words, editor } = props
  const known = row.cells[column.id]
  const value = figureOf(row, column.id, typed)
  const severity = typed?.doubt ? 'error' : (gravest(findings) ?? (typed?.note ? 'note' : undefined))
  const change = changeText(column.type, value, known?.last, money)
  const beside = [
    known?.last === undefined ? undefined : words.t('grid.last', { value: words.figure(column, known.last) }),
    change,
    known?.plan === undefined ? undefined : words.t('grid.plan', { value: words.plan(column, known.plan) }),
  ].filter(text => text !== undefined)
  const isNumber = column.type === 'money' || column.type === 'integer' || column.type === 'rate'
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: within a grid a td is a gridcell, which is selected or not
    <td
      id={id}
      aria-colindex={place}
      aria-selected={inRange}
      aria-invalid={severity === 'error' || undefined}
      className={[
        'cell',
        `cell-${stateOf(typed)}`,
        severity && `cell-${severity}`,
        inRange && 'cell-in',
        isNumber && 'number',
      ]
        .filter(Boolean)
        .join(' ')}
    >
      <div className="cell-body">
        {editor ?? (
          <span className="cell-value">{typed?.doubt ? typed.text : words.figure(column, value)}</span>
        )}
        <span className="cell-beside">{beside.join(' ')}</span>
        {severity && (
          <span className="cell-sign" aria-hidden="true">
            {SIGNS[severity]}
          </span>
        )}
      </div>
    </td>
  )
}
