import { routes } from '@guatu/contract'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { callFile } from '../api/client.ts'
import { ErrorNote } from '../api/ErrorNote.tsx'
import { saveFile } from '../api/save-file.ts'
import { useApi } from '../api/use-api.ts'
import { useStoppable } from '../api/use-stoppable.ts'
import { useFigures } from '../figure/use-figures.ts'
import { Waiting } from '../shell/Waiting.tsx'
import { timesOf, useWhen } from '../time/when.ts'
import type { DocumentKind, Preview } from './data.ts'
import { IssueDialog } from './IssueDialog.tsx'
import { Making } from './Making.tsx'
import { Paper } from './Paper.tsx'

/** The document on screen with what can be done with it. */
export function Sheet({
  kind,
  period,
  issues,
}: {
  kind: DocumentKind
  period: { readonly period: string; readonly closed: boolean } | undefined
  issues: boolean
}) {
  const { t } = useTranslation()
  const when = useWhen()
  const [issuing, setIssuing] = useState(false)
  const which = { kind: kind.id, ...(period ? { period: period.period } : timesOf(when)) }
  const query = useApi(routes.previewDocument, { query: which })
  const file = useStoppable(
    (format: DocumentKind['formats'][number], signal) =>
      callFile(routes.downloadDocument, { query: { ...which, format }, signal }),
    { onSuccess: saveFile },
  )
  return (
    <section className="document-sheet" aria-busy={query.isFetching}>
      <div className="bulletin-acts no-print">
        {issues && period?.closed && query.data?.state.frozen && (
          <Button type="primary" onClick={() => setIssuing(true)}>
            {t(kind.numbered ? 'document.issue' : 'document.keep')}
          </Button>
        )}
        {kind.formats.map(format => (
          <Button key={format} onClick={() => file.mutate(format)}>
            {t(`document.download.${format}`)}
          </Button>
        ))}
        <Button onClick={() => window.print()}>{t('document.print')}</Button>
      </div>
      {file.isPending && <Making key={file.variables} what={`.${file.variables}`} onStop={file.stop} />}
      {file.stopped && (
        <p className="making no-print" role="status">
          {t('document.stopped')}
        </p>
      )}
      {file.error && <ErrorNote error={file.error} />}
      {query.data && <Mark state={query.data.state} closed={period?.closed === true} />}
      {query.error && <ErrorNote error={query.error} retry={() => void query.refetch()} />}
      {query.data ? <Paper data={query.data} /> : query.isPending && <Waiting />}
      {issuing && period && (
        <IssueDialog kind={kind} period={period.period} onClose={() => setIssuing(false)} />
      )}
    </section>
  )
}

/** Draft or frozen, and where the figures stand. */
function Mark({ state, closed }: { state: Preview['state']; closed: boolean }) {
  const { t } = useTranslation()
  const figures = useFigures()
  const asOf = { asOf: figures.day(state.asOf), seq: state.seq }
  if (state.frozen)
    return (
      <p className="document-mark no-print">
        <b>{t('document.frozen')}</b> {t('document.frozen-means', asOf)}{' '}
        <code>{state.hash.slice(0, 12)}</code>
      </p>
    )
  return (
    <p className="document-mark no-print">
      <b>{t('document.draft')}</b> {t(closed ? 'document.differs' : 'document.draft-means', asOf)}
    </p>
  )
}
