import { type Response, routes } from '@guatu/contract'
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { call } from '../api/client.ts'
import { ErrorNote } from '../api/ErrorNote.tsx'
import { refresh, useApi } from '../api/use-api.ts'
import { useFigures } from '../figure/use-figures.ts'

type Listed = Response<typeof routes.listBatches>

/** What was imported lately, each to be undone as a whole; and previews begun but not yet written. */
export function Batches() {
  const { t } = useTranslation()
  const query = useApi(routes.listBatches)
  if (!query.data) return query.error ? <ErrorNote error={query.error} /> : null
  const { batches, open } = query.data
  return (
    <>
      {open.length > 0 && (
        <section className="panel">
          <h2>{t('import.open')}</h2>
          <ul className="rows">
            {open.map(one => (
              <OpenLine key={one.id} one={one} />
            ))}
          </ul>
        </section>
      )}
      <section className="panel">
        <h2>{t('import.recent')}</h2>
        {batches.length === 0 ? (
          <p className="soft">{t('import.recent-none')}</p>
        ) : (
          <ul className="rows">
            {batches.map(batch => (
              <Batch key={batch.id} batch={batch} />
            ))}
          </ul>
        )}
      </section>
    </>
  )
}

function OpenLine({ one }: { one: Listed['open'][number] }) {
  const figures = useFigures()
  return (
    <li className="line">
      <Link to="/import" search={{ id: one.id }}>
        {one.fileName}
      </Link>
      <span className="soft">{figures.moment(one.at)}</span>
    </li>
  )
}

function Batch({ batch }: { batch: Listed['batches'][number] }) {
  const { t } = useTranslation()
  const figures = useFigures()
  const undo = useUndoBatch()
  return (
    <li>
      <div className="line">
        <b>{batch.fileName}</b>
        <span className="soft">
          {batch.by} · {figures.moment(batch.at)} ·{' '}
          {t('import.seqs', { first: batch.firstSeq, last: batch.lastSeq })}
        </span>
        {batch.undone ? (
          <span>{t('import.undone')}</span>
        ) : (
          <Button size="small" loading={undo.isPending} onClick={() => undo.mutate(batch.id)}>
            {t('import.undo')}
          </Button>
        )}
      </div>
      {undo.error && <ErrorNote error={undo.error} />}
    </li>
  )
}

export function useUndoBatch() {
  return useMutation({
    mutationFn: (id: string) => call(routes.undoBatch, { params: { id }, body: {} }),
    onSuccess: refresh,
  })
}
