import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { BulkDialog, type Selection } from './BulkDialog.tsx'
import type { Filters } from './filters.ts'
import { queryOf } from './filters.ts'

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
  const [all, setAll] = useState(false)
  const [open, setOpen] = useState(false)
  if (ticked.size === 0) return null
  const { page: _page, sort: _sort, order: _order, ...found } = queryOf(filters)
  const select: Selection = all ? { found } : { ids: [...ticked] }
  return (
    <div className="bulk-bar no-print" role="status">
      <b>{t('bulk.ticked', { count: all ? total : ticked.size })}</b>
      {!all && total > ticked.size && (
        <button type="button" className="plain as-link" onClick={() => setAll(true)}>
          {t('bulk.all-found', { count: total })}
        </button>
      )}
      <Button type="primary" onClick={() => setOpen(true)}>
        {t('bulk.title')}
      </Button>
      <Button
        onClick={() => {
          setAll(false)
          clear()
        }}
      >
        {t('bulk.clear')}
      </Button>
      {open && <BulkDialog select={select} onClose={() => setOpen(false)} />}
    </div>
  )
}
