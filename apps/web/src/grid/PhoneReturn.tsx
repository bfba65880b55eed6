import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import type { FilledRow } from './findings.ts'
import type { GridColumn } from './model/cell.ts'
import { PhoneBox } from './PhoneBox.tsx'
import { PhotoSlot } from './PhotoSlot.tsx'
import type { Grid } from './use-grid.ts'
import { useGridWords } from './words.ts'
import './grid.css'

/** One project on each screen, for a thumb at the building site. */
export function PhoneReturn({
  grid,
  onPhotos,
  photos,
  onEnd,
  waiting,
}: {
  grid: Grid
  /** Takes photos of the project; absent where none are wanted. */
  onPhotos?: (project: string, files: readonly File[]) => void
  /** Addresses of the photos that the server has. */
  photos?: (project: string) => readonly string[]
  /** Past the last project: to what sends them. */
  onEnd?: () => void
  /** Those that wait on this device. */
  waiting?: (project: string) => ReactNode
}) {
  const { state, dispatch, filled, found } = grid
  const words = useGridWords(state.as.money)
  const { t } = words
  const [at, setAt] = useState(0)
  const place = Math.min(at, state.rows.length - 1)
  const row = state.rows[place]
  if (!row) return <p className="soft">{t('grid.none')}</p>
  const done = filled.filter(one => hasAmounts(one, state.columns)).length
  const last = place === state.rows.length - 1
  const findings = found.get(row.id) ?? []
  return (
    <section className="phone-return">
      <header>
        <span className="phone-count">{t('grid.count', { place: place + 1, all: state.rows.length })}</span>
        <progress
          max={state.rows.length}
          value={done}
          aria-label={t('grid.done', { count: done, all: state.rows.length })}
        />
        <h2>{row.name}</h2>
        <span className="soft">{t('grid.done', { count: done, all: state.rows.length })}</span>
      </header>
      {state.columns.map(column => (
        <PhoneBox
          key={`${row.id} ${column.id}`}
          row={row}
          column={column}
          typed={state.typed[row.id]?.[column.id]}
          findings={findings.filter(one => one.field === column.id)}
          as={state.as}
          words={words}
          onText={text => dispatch({ do: 'type', project: row.id, field: column.id, text })}
          onWriting={text => grid.writing(row.id, column.id, text)}
        />
      ))}
      {findings
        .filter(one => one.field === undefined)
        .map(one => (
          <p key={one.check} className={`say-${one.severity}`}>
            {words.message(one)}
          </p>
        ))}
      {onPhotos && (
        <PhotoSlot
          kept={photos?.(row.id) ?? []}
          waiting={waiting?.(row.id)}
          words={words}
          onPhotos={files => onPhotos(row.id, files)}
        />
      )}
      <footer>
        <Button size="large" disabled={place === 0} onClick={() => setAt(place - 1)}>
          {t('grid.before')}
        </Button>
        <Button size="large" disabled={state.past.length === 0} onClick={() => dispatch({ do: 'undo' })}>
          {t('grid.undo')}
        </Button>
        <Button
          size="large"
          type="primary"
          disabled={last && !onEnd}
          onClick={() => {
            if (last) return onEnd?.()
            setAt(place + 1)
            window.scrollTo({ top: 0 })
          }}
        >
          {t(last && onEnd ? 'grid.to-end' : 'grid.next')}
        </Button>
      </footer>
    </section>
  )
}

/** Words on progress and problems may stay empty; a project without its amounts is not reported. */
const hasAmounts = ({ figures }: FilledRow, columns: readonly GridColumn[]) =>
  columns.every(({ id, type }) => (type !== 'money' && type !== 'integer') || (figures[id] ?? null) !== null)
