import { DRAFT_MOST, type ReplayAsked, type ReplayForm } from '@guatu/contract'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFigures } from '../figure/use-figures.ts'
import { DraftBox } from './DraftBox.tsx'
import { monthsTo } from './months.ts'
import { SettingsBox } from './SettingsBox.tsx'

const WAYS = ['settings', 'draft'] as const

/** What is tried, and over which months. */
export function TriedForm({
  form,
  busy,
  onRun,
}: {
  form: ReplayForm
  busy: boolean
  onRun: (asked: ReplayAsked) => void
}) {
  const { t } = useTranslation()
  const [way, setWay] = useState<(typeof WAYS)[number]>('settings')
  const [values, setValues] = useState<Readonly<Record<string, string>>>({})
  const [draft, setDraft] = useState('')
  const months = monthsTo(form.bar.asOf)
  const [from, setFrom] = useState(
    months.find(month => month.startsWith((months.at(-1) ?? '').slice(0, 4))) ?? '',
  )
  const [to, setTo] = useState(months.at(-1) ?? '')
  const changed = Object.fromEntries(
    form.settings.flatMap(({ id, value }) => {
      const text = values[id]?.trim()
      return text === undefined || text === '' || text === value ? [] : [[id, text]]
    }),
  )
  const missing =
    way === 'settings' ? Object.keys(changed).length === 0 : draft.trim() === '' || draft.length > DRAFT_MOST
  return (
    <form
      onSubmit={event => {
        event.preventDefault()
        if (!missing) onRun({ from, to, ...(way === 'settings' ? { settings: changed } : { draft }) })
      }}
    >
      <p className="replay-ways">
        {WAYS.map(one => (
          <button
            key={one}
            type="button"
            className="plain"
            aria-pressed={way === one}
            onClick={() => setWay(one)}
          >
            {t(`replay.by.${one}`)}
          </button>
        ))}
      </p>
      {way === 'settings' ? (
        <SettingsBox
          form={form}
          values={values}
          onValue={(id, text) => setValues({ ...values, [id]: text })}
        />
      ) : (
        <DraftBox text={draft} onText={setDraft} />
      )}
      <p className="replay-run">
        <Months label={t('replay.from')} months={months} month={from} onMonth={setFrom} />
        <Months label={t('replay.to')} months={months} month={to} onMonth={setTo} />
        <Button type="primary" htmlType="submit" disabled={missing} loading={busy}>
          {t('replay.run')}
        </Button>
        {missing && (
          <span className="soft">{t(way === 'settings' ? 'replay.nothing' : 'replay.nothing-draft')}</span>
        )}
      </p>
    </form>
  )
}

function Months({
  label,
  months,
  month,
  onMonth,
}: {
  label: string
  months: readonly string[]
  month: string
  onMonth: (month: string) => void
}) {
  const figures = useFigures()
  return (
    <label>
      {label}{' '}
      <select value={month} onChange={event => onMonth(event.target.value)}>
        {months.map(one => (
          <option key={one} value={one}>
            {figures.period(one)}
          </option>
        ))}
      </select>
    </label>
  )
}
