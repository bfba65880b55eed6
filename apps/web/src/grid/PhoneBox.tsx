import { useId, useState } from 'react'
import { STAGE_ORDER } from '../light/reason.ts'
import type { Finding } from './findings.ts'
import { Messages } from './Messages.tsx'
import { figureOf, type GridColumn, type GridRow, type Typed } from './model/cell.ts'
import { typedText } from './model/put.ts'
import type { ReadAs } from './model/read-cell.ts'
import { changeText } from './show.ts'
import type { GridWords } from './words.ts'

/** A box as wide as the screen. The text is told when the box is left, so that one box is one undo. */
export function PhoneBox({
  row,
  column,
  typed,
  findings,
  as,
  words,
  onText,
  onWriting,
}: {
  row: GridRow
  column: GridColumn
  typed: Typed | undefined
  findings: readonly Finding[]
  as: ReadAs
  words: GridWords
  onText: (text: string) => void
  /** With every key, before the box is left. */
  onWriting: (text: string) => void
}) {
  const id = useId()
  const [written, setWritten] = useState<string>()
  const stands = typedText(row, column, typed, as)
  const value = figureOf(row, column.id, typed)
  const known = row.cells[column.id]
  const change = changeText(column.type, value, known?.last, as.money)
  const unit = words.unitOf(column)
  const shared = {
    id,
    className: 'phone-box',
    'aria-describedby': `${id}-say`,
    'aria-invalid': typed?.doubt !== undefined,
  }
  const leave = () => {
    if (written !== undefined && written !== stands) onText(written)
    setWritten(undefined)
  }
  const writing = {
    ...shared,
    value: written ?? stands,
    onChange: (event: { target: { value: string } }) => {
      setWritten(event.target.value)
      onWriting(event.target.value)
    },
    onBlur: leave,
  }
  return (
    <div className="phone-field">
      <label htmlFor={id}>
        {words.nameOf(column)}
        {unit && <span className="soft"> {unit}</span>}
      </label>
      {column.type === 'stage' ? (
        <select
          {...shared}
          value={typeof value === 'string' ? value : ''}
          onChange={event => onText(event.target.value)}
        >
          <option value="">{words.t('none.not-reported')}</option>
          {STAGE_ORDER.map(stage => (
            <option key={stage} value={stage}>
              {words.stage(stage)}
            </option>
          ))}
        </select>
      ) : column.type === 'text' ? (
        <textarea {...writing} rows={3} />
      ) : (
        <input
          {...writing}
          type="text"
          inputMode={column.type === 'day' ? undefined : 'decimal'}
          autoComplete="off"
        />
      )}
      <p className="soft phone-known">
        {known?.last !== undefined && (
          <span>{words.t('grid.last', { value: words.figure(column, known.last) })}</span>
        )}
        {change && <span>{change}</span>}
        {known?.plan !== undefined && (
          <span>{words.t('grid.plan', { value: words.plan(column, known.plan) })}</span>
        )}
      </p>
      <Messages id={`${id}-say`} typed={typed} findings={findings} words={words} />
    </div>
  )
}
