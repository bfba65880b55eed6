import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useFigures } from '../figure/use-figures.ts'
import { usePick } from '../language/index.ts'
import { CountBar } from './CountBar.tsx'
import type { PeriodData } from './data.ts'
import { PeriodState } from './PeriodState.tsx'

/** The period in one look: state, clocks, completeness and timeliness. */
export function PeriodHead({ data: { line, completeness, timeliness } }: { data: PeriodData }) {
  const { t } = useTranslation()
  const figures = useFigures()
  const pick = usePick()
  const { counts } = line
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
        <Measure name={t('periods.completeness')} rate={completeness} />
        <Measure name={t('periods.timeliness')} rate={timeliness} />
        <div>
          <dt>{t('periods.rows')}</dt>
          <dd>
            {figures.count(counts.rowsReported)}/{figures.count(counts.rows)}
          </dd>
        </div>
        <div>
          <dt>{t('due.by')}</dt>
          <dd>
            {figures.day(line.due)}
            {line.provisional && <small>{t('upcoming.provisional')}</small>}
            <small className="nd">
              {t('periods.opens', { day: figures.day(line.opens) })}
              {t('text.comma')}
              {line.locks ? t('periods.locks', { day: figures.day(line.locks) }) : t('periods.no-lock')}
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

function Measure({ name, rate }: { name: string; rate: PeriodData['completeness'] }) {
  const figures = useFigures()
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {figures.percent(rate)}
        {rate && (
          <small className="nd">
            {rate.n}/{rate.d}
          </small>
        )}
      </dd>
    </div>
  )
}
