import type { ChannelSaid } from '@guatu/contract'
import { Checkbox, Input, InputNumber } from 'antd'
import { useTranslation } from 'react-i18next'
import { Field } from '../setup/Field.tsx'
import { SecretField } from './SecretField.tsx'

type MailSaid = Extract<ChannelSaid, { channel: 'mail' }>

export function MailFields({
  said,
  has,
  lost,
  onChange,
}: {
  said: MailSaid
  has: boolean
  /** What is kept of secrets can no longer be read. */
  lost: boolean
  onChange: (said: MailSaid) => void
}) {
  const { t } = useTranslation()
  const text = (name: 'host' | 'user' | 'from') => (id: string) => (
    <Input id={id} value={said[name]} onChange={event => onChange({ ...said, [name]: event.target.value })} />
  )
  return (
    <>
      <Field label={t('channel.mail.host')}>{text('host')}</Field>
      <Field label={t('channel.mail.port')}>
        {id => (
          <InputNumber
            id={id}
            min={1}
            max={65_535}
            value={said.port}
            onChange={port => onChange({ ...said, port: port ?? 465 })}
          />
        )}
      </Field>
      <Checkbox checked={said.tls} onChange={event => onChange({ ...said, tls: event.target.checked })}>
        {t('channel.mail.tls')}
      </Checkbox>
      <Field label={t('channel.mail.user')}>{text('user')}</Field>
      <SecretField
        label={t('channel.mail.password')}
        has={has}
        lost={lost}
        value={said.password}
        onChange={password => onChange({ ...said, password })}
      />
      <Field label={t('channel.mail.from')}>{text('from')}</Field>
    </>
  )
}
