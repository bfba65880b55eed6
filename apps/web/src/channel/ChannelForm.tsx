import { type ChannelSaid, type ChannelView, routes } from '@guatu/contract'
import { useMutation } from '@tanstack/react-query'
import { App, Checkbox, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../api/client.ts'
import { refresh } from '../api/use-api.ts'
import { FormDrawer } from '../person/Form.tsx'
import { Field } from '../setup/Field.tsx'
import { BotFields } from './BotFields.tsx'
import { KindsField } from './KindsField.tsx'
import { MailFields } from './MailFields.tsx'

/** What is sent of the form: a view without what it only says to be there. */
function saidOf(view: ChannelView): ChannelSaid {
  if (view.channel === 'mail') {
    const { hasPassword: _, ...rest } = view
    return rest
  }
  const { hasToken: _, hasSecret: __, ...rest } = view
  return rest
}

/** One channel's settings. Secrets are typed in and never shown: an empty box leaves them as they are. */
export function ChannelForm({
  setting,
  lost,
  onClose,
}: {
  setting: ChannelView
  /** What is kept of secrets can no longer be read. */
  lost: boolean
  onClose: () => void
}) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const [said, setSaid] = useState(() => saidOf(setting))
  const save = useMutation({
    mutationFn: () => call(routes.saveChannel, { body: said }),
    onSuccess: () => {
      void message.success(t('channel.saved'))
      onClose()
      return refresh()
    },
  })
  return (
    <FormDrawer
      title={t(`channel.name.${setting.channel}`)}
      about={t('channel.secrets-mean')}
      send={t('channel.save')}
      ready
      pending={save.isPending}
      error={save.error}
      onSend={() => save.mutate()}
      onClose={onClose}
    >
      <Checkbox checked={said.on} onChange={event => setSaid({ ...said, on: event.target.checked })}>
        {t('channel.switch-on')}
      </Checkbox>
      {said.channel === 'mail' && setting.channel === 'mail' && (
        <MailFields said={said} has={setting.hasPassword} lost={lost} onChange={setSaid} />
      )}
      {said.channel !== 'mail' && setting.channel !== 'mail' && (
        <BotFields said={said} has={setting} lost={lost} onChange={setSaid} />
      )}
      <Field label={t('channel.site')} help={t('channel.site-means')}>
        {id => (
          <Input
            id={id}
            value={said.site}
            onChange={event => setSaid({ ...said, site: event.target.value })}
          />
        )}
      </Field>
      <KindsField
        label={t('channel.kinds')}
        help={t('channel.kinds-mean')}
        value={said.kinds}
        onChange={kinds => setSaid({ ...said, kinds })}
      />
    </FormDrawer>
  )
}
