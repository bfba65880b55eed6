import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useFigures } from '../figure/use-figures.ts'
import { usePick } from '../language/index.ts'
import { useMe } from '../session/me.ts'
import { CountBar } from './CountBar.tsx'
import type { PeriodData } from './data.ts'
import { PeriodState } from './PeriodState.tsx'
import { overdueOf } from './parts.ts'

/** The period in one look: state, clocks, completeness and timeliness. */
export function PeriodHead({ data: { line, completeness, timeliness } }: { data: PeriodData }) {
  const { t } = useTranslation()
  const figures = useFigures()
  const pick = usePick()
  const { counts } = line
  const missing = overdueOf(line, useMe().today)
  return (
    <section className="panel period-head">
      <header>
        <h1>
          <Link to="/periods">{t('periods.title')}</Link> / {figures.period(line.period)}{' '}
          <PeriodState state={line.state} />
        </h1>
        <span className="soft">{line.cadences.map(pick).join(t('setup.and'))}</span>
      </header>
      <dl className="period-numbers">
        <Measure name={t('periods.completeness')} rate={completeness} of={t('periods.of-rows')} />
        <Measure name={t('periods.timeliness')} rate={timeliness} of={t('periods.of-units')} />
        <div>
          <dt>{t('due.by')}</dt>
          <dd>
            {figures.day(line.due)}
            {line.provisional && <small>{t('upcoming.provisional')}</small>}
            {missing > 0 && <b className="days-late nd">{t('periods.overdue', { count: missing })}</b>}
            <small className="nd">
              {t('periods.opens', { day: figures.day(line.opens) })}
              {line.locks
                ? t('text.comma') + t('periods.locks', { day: figures.day(line.locks) })
                : line.state !== 'closed' && t('text.comma') + t('periods.no-lock')}
            </small>
          </dd>
        </div>
        <div className="period-bar">
          <dt>{t('periods.units')}</dt>
          <dd>
            <CountBar counts={counts} />
          </dd>
        </div>
      </dl>
    </section>
  )
}

function Measure({ name, rate, of }: { name: string; rate: PeriodData['completeness']; of: string }) {
  const figures = useFigures()
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {figures.percent(rate)}
        {rate && (
          <small className="nd">
            {figures.count(rate.n)}/{figures.count(rate.d)} {of}
          </small>
        )}
      </dd>
    </div>
  )
}
