import type { ProjectRow } from '@guatu/contract'
import { useTranslation } from 'react-i18next'
import { useFigures } from '../figure/use-figures.ts'
import { spark } from './sparkline.ts'

const WIDTH = 84
const HEIGHT = 22

/** The year in small: plan dashed, done solid; a month without a return is a gap. */
export function Sparkline({ row }: { row: ProjectRow }) {
  const { t } = useTranslation()
  const figures = useFigures()
  const { plan, done, last } = spark(row.months.done, row.months.plan, WIDTH, HEIGHT)
  if (plan === '' && !last) return null
  const title = t('project.spark', {
    done: row.invested === null ? t('standing.unreported') : figures.money(row.invested),
    plan: row.annualPlan === null ? t('none.no-plan') : figures.money(row.annualPlan),
  })
  return (
    <svg className="spark" viewBox={`-2 -3 ${WIDTH + 4} ${HEIGHT + 6}`} role="img" aria-label={title}>
      <title>{title}</title>
      {plan !== '' && <polyline className="spark-plan" points={plan} />}
      {done.map(points => (
        <polyline key={points} className="spark-done" points={points} />
      ))}
      {last && <circle className="spark-last" cx={last.x} cy={last.y} r="2.2" />}
    </svg>
  )
}
