import { type Response, routes } from '@guatu/contract'
import { Select } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorNote } from '../api/ErrorNote.tsx'
import { useApi } from '../api/use-api.ts'
import { useDays } from '../figure/use-days.ts'
import '../return/state.css'
import { Waiting } from '../shell/Waiting.tsx'

type Delivery = Response<typeof routes.listDeliveries>['deliveries'][number]
/** While something waits to go out, which takes seconds. */
const LOOK_AGAIN_MS = 3000
const STATES = ['pending', 'sent', 'failed', 'given-up'] as const

/** Codes by which the server itself refused to send; anything else is what the other side said. */
const REFUSED = ['channel.secret-lost', 'channel.host-not-allowed', 'channel.address-inside'] as const

/** The newest deliveries with their state, how often they were tried and what went wrong. */
export function DeliveryLog() {
  const { t } = useTranslation()
  const [state, setState] = useState<Delivery['state']>()
  const query = useApi(routes.listDeliveries, { query: { state } })
  const waits = query.data?.deliveries.some(one => one.state === 'pending' && !one.waitsForHours) ?? false
  const { refetch } = query
  useEffect(() => {
    if (!waits) return
    const timer = setInterval(() => void refetch(), LOOK_AGAIN_MS)
    return () => clearInterval(timer)
  }, [waits, refetch])
  return (
    <section className="panel" aria-label={t('delivery.title')}>
      <header className="delivery-head">
        <h2>{t('delivery.title')}</h2>
        <Select
          allowClear
          className="delivery-state"
          aria-label={t('delivery.state')}
          placeholder={t('delivery.state')}
          value={state}
          options={STATES.map(value => ({ value, label: t(`delivery.state.${value}`) }))}
          onChange={setState}
        />
      </header>
      {query.error && <ErrorNote error={query.error} retry={() => void query.refetch()} />}
      {query.isPending && <Waiting />}
      {query.data?.deliveries.length === 0 && <p className="soft">{t('delivery.none')}</p>}
      <ul className="rows">
        {query.data?.deliveries.map(one => (
          <Line key={`${one.key} ${one.channel}`} one={one} />
        ))}
      </ul>
    </section>
  )
}

function Line({ one }: { one: Delivery }) {
  const { t } = useTranslation()
  const days = useDays()
  const refused = REFUSED.find(code => code === one.error)
  const error = refused ? t(`delivery.refused.${refused}`) : one.error
  return (
    <li className="channel-line">
      <span className="soft">{days.moment(one.sentAt ?? one.madeAt)}</span>
      <span>{t(`channel.name.${one.channel}`)}</span>
      <span>
        {one.title} <span className="soft">{one.to ?? t('delivery.group')}</span>
      </span>
      <strong className={one.state === 'failed' || one.state === 'given-up' ? 'days-late' : undefined}>
        {t(`delivery.state.${one.state}`)}
      </strong>
      {error !== null && one.state !== 'sent' && (
        <span className="soft">{t('delivery.error', { count: one.attempts, error })}</span>
      )}
      {(one.state === 'failed' || one.waitsForHours) && one.nextTryAt !== null && (
        <span className="soft">
          {t(one.waitsForHours ? 'delivery.hours' : 'delivery.next', { at: days.moment(one.nextTryAt) })}
        </span>
      )}
    </li>
  )
}
