import type { ImportPreview } from '@guatu/contract'
import { MONEY_UNITS } from '@guatu/kernel'
import { Select, Tag } from 'antd'
import { useTranslation } from 'react-i18next'
import { usePick } from '../language/index.ts'
import { fieldType } from '../light/reason.ts'
import { useVocabulary } from '../session/me.ts'
import type { Decide } from './use-decide.ts'

type Column = ImportPreview['columns'][number]
const UNITS = Object.keys(MONEY_UNITS)

/** Column by column: what it holds, in which unit, and a few of its cells to judge by. */
export function Columns({ preview, decide }: { preview: ImportPreview; decide: Decide }) {
  const { t } = useTranslation()
  const pick = usePick()
  const fields = preview.fields.map(field => ({ value: field.id, label: pick(field) }))
  const set = (changed: Column) =>
    decide.choose({
      columns: preview.columns.map(one => {
        const { column, field, unit } = one.column === changed.column ? changed : one
        return { column, field, unit }
      }),
    })
  return (
    <div className="table-wrap columns">
      <table className="grid">
        <thead>
          <tr>
            <th scope="col">{t('entry.column')}</th>
            <th scope="col">{t('entry.header')}</th>
            <th scope="col">{t('import.field')}</th>
            <th scope="col">{t('import.unit')}</th>
            <th scope="col">{t('import.samples')}</th>
          </tr>
        </thead>
        <tbody>
          {preview.columns.map(column => (
            <tr key={column.column} className={column.sure ? undefined : 'doubtful'}>
              <td>{column.letter}</td>
              <th scope="row">
                {column.header} {column.computed && <Tag>{t('import.computed')}</Tag>}
                {!column.sure && <Tag color="warning">{t('import.doubtful')}</Tag>}
              </th>
              <td>
                <Select
                  allowClear
                  showSearch={{ optionFilterProp: 'label' }}
                  aria-label={t('import.field-of', { header: column.header })}
                  placeholder={t('import.not-taken')}
                  value={column.field}
                  options={fields}
                  popupMatchSelectWidth={false}
                  onChange={(field?: string) => set({ ...column, field: field ?? null })}
                />
              </td>
              <td>
                <UnitSelect column={column} fields={preview.fields} set={set} />
              </td>
              <td className="soft">{column.samples.join(' / ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function UnitSelect({
  column,
  fields,
  set,
}: {
  column: Column
  fields: ImportPreview['fields']
  set: (column: Column) => void
}) {
  const { t } = useTranslation()
  const vocabulary = useVocabulary()
  const own = fields.find(one => one.id === column.field)?.type
  const money = column.field !== null && (own ?? fieldType(column.field, vocabulary)) === 'money'
  if (!money && column.unit === null) return null
  const units = column.unit && !UNITS.includes(column.unit) ? [column.unit, ...UNITS] : UNITS
  return (
    <Select
      aria-label={t('import.unit-of', { header: column.header })}
      value={column.unit}
      status={column.unit ? undefined : 'error'}
      placeholder={t('import.choose')}
      options={units.map(unit => ({ value: unit, label: unit }))}
      popupMatchSelectWidth={false}
      onChange={(unit: string) => set({ ...column, unit })}
    />
  )
}
