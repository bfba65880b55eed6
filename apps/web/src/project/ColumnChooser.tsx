import { Button, Checkbox, Popover } from 'antd'
import { useTranslation } from 'react-i18next'
import { useTelling } from '../light/use-telling.ts'
import { columnsOf } from './cells.tsx'
import { allColumns, columnsText } from './columns.ts'
import type { Filters } from './filters.ts'

/** Which columns stand in the table and in its sheet; the plan's own fields among them. */
export function ColumnChooser({
  shown,
  filters,
  go,
}: {
  shown: readonly string[]
  filters: Filters
  go: (next: Filters) => void
}) {
  const { t } = useTranslation()
  const telling = useTelling()
  const { vocabulary } = telling
  const set = (columns: readonly string[]) => go({ ...filters, columns: columnsText(columns, vocabulary) })
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      content={
        <div className="column-chooser">
          <Checkbox.Group
            value={[...shown]}
            onChange={values => values.length > 0 && set(values.map(String))}
            options={columnsOf(allColumns(vocabulary), telling).map(({ id, label }) => ({
              value: id,
              label,
            }))}
          />
          <Button size="small" onClick={() => go({ ...filters, columns: undefined })}>
            {t('project.usual-columns')}
          </Button>
        </div>
      }
    >
      <Button>{t('project.columns')}</Button>
    </Popover>
  )
}
