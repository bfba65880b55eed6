import { Button } from 'antd'
import { useId } from 'react'
import { SIGNS, viewOf } from './findings.ts'
import type { Filter } from './model/state.ts'
import type { Grid } from './use-grid.ts'
import type { GridWords } from './words.ts'

const FILTERS: readonly Filter[] = ['all', 'findings', 'empty']

/** Which rows are shown, what is found in all of them, undo and redo. */
export function GridBar({ grid, words }: { grid: Grid; words: GridWords }) {
  const { state, dispatch, filled, found } = grid
  const { t } = words
  const choose = useId()
  const findings = [...found.values()].flat()
  const count = (severity: 'error' | 'warning') => findings.filter(one => one.severity === severity).length
  const bad = filled.reduce(
    (sum, row) => sum + Object.values(row.states).filter(one => one === 'bad').length,
    0,
  )
  const empty = filled.reduce(
    (sum, row) => sum + Object.values(row.figures).filter(one => one === null).length,
    0,
  )
  return (
    <div className="grid-bar no-print">
      <label htmlFor={choose}>{t('grid.show')}</label>
      <select
        id={choose}
        value={state.filter}
        onChange={event => {
          const next = FILTERS.find(one => one === event.target.value) ?? 'all'
          dispatch({ do: 'show', filter: next, view: viewOf(next, filled, found) })
        }}
      >
        {FILTERS.map(one => (
          <option key={one} value={one}>
            {t(`grid.view.${one}`)}
          </option>
        ))}
      </select>
      <span role="status">
        <span className="say-error">
          {SIGNS.error} {t('grid.errors', { count: count('error') + bad })}
        </span>{' '}
        <span className="say-warning">
          {SIGNS.warning} {t('grid.warnings', { count: count('warning') })}
        </span>{' '}
        <span className="soft">{t('grid.empty-boxes', { count: empty })}</span>
      </span>
      <Button size="small" disabled={state.past.length === 0} onClick={() => dispatch({ do: 'undo' })}>
        {t('grid.undo')}
      </Button>
      <Button size="small" disabled={state.future.length === 0} onClick={() => dispatch({ do: 'redo' })}>
        {t('grid.redo')}
      </Button>
      <span className="soft">{t('grid.keys')}</span>
    </div>
  )
}
