import type { SendHoursSaid } from '@guatu/contract'
import { Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { Field } from '../setup/Field.tsx'

const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/
const DAYS = ['working', 'every'] as const

export const isHours = ({ from, to }: SendHoursSaid) => CLOCK.test(from) && CLOCK.test(to) && from < to

/** From when to when, on which days; as text, since a box for times knows no 24:00. */
export function HoursField({
  label,
  value,
  onChange,
}: {
  label: string
  value: SendHoursSaid
  onChange: (value: SendHoursSaid) => void
}) {
  const { t } = useTranslation()
  const clock = (name: 'from' | 'to', id?: string) => (
    <Input
      id={id}
      aria-label={`${label} ${t(`sending.${name}`)}`}
      className="hours-clock"
      inputMode="numeric"
      maxLength={5}
      status={CLOCK.test(value[name]) ? undefined : 'error'}
      value={value[name]}
      onChange={event => onChange({ ...value, [name]: event.target.value.replace('：', ':') })}
    />
  )
  return (
    <Field label={label} help={t('sending.hours-mean')}>
      {id => (
        <span className="hours">
          {clock('from', id)}
          <span>{t('sending.until')}</span>
          {clock('to')}
          <Select
            aria-label={`${label} ${t('sending.days')}`}
            value={value.days}
            options={DAYS.map(days => ({ value: days, label: t(`sending.days.${days}`) }))}
            onChange={days => onChange({ ...value, days })}
          />
        </span>
      )}
    </Field>
  )
}
