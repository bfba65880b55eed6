import { routes, type SendHoursSaid } from '@guatu/contract'
import { Button } from 'antd'
import type { TFunction } from 'i18next'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorNote } from '../api/ErrorNote.tsx'
import { useApi } from '../api/use-api.ts'
import { useDays } from '../figure/use-days.ts'
import { Waiting } from '../shell/Waiting.tsx'
import type { Sending } from './data.ts'
import { SendingForm } from './SendingForm.tsx'

/** When words leave the house, how long they are kept, and who said so. */
export function SendingPanel() {
  const { t } = useTranslation()
  const query = useApi(routes.getSending)
  const [editing, setEditing] = useState(false)
  const { data } = query
  return (
    <section className="panel" aria-label={t('sending.title')}>
      <header className="channel-line">
        <h2>{t('sending.title')}</h2>
        {data && (
          <Button size="small" onClick={() => setEditing(true)}>
            {t('channel.edit')}
          </Button>
        )}
      </header>
      <p className="soft">{t('sending.means', { zone: zoneName(data?.timeZone, t) })}</p>
      {query.error && <ErrorNote error={query.error} retry={() => void query.refetch()} />}
      {query.isPending && <Waiting />}
      {data && <Lines sending={data} />}
      {editing && data && <SendingForm sending={data} onClose={() => setEditing(false)} />}
    </section>
  )
}

function Lines({ sending: { usual, urgent, urgentKinds, keepDays } }: { sending: Sending }) {
  const { t } = useTranslation()
  const days = useDays()
  const hours = ({ from, to, days: on }: SendHoursSaid) => t(`sending.hours.${on}`, { from, to })
  const source = (said: Sending['usual']['source']) =>
    said ? t('channel.changed', { by: said.by, at: days.moment(said.at) }) : t('sending.default')
  const kinds = urgentKinds.value.map(kind => t(`notice.kind.${kind}`)).join(t('setup.and'))
  const lines = [
    [t('sending.usual'), hours(usual.value), source(usual.source)],
    [t('sending.urgent-kinds'), kinds || t('sending.urgent-none'), source(urgentKinds.source)],
    [t('sending.urgent'), hours(urgent.value), source(urgent.source)],
    [t('sending.keep'), t('sending.keep-days', { days: keepDays.value }), source(keepDays.source)],
  ]
  return (
    <ul className="rows">
      {lines.map(([name, value, by]) => (
        <li key={name} className="channel-line">
          <strong>{name}</strong>
          <span>{value}</span>
          <span className="soft">{by}</span>
        </li>
      ))}
    </ul>
  )
}

/** China's one time goes by another name than its zone. */
const zoneName = (zone: string | undefined, t: TFunction) =>
  zone === 'Asia/Shanghai' ? t('sending.beijing') : (zone ?? '')
