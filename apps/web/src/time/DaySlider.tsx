import type { Day, PeriodKind } from '@guatu/kernel'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDays } from '../figure/use-days.ts'
import { monthTicks, stopsOf } from './stops.ts'

/** Back through the period ends of the year: dragging says the day, letting go shows it. Arrows go by period. */
export function DaySlider({
  day,
  today,
  every,
  onPick,
}: {
  day: Day
  today: Day
  every: PeriodKind
  onPick: (day: Day) => void
}) {
  const { t } = useTranslation()
  const days = useDays()
  const [dragged, setDragged] = useState<number>()
  const stops = stopsOf(every, day, today)
  const last = stops.length - 1
  const at = dragged ?? stops.indexOf(day)
  const shown = stops[at] ?? day
  const release = () => {
    setDragged(undefined)
    if (shown !== day) onPick(shown)
  }
  return (
    <span className="time-slider">
      <input
        type="range"
        min={0}
        max={last}
        step={1}
        value={at}
        aria-label={t('time.slider')}
        aria-valuetext={days.day(shown)}
        onChange={event => setDragged(Number(event.target.value))}
        onPointerUp={release}
        onKeyUp={release}
        onBlur={release}
      />
      {dragged !== undefined && (
        <output className="time-dragged" style={{ left: `${(at / last) * 100}%` }}>
          {days.day(shown)}
        </output>
      )}
      <span className="time-ticks" aria-hidden="true">
        {monthTicks(stops).map(({ month, index }) => (
          <span key={index} style={{ left: `${(index / last) * 100}%` }}>
            {month}
          </span>
        ))}
        <span className="time-ticks-unit">{t('time.month')}</span>
      </span>
    </span>
  )
}
