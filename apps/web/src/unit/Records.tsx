import { type ReorganisationRecord, routes } from '@guatu/contract'
import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { call } from '../api/client.ts'
import { ErrorNote } from '../api/ErrorNote.tsx'
import { refresh, useApi } from '../api/use-api.ts'
import { useDays } from '../figure/use-days.ts'

/** What was changed, newest first, each to be undone as a whole. */
export function Records() {
  const { t } = useTranslation()
  const { data, error } = useApi(routes.listReorganisations)
  return (
    <section className="panel" aria-label={t('reorganise.records')}>
      <h2>{t('reorganise.records')}</h2>
      {error && <ErrorNote error={error} />}
      {data?.records.length === 0 && <p className="soft">{t('reorganise.records-none')}</p>}
      <ul className="rows records">
        {data?.records.map(record => (
          <RecordLine key={record.id} record={record} />
        ))}
      </ul>
    </section>
  )
}

function RecordLine({ record }: { record: ReorganisationRecord }) {
  const { t } = useTranslation()
  const days = useDays()
  const undo = useMutation({
    mutationFn: () => call(routes.undoReorganisation, { params: { id: record.id }, body: {} }),
    onSuccess: refresh,
  })
  return (
    <li>
      <div className={record.undone ? 'line soft' : 'line'}>
        <span>
          {days.day(record.day)} {useSentence(record)}
          <small className="nd">
            {record.reason} · {record.by} · {days.moment(record.at)}
          </small>
        </span>
        {record.undone ? (
          <span>{t('import.undone')}</span>
        ) : (
          <Button size="small" loading={undo.isPending} onClick={() => undo.mutate()}>
            {t('import.undo')}
          </Button>
        )}
      </div>
      {undo.error && <ErrorNote error={undo.error} />}
    </li>
  )
}

/** What was done, in words. */
export function useSentence({ kind, from, to }: ReorganisationRecord): string {
  const { t } = useTranslation()
  return t(`reorganise.did.${kind}`, { from: from.name, to: to?.name ?? t('reorganise.top') })
}
