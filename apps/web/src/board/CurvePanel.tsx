import type { Bar } from '@guatu/contract'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import type { LineChartData } from '../chart/line.ts'
import { useFigures } from '../figure/use-figures.ts'
import { hasLastYear, lastPoint, nowMonth, type YearCurve } from './curve.ts'

const LineChart = lazy(async () => ({ default: (await import('../chart/LineChart.tsx')).LineChart }))

/** The year's investment against its plan curve. The title says the point, the source stands below. */
export function CurvePanel({ curve, bar }: { curve: YearCurve; bar: Bar }) {
  const { t } = useTranslation()
  const figures = useFigures()
  const source = useCurveSource(curve, bar)
  const scale = figures.totalScale.scale
  const data: LineChartData = {
    title: useCurveTitle(curve),
    source,
    unit: figures.totalUnit,
    decimals: figures.totalScale.decimals,
    categories: curve.months.map(({ month }) => t('month.short', { month: Number(month.slice(5, 7)) })),
    now: nowMonth(bar.asOf, curve),
    nowLabel: figures.shortDay(bar.asOf),
    lines: [
      { kind: 'plan', name: t('curve.plan'), values: curve.months.map(month => month.plan / scale) },
      {
        kind: 'actual',
        name: t('curve.done'),
        values: curve.months.map(({ done }) => (done === null ? null : done / scale)),
      },
      ...(hasLastYear(curve)
        ? [
            {
              kind: 'before' as const,
              name: t('curve.last-year'),
              values: curve.months.map(({ lastYear }) => (lastYear === null ? null : lastYear / scale)),
            },
          ]
        : []),
    ],
  }
  return (
    <section className="panel curve">
      <header>
        <h2>{data.title}</h2>
        <span className="soft">{t('text.unit', { unit: figures.totalUnit })}</span>
      </header>
      <Suspense fallback={<div className="chart" />}>
        <LineChart data={data} />
      </Suspense>
      <p className="source">{source}</p>
    </section>
  )
}

function useCurveTitle(curve: YearCurve): string {
  const { t } = useTranslation()
  const figures = useFigures()
  const point = lastPoint(curve)
  if (!point) return t('curve.nothing', { year: curve.year })
  const gap = point.done - point.plan
  return t(gap < 0 ? 'curve.behind' : 'curve.ahead', {
    period: figures.period(point.month),
    done: figures.total(point.done),
    gap: figures.total(Math.abs(gap)),
    unit: figures.totalUnit,
    rate: figures.percent(point.rate),
  })
}

/** Which plan curve it is: projects' own months, the list's curve, or evenly. */
function useCurveSource(curve: YearCurve, bar: Bar): string {
  const { t } = useTranslation()
  const figures = useFigures()
  const kinds = (['own-months', 'list-curve', 'linear'] as const)
    .filter(kind => curve.curves[kind] > 0)
    .map(kind => t('curve.kind-count', { kind: t(`curve.kind.${kind}`), count: curve.curves[kind] }))
  return t('curve.source', { day: figures.day(bar.asOf), kinds: kinds.join(t('text.comma')) })
}
