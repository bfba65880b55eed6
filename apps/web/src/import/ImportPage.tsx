import { type ImportPreview, routes } from '@guatu/contract'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorNote } from '../api/ErrorNote.tsx'
import { useApi } from '../api/use-api.ts'
import { IntakePage } from '../intake/IntakePage.tsx'
import { OpenIntakes } from '../intake/OpenIntakes.tsx'
import { useMay } from '../session/me.ts'
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
  const { id, intake } = useSearch({ from: '/import' })
  const many = useMay(routes.addToIntake.name)
  const [files, setFiles] = useState<readonly File[]>([])
  const { past } = useWhen()
  const navigate = useNavigate({ from: '/import' })
  const open = (preview: ImportPreview) => {
    show(preview)
    void navigate({ search: { id: preview.id } })
  }
  const takeMany = (dropped: readonly File[]) => {
    setFiles(dropped)
    void navigate({ search: { intake: crypto.randomUUID() } })
  }
  return (
    <div className={past ? 'page past-frame' : 'page'}>
      <TimeBar bar={undefined} />
      <main className="import">
        <h1>{t('import.title')}</h1>
        {past ? (
          <p>{t('import.past')}</p>
        ) : intake ? (
          <IntakePage
            key={intake}
            id={intake}
            files={files}
            onLeave={() => {
              setFiles([])
              void navigate({ search: {} })
            }}
          />
        ) : id ? (
          <OpenImport id={id} onLeave={() => void navigate({ search: {} })} />
        ) : (
          <>
            <DropFile onRead={open} onMany={many ? takeMany : undefined} />
            {many && <OpenIntakes />}
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
