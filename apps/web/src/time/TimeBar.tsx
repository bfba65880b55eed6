import type { Bar } from '@guatu/contract'
import { Button } from 'antd'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { useFigures } from '../figure/use-figures.ts'
import { usePick } from '../language/index.ts'
import { useMe, useVocabulary } from '../session/me.ts'
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
  const box = useId()
  return (
    <section className="time-bar" aria-label={t('time.bar')}>
      <b>{bar?.jurisdictionName ?? post.jurisdictionName}</b>
      <span className="time-plan">{pick(vocabulary)}</span>
      <span className="time-date">
        <label htmlFor={box}>{t('time.as-of')}</label>
        <input
          id={box}
          type="date"
          value={bar?.asOf ?? asOf ?? today}
          max={today}
          required
          onChange={event => event.target.value && go({ asOf: event.target.value, knownAt: undefined })}
        />
      </span>
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
