import { type ReplayAsked, routes } from '@guatu/contract'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../api/client.ts'
import { ErrorNote } from '../api/ErrorNote.tsx'
import { useApi } from '../api/use-api.ts'
import { Page } from '../shell/Page.tsx'
import { Waiting } from '../shell/Waiting.tsx'
import { Findings } from './Findings.tsx'
import { Outcome } from './Outcome.tsx'
import { TriedForm } from './TriedForm.tsx'
import './replay.css'

/** Past periods under a changed line or another plan, side by side with how they were judged; nothing is written. */
export function ReplayPage() {
  const { t } = useTranslation()
  const form = useApi(routes.getReplayForm)
  const [asked, setAsked] = useState<ReplayAsked>()
  const answer = useQuery({
    queryKey: [routes.runReplay.name, asked],
    queryFn: ({ signal }) => call(routes.runReplay, { ...(asked ? { body: asked } : {}), signal }),
    enabled: asked !== undefined,
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  })
  const { data, error } = answer
  return (
    <Page query={form} className="replay">
      {given => (
        <>
          <section className="panel" aria-label={t('replay.title')}>
            <h1>{t('replay.title')}</h1>
            <p className="soft">{t('replay.means')}</p>
            <TriedForm form={given} busy={answer.isFetching} onRun={setAsked} />
          </section>
          <div className="replay-outcome" aria-live="polite" aria-busy={answer.isFetching}>
            {!asked && <p className="panel soft">{t('replay.empty')}</p>}
            {error && <ErrorNote error={error} retry={() => void answer.refetch()} />}
            {asked && !data && !error && <Waiting />}
            {data && !error && data.findings.length > 0 && <Findings findings={data.findings} />}
            {data?.replay && asked && !error && (
              <Outcome replay={data.replay} asked={asked} onAsk={setAsked} />
            )}
          </div>
        </>
      )}
    </Page>
  )
}
