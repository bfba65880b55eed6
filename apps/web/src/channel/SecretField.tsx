import { Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { Field } from '../setup/Field.tsx'

/** A box that shows nothing of what is kept. */
export function SecretField({
  label,
  has,
  lost,
  value,
  onChange,
}: {
  label: string
  /** One is kept already. */
  has: boolean
  /** It can no longer be read. */
  lost: boolean
  value: string | null | undefined
  onChange: (secret: string | undefined) => void
}) {
  const { t } = useTranslation()
  return (
    <Field label={label}>
      {id => (
        <Input.Password
          id={id}
          autoComplete="new-password"
          maxLength={500}
          value={value ?? ''}
          placeholder={t(
            has ? (lost ? 'channel.secret-lost' : 'channel.secret-kept') : 'channel.secret-none',
          )}
          onChange={event => onChange(event.target.value || undefined)}
        />
      )}
    </Field>
  )
}
