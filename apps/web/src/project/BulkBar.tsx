import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { BulkDialog, type Selection } from './BulkDialog.tsx'
import { type Filters, queryOf } from './filters.ts'

/** What is ticked and what can be done with it. */
export function BulkBar({
  ticked,
  total,
  filters,
  clear,
}: {
  ticked: ReadonlySet<string>
  total: number
  filters: Filters
  clear: () => void
}) {
  const { t } = useTranslation()
  /** All that is found was chosen while these were ticked: another tick takes it back. */
  const [allWith, setAllWith] = useState<ReadonlySet<string>>()
  const [open, setOpen] = useState(false)
  if (ticked.size === 0) return null
  const all = allWith === ticked
  const { page: _page, sort: _sort, order: _order, ...found } = queryOf(filters)
  const select: Selection = all ? { found } : { ids: [...ticked] }
  return (
    <div className="bulk-bar no-print" role="status">
      <b>{t('bulk.ticked', { count: all ? total : ticked.size })}</b>
      {!all && total > ticked.size && (
        <button type="button" className="plain as-link" onClick={() => setAllWith(ticked)}>
          {t('bulk.all-found', { count: total })}
        </button>
      )}
      <Button type="primary" onClick={() => setOpen(true)}>
        {t('bulk.title')}
      </Button>
      <Button onClick={clear}>{t('bulk.clear')}</Button>
      {open && <BulkDialog select={select} onClose={() => setOpen(false)} />}
    </div>
  )
}
