import { toMinor } from '@guatu/kernel'
import { Input } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFigures } from '../figure/use-figures.ts'
import { useVocabulary } from '../session/me.ts'
import { type Bound, change, type Filters } from './filters.ts'

interface Props {
  readonly filters: Filters
  readonly go: (next: Filters) => void
}

/** From and to, both ends included, in the unit of the table; and who has not reported. */
export function Ranges({ filters, go }: Props) {
  const { t } = useTranslation()
  const { rowUnit } = useFigures()
  const { currency } = useVocabulary()
  const { scale } = currency.row
  const money = {
    read: (text: string) => minorText(text, scale),
    show: (text: string) => String(Number(text) / scale),
  }
  const percent = { read: percentText, show: (text: string) => text }
  const set = (bound: Bound) => (value: string | undefined) => go(change(filters, { [bound]: value }))
  const rows = [
    { label: t('field.total-invest'), unit: rowUnit, kind: money, bounds: ['totalMin', 'totalMax'] },
    { label: t('field.annual-plan'), unit: rowUnit, kind: money, bounds: ['planMin', 'planMax'] },
    { label: t('project.completion'), unit: '%', kind: percent, bounds: ['doneMin', 'doneMax'] },
  ] as const
  const narrowed = rows.some(({ bounds }) => bounds.some(bound => filters[bound]))
  return (
    <>
      <details className="filter" open={narrowed || undefined}>
        <summary>{t('project.ranges')}</summary>
        {rows.map(({ label, unit, kind, bounds }) => (
          <div key={label} className="range">
            <span>
              {label} <small>{unit}</small>
            </span>
            {bounds.map((bound, index) => (
              <Box
                key={bound}
                value={filters[bound]}
                {...kind}
                label={`${label} ${t(index === 0 ? 'project.at-least' : 'project.at-most')}`}
                placeholder={t(index === 0 ? 'project.at-least' : 'project.at-most')}
                set={set(bound)}
              />
            ))}
          </div>
        ))}
      </details>
      <label className="filter silent-only">
        <input
          type="checkbox"
          checked={filters.silent === 'yes'}
          onChange={event => go(change(filters, { silent: event.target.checked ? 'yes' : undefined }))}
        />
        {t('project.silent-only')}
      </label>
    </>
  )
}

function minorText(text: string, scale: number): string | undefined {
  const minor = toMinor(text.replaceAll(',', ''), scale)
  return minor.ok && minor.value >= 0 ? String(minor.value) : undefined
}

const percentText = (text: string) => (/^-?\d{1,6}(\.\d{1,2})?$/.test(text) ? text : undefined)

/** Takes effect when left or with Enter; what is no number is marked and changes nothing. */
function Box({
  value,
  read,
  show,
  label,
  placeholder,
  set,
}: {
  value: string | undefined
  read: (text: string) => string | undefined
  show: (value: string) => string
  label: string
  placeholder: string
  set: (value: string | undefined) => void
}) {
  const [text, setText] = useState('')
  const shown = value === undefined ? '' : show(value)
  useEffect(() => setText(shown), [shown])
  const trimmed = text.trim()
  const wrong = trimmed !== '' && read(trimmed) === undefined
  const take = () => {
    const next = trimmed === '' ? undefined : read(trimmed)
    if (!wrong && next !== value) set(next)
  }
  return (
    <Input
      size="small"
      inputMode="decimal"
      value={text}
      placeholder={placeholder}
      aria-label={label}
      aria-invalid={wrong}
      status={wrong ? 'error' : undefined}
      onChange={event => setText(event.target.value)}
      onBlur={take}
      onPressEnter={take}
    />
  )
}
