import type { ProjectPage } from '@guatu/contract'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import type { LineChartData } from '../chart/line.ts'
import { useFigures } from '../figure/use-figures.ts'

const LineChart = lazy(async () => ({ default: (await import('../chart/LineChart.tsx')).LineChart }))

/** The year as months: plan, done and paid in dispatch caliber, and the statistics figure apart from them. */
export function Year({ data }: { data: ProjectPage }) {
  const { t } = useTranslation()
  const figures = useFigures()
  const chart = useYearChart(data)
  return (
    <section className="panel year">
      <header>
        <h2>{chart.title}</h2>
        <span className="soft">{t('text.unit', { unit: figures.rowUnit })}</span>
      </header>
      <Suspense fallback={<div className="chart-figure" />}>
        <LineChart data={chart} />
      </Suspense>
      <p className="source">{chart.source}</p>
      <div className="table-wrap">
        <table className="grid">
          <thead>
            <tr>
              <th scope="col">{t('project.month-end')}</th>
              <th scope="col" className="number">
                {t('curve.plan')}
              </th>
              <th scope="col" className="number">
                {t('curve.done')}
                <span className="nd">{t('caliber.dispatch')}</span>
              </th>
              <th scope="col" className="number">
                {t('field.paid-ytd')}
                <span className="nd">{t('caliber.dispatch')}</span>
              </th>
              <th scope="col" className="number">
                {t('field.stat-ytd')}
                <span className="nd">{t('caliber.statistics')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {data.months.map(month => (
              <tr key={month.month}>
                <th scope="row">{figures.period(month.month)}</th>
                <td className="number">{figures.row(month.plan)}</td>
                <td className="number">{figures.row(month.done)}</td>
                <td className="number">{figures.row(month.paid)}</td>
                <td className="number">{figures.row(month.statistics)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

function useYearChart({ months, bar, memberships }: ProjectPage): LineChartData {
  const { t } = useTranslation()
  const figures = useFigures()
  const { scale, decimals } = figures.rowScale
  const of = (key: 'plan' | 'done' | 'paid' | 'statistics') =>
    months.map(month => (month[key] === null ? null : month[key] / scale))
  const has = (key: 'paid' | 'statistics') => months.some(month => month[key] !== null)
  const curve = memberships.find(one => one.curve !== null)?.curve
  return {
    title: t('project.year', { year: months[0]?.month.slice(0, 4) ?? bar.asOf.slice(0, 4) }),
    source: t('project.year-source', {
      day: figures.day(bar.asOf),
      kind: curve ? t(`curve.kind.${curve}`) : t('none.no-plan'),
    }),
    unit: figures.rowUnit,
    decimals,
    categories: months.map(({ month }) => t('month.short', { month: Number(month.slice(5, 7)) })),
    now: months.findIndex(({ month }) => month === bar.asOf.slice(0, 7)),
    nowLabel: figures.shortDay(bar.asOf),
    lines: [
      { kind: 'plan', name: t('curve.plan'), values: of('plan') },
      { kind: 'actual', name: t('curve.done'), values: of('done') },
      ...(has('paid') ? [{ kind: 'before' as const, name: t('field.paid-ytd'), values: of('paid') }] : []),
      ...(has('statistics')
        ? [{ kind: 'other' as const, name: t('caliber.statistics'), values: of('statistics') }]
        : []),
    ],
  }
}
