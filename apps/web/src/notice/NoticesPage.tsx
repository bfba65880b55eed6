import { routes } from '@guatu/contract'
import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { call } from '../api/client.ts'
import { ErrorNote } from '../api/ErrorNote.tsx'
import { refresh, useApi } from '../api/use-api.ts'
import { Waiting } from '../shell/Waiting.tsx'
import { NoticeLine } from './NoticeLine.tsx'
import { Reach } from './Reach.tsx'
import './notice.css'

/** What one was told, newest first, and where else one wants to be told. */
export function NoticesPage() {
  const { t } = useTranslation()
  const query = useApi(routes.listNotices)
  const read = useMutation({
    mutationFn: (keys?: string[]) => call(routes.readNotices, { body: { keys } }),
    onSuccess: refresh,
  })
  return (
    <div className="page">
      <main className="notices-page">
        <section className="panel notices" aria-label={t('notice.title')}>
          <header>
            <h1>{t('notice.title')}</h1>
            {query.data && query.data.unread > 0 && (
              <>
                <span className="soft">{t('notice.unread', { count: query.data.unread })}</span>
                <Button size="small" loading={read.isPending} onClick={() => read.mutate(undefined)}>
                  {t('notice.read-all')}
                </Button>
              </>
            )}
          </header>
          {query.error && <ErrorNote error={query.error} retry={() => void query.refetch()} />}
          {read.error && <ErrorNote error={read.error} />}
          {query.isPending && <Waiting />}
          {query.data?.notices.length === 0 && <p className="soft">{t('notice.none')}</p>}
          <ul className="rows">
            {query.data?.notices.map(notice => (
              <NoticeLine key={notice.key} notice={notice} onRead={() => read.mutate([notice.key])} />
            ))}
          </ul>
        </section>
        <Reach />
      </main>
    </div>
  )
}
