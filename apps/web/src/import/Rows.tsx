import type { ImportPreview } from '@guatu/contract'
import { periodKind } from '@guatu/kernel'
import { Checkbox, Tag } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFigures } from '../figure/use-figures.ts'
import { useTelling } from '../light/use-telling.ts'
import { changeName, changeText } from './change-text.ts'
import { Findings } from './Findings.tsx'

type Row = ImportPreview['rows'][number]
const FRAME = new Set<Row['kind']>(['title', 'header', 'blank', 'note', 'section'])
const FIRST = 200

/** Row by row: what will become of it. Titles, heads and blanks are there too, for those who count. */
export function Rows({ preview }: { preview: ImportPreview }) {
  const { t } = useTranslation()
  const [whole, setWhole] = useState(false)
  const [all, setAll] = useState(false)
  const wanted = preview.rows.filter(row => whole || !FRAME.has(row.kind))
  const shown = all ? wanted : wanted.slice(0, FIRST)
  return (
    <section className="panel">
      <header>
        <h2>{t('import.rows')}</h2>
        <Checkbox checked={whole} onChange={event => setWhole(event.target.checked)}>
          {t('import.rows-frame')}
        </Checkbox>
      </header>
      <div className="table-wrap import-rows">
        <table className="grid">
          <thead>
            <tr>
              <th scope="col" className="number">
                {t('import.row')}
              </th>
              <th scope="col">{t('import.kind')}</th>
              <th scope="col">{t(preview.holds === 'reported' ? 'import.period' : 'project.name')}</th>
              <th scope="col">{t('import.change')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map(row => (
              <RowLine key={row.row} row={row} fields={preview.fields} holds={preview.holds} />
            ))}
          </tbody>
        </table>
      </div>
      {preview.rowsLeftOut > 0 && (
        <p className="soft">{t('import.rows-left-out', { count: preview.rowsLeftOut })}</p>
      )}
      {wanted.length > shown.length && (
        <button type="button" className="plain as-link" onClick={() => setAll(true)}>
          {t('import.rows-more', { count: wanted.length - shown.length })}
        </button>
      )}
    </section>
  )
}

function RowLine({ row, fields, holds }: { row: Row } & Pick<ImportPreview, 'fields' | 'holds'>) {
  const { t } = useTranslation()
  const figures = useFigures()
  const named = holds === 'reported' && !FRAME.has(row.kind) && periodKind(row.name)
  return (
    <tr className={`row-${row.kind}`}>
      <td className="number">{row.row}</td>
      <td>{row.decision === 'skip' ? t('import.leave-out') : t(`import.kind.${row.kind}`)}</td>
      <th scope="row">{named ? figures.period(row.name) : row.name}</th>
      <td>
        <Changes row={row} fields={fields} />
        {row.subtotal.map(one => (
          <p key={one.header}>
            {one.header}{' '}
            {one.agrees === null
              ? t('import.subtotal-unchecked', { states: one.states })
              : t('import.subtotal', { states: one.states, parts: one.parts })}{' '}
            {one.agrees !== null && (
              <Tag color={one.agrees ? undefined : 'error'}>
                {t(one.agrees ? 'import.agrees' : 'import.disagrees')}
              </Tag>
            )}
          </p>
        ))}
        <Findings findings={row.findings} />
      </td>
    </tr>
  )
}

function Changes({ row, fields }: { row: Row; fields: ImportPreview['fields'] }) {
  const { t } = useTranslation()
  const telling = useTelling()
  return row.changes.map(change => {
    const after = changeText(change.field, change.after, telling, fields)
    const before =
      change.before === null ? undefined : changeText(change.field, change.before, telling, fields)
    return (
      <span key={change.field} className="change">
        <span className="soft">{changeName(change.field, fields, telling)}</span>{' '}
        {before !== undefined && before !== after && <s>{before}</s>} <b>{after}</b>
        {change.computed && <Tag>{t('import.computed')}</Tag>}
      </span>
    )
  })
}
