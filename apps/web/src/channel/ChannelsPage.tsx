import { type Response, routes } from '@guatu/contract'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorNote } from '../api/ErrorNote.tsx'
import { useApi } from '../api/use-api.ts'
import { useDays } from '../figure/use-days.ts'
import { Waiting } from '../shell/Waiting.tsx'
import { ChannelForm } from './ChannelForm.tsx'
import { DeliveryLog } from './DeliveryLog.tsx'
import { SendingPanel } from './SendingPanel.tsx'
import { TestButton } from './TestButton.tsx'
import '../person/person.css'
import './channel.css'

type Kept = Response<typeof routes.getChannels>['channels'][number]

/** By which ways notices leave the house, and what became of them. */
export function ChannelsPage() {
  const { t } = useTranslation()
  const query = useApi(routes.getChannels)
  const [editing, setEditing] = useState<Kept>()
  return (
    <div className="page">
      <main className="channels">
        <section className="panel" aria-label={t('channel.title')}>
          <h1>{t('channel.title')}</h1>
          <p className="soft">{t('channel.means')}</p>
          {query.error && <ErrorNote error={query.error} retry={() => void query.refetch()} />}
          {query.isPending && <Waiting />}
          <ul className="rows">
            {query.data?.channels.map(kept => (
              <ChannelLine key={kept.setting.channel} kept={kept} onEdit={() => setEditing(kept)} />
            ))}
          </ul>
        </section>
        <SendingPanel />
        <DeliveryLog />
        {editing && (
          <ChannelForm
            setting={editing.setting}
            lost={editing.fault === 'channel.secret-lost' || editing.fault === 'channel.no-key'}
            onClose={() => setEditing(undefined)}
          />
        )}
      </main>
    </div>
  )
}

function ChannelLine({ kept, onEdit }: { kept: Kept; onEdit: () => void }) {
  const { t } = useTranslation()
  const days = useDays()
  const { setting, fault, changed, silentUntil } = kept
  return (
    <li className="channel-row">
      <strong>{t(`channel.name.${setting.channel}`)}</strong>
      <span className={setting.on ? undefined : 'soft'}>
        <span aria-hidden="true">{setting.on ? '●' : '○'}</span>{' '}
        {t(setting.on ? 'channel.on' : 'channel.off')}
      </span>
      <span className="soft">
        {changed ? t('channel.changed', { by: changed.by, at: days.moment(changed.at) }) : t('channel.never')}
        {silentUntil !== null && ` ${t('channel.silent', { at: days.moment(silentUntil) })}`}
      </span>
      <span>
        <Button size="small" onClick={onEdit}>
          {t('channel.edit')}
        </Button>{' '}
        {setting.on && fault === null && <TestButton channel={setting.channel} />}
      </span>
      {fault !== null && (
        <Alert className="channel-fault" type="error" showIcon title={t(`channel.fault.${fault}`)} />
      )}
    </li>
  )
}
