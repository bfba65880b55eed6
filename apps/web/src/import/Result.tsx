import { type ImportPreview, type Response, routes } from '@guatu/contract'
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { call } from '../api/client.ts'
import { ErrorNote } from '../api/ErrorNote.tsx'
import { refresh } from '../api/use-api.ts'
import { useUndoBatch } from './Batches.tsx'

type Committed = Response<typeof routes.commitImport>
const COUNTS = ['new', 'update', 'unchanged', 'decide', 'bad', 'left'] as const

/** Step four: what will happen, then that it has happened, with the way back. */
export function Result({ preview, waiting }: { preview: ImportPreview; waiting: boolean }) {
  const { t } = useTranslation()
  const { id } = preview
  const commit = useMutation({
    mutationFn: () => call(routes.commitImport, { params: { id }, body: {} }),
    onSettled: refresh,
  })
  return (
    <section className="panel">
      <h2>{t('import.step.result')}</h2>
      <p className="counts">
        {COUNTS.map(count => (
          <span key={count}>
            {t(`import.count.${count}`)} <b>{preview.counts[count]}</b>
          </span>
        ))}
      </p>
      {commit.error && <ErrorNote error={commit.error} />}
      {preview.state === 'open' && (
        <>
          {preview.counts.decide > 0 && (
            <p>{t('import.still-to-decide', { count: preview.counts.decide })}</p>
          )}
          <Button
            type="primary"
            size="large"
            disabled={!preview.canCommit || waiting}
            loading={commit.isPending}
            onClick={() => commit.mutate()}
          >
            {t('import.commit')}
          </Button>
        </>
      )}
      {preview.state !== 'open' && <Done preview={preview} committed={commit.data} />}
    </section>
  )
}

function Done({ preview, committed }: { preview: ImportPreview; committed?: Committed }) {
  const { t } = useTranslation()
  const undo = useUndoBatch()
  const { batch } = preview
  if (preview.state === 'undone') return <p role="status">{t('import.batch-undone')}</p>
  return (
    <>
      <p role="status">
        {committed
          ? t('import.written', {
              accepted: committed.accepted,
              left: committed.left,
              first: committed.firstSeq,
              last: committed.lastSeq,
            })
          : t('import.written-before')}
      </p>
      {undo.error && <ErrorNote error={undo.error} />}
      <p className="after">
        <Link to="/" search={{}}>
          {t('import.to-board')}
        </Link>
        {batch && (
          <Button loading={undo.isPending} onClick={() => undo.mutate(batch)}>
            {t('import.undo')}
          </Button>
        )}
      </p>
    </>
  )
}
