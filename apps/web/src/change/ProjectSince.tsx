import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorNote } from '../api/ErrorNote.tsx'
import { ChangeLines } from './ChangeLines.tsx'
import { SinceSwitch } from './SinceSwitch.tsx'
import { type Since, useChanges, useSinces } from './use-changes.ts'
import './change.css'

/** On a project's page: what changed of it since the reader last looked, or since the last period. */
export function ProjectSince({ project }: { project: string }) {
  const { t } = useTranslation()
  const sinces = useSinces()
  const [chosen, setSince] = useState<Since>('look')
  const since = sinces.includes(chosen) ? chosen : 'period'
  const { data, error, refetch } = useChanges(since, { project })
  const [row] = data?.rows ?? []
  return (
    <section className="panel changes-of" aria-label={t('change.title')}>
      <header>
        <h2>{t('change.title')}</h2>
        <SinceSwitch since={since} moment={data?.since} onChange={setSince} />
      </header>
      {error && <ErrorNote error={error} retry={() => void refetch()} />}
      {row && <ChangeLines row={row} />}
      {data && !row && <p className="soft">{t(data.since ? `change.none.${since}` : 'change.no-look')}</p>}
    </section>
  )
}
