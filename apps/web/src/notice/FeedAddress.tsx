import { routes } from '@guatu/contract'
import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { call } from '../api/client.ts'
import { ErrorNote } from '../api/ErrorNote.tsx'
import { refresh } from '../api/use-api.ts'
import { useDays } from '../figure/use-days.ts'

/** Due days in one's own calendar program. The address is shown when it is made, and never again. */
export function FeedAddress({ since }: { since: string | null }) {
  const { t } = useTranslation()
  const days = useDays()
  const renew = useMutation({ mutationFn: () => call(routes.renewFeed), onSuccess: refresh })
  const revoke = useMutation({
    mutationFn: () => call(routes.revokeFeed),
    onSuccess: () => {
      renew.reset()
      return refresh()
    },
  })
  const error = renew.error ?? revoke.error
  return (
    <div className="field">
      <strong>{t('reach.feed')}</strong>
      <p className="soft">
        {since === null ? t('reach.feed-none') : t('reach.feed-since', { at: days.moment(since) })}
      </p>
      {renew.data && (
        <p>
          {t('reach.feed-once')}
          <br />
          <code>{`${window.location.origin}${renew.data.path}`}</code>
        </p>
      )}
      <span className="beside">
        <Button loading={renew.isPending} onClick={() => renew.mutate()}>
          {since === null ? t('reach.feed-make') : t('reach.feed-renew')}
        </Button>
        {since !== null && (
          <Button danger loading={revoke.isPending} onClick={() => revoke.mutate()}>
            {t('reach.feed-revoke')}
          </Button>
        )}
      </span>
      {error && <ErrorNote error={error} />}
    </div>
  )
}
