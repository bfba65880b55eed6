import { type ImportPreview, routes } from '@guatu/contract'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ErrorNote } from '../api/ErrorNote.tsx'
import { useApi } from '../api/use-api.ts'
import { Waiting } from '../shell/Waiting.tsx'
import { TimeBar } from '../time/TimeBar.tsx'
import { useWhen } from '../time/when.ts'
import { Batches } from './Batches.tsx'
import { DropFile } from './DropFile.tsx'
import { Preview } from './Preview.tsx'
import { show } from './show.ts'
import './import.css'

/** Four steps on one page: the file, what was recognised, what must be decided, the result with its undo. */
export function ImportPage() {
  const { t } = useTranslation()
  const { id } = useSearch({ from: '/import' })
  const { past } = useWhen()
  const navigate = useNavigate({ from: '/import' })
  const open = (preview: ImportPreview) => {
    show(preview)
    void navigate({ search: { id: preview.id } })
  }
  return (
    <div className={past ? 'page past-frame' : 'page'}>
      <TimeBar bar={undefined} />
      <main className="import">
        <h1>{t('import.title')}</h1>
        {past ? (
          <p>{t('import.past')}</p>
        ) : id ? (
          <OpenImport id={id} onLeave={() => void navigate({ search: {} })} />
        ) : (
          <>
            <DropFile onRead={open} />
            <Batches />
          </>
        )}
      </main>
    </div>
  )
}

function OpenImport({ id, onLeave }: { id: string; onLeave: () => void }) {
  const query = useApi(routes.getImport, { params: { id } })
  if (query.error) return <ErrorNote error={query.error} retry={() => void query.refetch()} />
  return query.data ? <Preview key={id} preview={query.data} onLeave={onLeave} /> : <Waiting />
}
