import { isDay } from '@guatu/kernel'
import { useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDays } from '../figure/use-days.ts'
import { readDay } from './stops.ts'

/** The day in the product's own words, whatever the browser's language; typed, or picked from the browser's calendar. */
export function DateBox({ day, max, onPick }: { day: string; max: string; onPick: (day: string) => void }) {
  const { t } = useTranslation()
  const days = useDays()
  const [typed, setTyped] = useState<string>()
  const box = useId()
  const calendar = useRef<HTMLInputElement>(null)
  const take = (text: string) => {
    const read = readDay(text)
    setTyped(undefined)
    if (read && read <= max && read !== day) onPick(read)
  }
  return (
    <span className="time-date">
      <label htmlFor={box}>{t('time.as-of')}</label>
      <input
        id={box}
        value={typed ?? days.day(day)}
        size={11}
        autoComplete="off"
        onChange={event => {
          const { value } = event.target
          if (isDay(value)) take(value)
          else setTyped(value)
        }}
        onBlur={() => typed !== undefined && take(typed)}
        onKeyDown={event => {
          if (event.key === 'Enter') take(event.currentTarget.value)
          if (event.key === 'Escape') setTyped(undefined)
        }}
      />
      <button
        type="button"
        className="plain time-open"
        aria-label={t('time.calendar')}
        title={t('time.calendar')}
        onClick={() => calendar.current?.showPicker()}
      >
        <svg viewBox="0 0 16 16" width="15" height="15" aria-hidden="true">
          <path d="M2 3.5h12v10.5H2zM2 6.5h12M5 1.5v3M11 1.5v3" fill="none" stroke="currentColor" />
        </svg>
        <input
          ref={calendar}
          type="date"
          tabIndex={-1}
          aria-hidden="true"
          value={day}
          max={max}
          onChange={event => event.target.value && take(event.target.value)}
        />
      </button>
    </span>
  )
}
