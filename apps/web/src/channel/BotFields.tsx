import type { ChannelSaid, ChannelView } from '@guatu/contract'
import { Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { Field } from '../setup/Field.tsx'
import { SecretField } from './SecretField.tsx'

type BotSaid = Exclude<ChannelSaid, { channel: 'mail' }>

export function BotFields({
  said,
  has,
  lost,
  onChange,
}: {
  said: BotSaid
  has: Exclude<ChannelView, { channel: 'mail' }>
  /** What is kept of secrets can no longer be read. */
  lost: boolean
  onChange: (said: BotSaid) => void
}) {
  const { t } = useTranslation()
  return (
    <>
      <Field label={t('channel.bot.base')} help={t('channel.bot.base-means')}>
        {id => (
          <Input
            id={id}
            value={said.base}
            onChange={event => onChange({ ...said, base: event.target.value })}
          />
        )}
      </Field>
      <SecretField
        label={t(`channel.bot.token.${said.channel}`)}
        has={has.hasToken}
        lost={lost}
        value={said.token}
        onChange={token => onChange({ ...said, token })}
      />
      {said.channel !== 'wecom' && (
        <SecretField
          label={t('channel.bot.secret')}
          has={has.hasSecret}
          lost={lost}
          value={said.secret}
          onChange={secret => onChange({ ...said, secret })}
        />
      )}
      {said.channel !== 'feishu' && (
        <Field label={t('channel.bot.format')}>
          {id => (
            <Select
              id={id}
              value={said.format}
              options={(['text', 'markdown'] as const).map(value => ({
                value,
                label: t(`channel.bot.format.${value}`),
              }))}
              onChange={format => onChange({ ...said, format })}
            />
          )}
        </Field>
      )}
    </>
  )
}
