import type { Bar } from '@guatu/contract'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useFigures } from '../figure/use-figures.ts'
import { usePick } from '../language/index.ts'
import { useMe, useVocabulary } from '../session/me.ts'
import { DateBox } from './DateBox.tsx'
import { DaySlider } from './DaySlider.tsx'
import { useWhen } from './when.ts'
import './time.css'

/** Where and when the figures below are from: jurisdiction, plan, as-of date, live or past, whose projects. */
export function TimeBar({ bar }: { bar: Bar | undefined }) {
  const { t } = useTranslation()
  const pick = usePick()
  const figures = useFigures()
  const { post, today } = useMe()
  const vocabulary = useVocabulary()
  const { asOf, past, go } = useWhen()
  const shown = asOf ?? bar?.asOf ?? today
  const pickDay = (day: string) => go({ asOf: day === today ? undefined : day, knownAt: undefined })
  return (
    <section className="time-bar" aria-label={t('time.bar')}>
      <b>{bar?.jurisdictionName ?? post.jurisdictionName}</b>
      <span className="time-plan">{pick(vocabulary)}</span>
      <DateBox day={shown} max={today} onPick={pickDay} />
      <DaySlider day={shown} today={today} every={vocabulary.returnPeriod} onPick={pickDay} />
      {past ? (
        <>
          <b className="time-past">{bar ? t('time.past', { seq: bar.seq }) : t('time.past-now')}</b>
          <Button size="small" onClick={() => go({ asOf: undefined, knownAt: undefined })}>
            {t('time.back', { day: figures.day(today) })}
          </Button>
        </>
      ) : (
        <span className="time-live">{bar ? t('time.live', { seq: bar.seq }) : t('time.now')}</span>
      )}
      {bar && <span className="time-scope">{t('time.scope', { scope: bar.scopeName })}</span>}
      {bar?.synthetic && <Synthetic long />}
    </section>
  )
}

/** Made by a script, not by a government. */
export function Synthetic({ long }: { long?: boolean }) {
  const { t } = useTranslation()
  return (
    <span className="synthetic" title={t('time.synthetic-means')}>
      {long ? t('time.synthetic-long') : t('time.synthetic')}
    </span>
  )
}
