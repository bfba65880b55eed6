import { Button } from 'antd'
import type { GridState } from './model/state.ts'
import type { PastePlan } from './paste/plan.ts'
import type { GridWords } from './words.ts'

/** What a paste did and what it left, place by place; nothing of the clipboard is missing here. */
export function PasteNote({
  plan,
  state,
  words,
  go,
  close,
}: {
  plan: PastePlan
  state: GridState
  words: GridWords
  go: (project: string, field: string) => void
  close: () => void
}) {
  const { t } = words
  const projectName = (id: string | undefined) => state.rows.find(row => row.id === id)?.name ?? ''
  const columnName = (id: string | undefined) => {
    const column = state.columns.find(one => one.id === id)
    return column ? words.nameOf(column) : ''
  }
  return (
    <section className="paste-note no-print" role="status">
      <p>
        {t('grid.pasted', { count: plan.cells.length - plan.doubts.length, blank: plan.blank })}{' '}
        {t(`grid.by.${plan.by}`)}{' '}
        <Button size="small" onClick={close}>
          {t('grid.close')}
        </Button>
      </p>
      {(plan.hiddenRows > 0 || plan.hiddenColumns > 0) && (
        <p>{t('grid.hidden', { rows: plan.hiddenRows, columns: plan.hiddenColumns })}</p>
      )}
      <ul>
        {plan.columns.map(({ column, header, why, perhaps }) => (
          <li key={`c${column}`}>
            {t('grid.left-column', { number: column + 1, header })}
            {t(`grid.column.${why}`, { field: columnName(perhaps) })}
          </li>
        ))}
        {plan.rows.map(({ row, text, why, perhaps }) => (
          <li key={`r${row}`}>
            {t('grid.left-row', { number: row, text })}
            {t(`grid.row.${why}`)}
            {why === 'unknown' && perhaps && t('grid.perhaps', { name: projectName(perhaps) })}
          </li>
        ))}
        {[...plan.doubts, ...plan.notes].map(({ row, project, field, text, code }) => (
          <li key={`d${row} ${field} ${code}`}>
            <button type="button" className="plain as-link" onClick={() => go(project, field)}>
              {projectName(project)} · {columnName(field)}
            </button>{' '}
            {t('grid.read-text', { text })}
            {code === 'last-day' || code === 'rounded' ? t(`grid.note.${code}`) : t(`grid.doubt.${code}`)}
          </li>
        ))}
      </ul>
    </section>
  )
}
