import type { ProjectRow } from '@guatu/contract'
import { subtractRates } from '@guatu/kernel'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { pointsText } from '../figure/text.ts'
import { useFigures } from '../figure/use-figures.ts'
import { stageText } from '../light/reason.ts'
import { Synthetic } from '../time/TimeBar.tsx'
import { isNature } from '../why/scope.ts'
import { type Filters, type Sort, sortBy } from './filters.ts'
import { Lights } from './Lights.tsx'
import type { ProjectList } from './list.ts'

interface Props {
  readonly data: ProjectList
  readonly filters: Filters
  readonly go: (next: Filters) => void
}

/** Rows with their lights and their money; the last row is the sum of all that the filters show, not of this page. */
export function ProjectTable(props: Props) {
  const { t } = useTranslation()
  if (props.data.rows.length === 0) return <p className="panel nothing">{t('project.none')}</p>
  return (
    <div className="panel table-wrap library-table">
      <table className="grid">
        <Head {...props} />
        <tbody>
          {props.data.rows.map(row => (
            <Row key={row.id} row={row} />
          ))}
        </tbody>
        <Sums data={props.data} />
      </table>
    </div>
  )
}

function Head({ filters, go }: Props) {
  const { t } = useTranslation()
  const { rowUnit } = useFigures()
  const inUnit = <span className="nd">{rowUnit}</span>
  const head = { filters, go }
  return (
    <thead>
      <tr>
        <SortHead {...head} sort="name" label={t('project.name')} />
        <SortHead {...head} sort="severity" label={t('project.lights')} />
        <SortHead {...head} sort="unit" label={t('matrix.unit')} />
        <th scope="col">{t('facet.leader')}</th>
        <th scope="col">{t('project.stage')}</th>
        <th scope="col" className="number">
          {t('field.total-invest')}
          {inUnit}
        </th>
        <SortHead {...head} sort="annual-plan" label={t('field.annual-plan')} unit={rowUnit} />
        <th scope="col" className="number">
          {t('field.plan-to-date')}
          {inUnit}
        </th>
        <SortHead {...head} sort="invested" label={t('field.invest-ytd')} unit={rowUnit} />
        <SortHead {...head} sort="completion" label={t('project.completion')} unit="%" />
        <SortHead {...head} sort="gap" label={t('tile.against.to-date')} unit={t('unit.points')} />
        <th scope="col">{t('project.period')}</th>
      </tr>
    </thead>
  )
}

function SortHead({
  sort,
  label,
  unit,
  filters,
  go,
}: Omit<Props, 'data'> & { sort: Sort; label: string; unit?: string }) {
  const current = (filters.sort ?? 'severity') === sort
  const order = filters.order ?? (sort === 'name' || sort === 'unit' ? 'asc' : 'desc')
  return (
    <th
      scope="col"
      className={unit ? 'number' : undefined}
      aria-sort={current ? (order === 'asc' ? 'ascending' : 'descending') : undefined}
    >
      <button type="button" className="plain" onClick={() => go(sortBy(filters, sort))}>
        {label}
        <span aria-hidden="true">{current ? (order === 'asc' ? ' ↑' : ' ↓') : ''}</span>
      </button>
      {unit && <span className="nd">{unit}</span>}
    </th>
  )
}

function Row({ row }: { row: ProjectRow }) {
  const { t } = useTranslation()
  const figures = useFigures()
  const { n, of } = completion(row)
  return (
    <tr>
      <th scope="row">
        <Link to="/projects/$id" params={{ id: row.id }}>
          {row.name}
        </Link>{' '}
        {row.synthetic && <Synthetic />}
        {row.code && <span className="nd">{row.code}</span>}
      </th>
      <td data-label={t('project.lights')}>
        <Lights row={row} />
      </td>
      <td data-label={t('matrix.unit')}>{row.leadUnitName}</td>
      <td data-label={t('facet.leader')}>{row.leader}</td>
      <td data-label={t('project.stage')}>
        {row.stage && stageText(row.stage, t)}
        {row.nature && isNature(row.nature) && <span className="nd">{t(`nature.${row.nature}`)}</span>}
      </td>
      <td className="number" data-label={t('field.total-invest')}>
        {figures.row(row.totalInvest)}
      </td>
      <td className="number" data-label={t('field.annual-plan')}>
        {figures.row(row.annualPlan)}
      </td>
      <td className="number" data-label={t('field.plan-to-date')}>
        {figures.row(row.planToDate)}
      </td>
      <td className="number" data-label={t('field.invest-ytd')}>
        {row.invested === null ? (
          <span className="soft">{t('standing.unreported')}</span>
        ) : (
          figures.row(row.invested)
        )}
      </td>
      <td className="number" data-label={t('project.completion')}>
        {figures.percent(of)}
      </td>
      <td className="number" data-label={t('tile.against.to-date')}>
        {n}
      </td>
      <td className="period" data-label={t('project.period')}>
        {row.period && figures.period(row.period)}
      </td>
    </tr>
  )
}

/** Done of the year's plan, and how many points that is from the plan to date. */
function completion({
  invested,
  annualPlan,
  planToDate,
}: {
  invested: number | null
  annualPlan: number | null
  planToDate: number | null
}) {
  if (invested === null || !annualPlan) return { n: undefined, of: null }
  const of = { n: invested, d: annualPlan }
  const due = planToDate === null ? null : { n: planToDate, d: annualPlan }
  return { n: due && subtractRates(of, due) ? pointsText(of, due) : undefined, of }
}

function Sums({ data: { sums } }: { data: ProjectList }) {
  const { t } = useTranslation()
  const figures = useFigures()
  const { n, of } = completion(sums)
  return (
    <tfoot>
      <tr>
        <th scope="row">{t('project.sums', { count: sums.projects })}</th>
        <td colSpan={4}>{t('project.started', { started: sums.started, projects: sums.projects })}</td>
        <td className="number" data-label={t('field.total-invest')}>
          {figures.row(sums.totalInvest)}
        </td>
        <td className="number" data-label={t('field.annual-plan')}>
          {figures.row(sums.annualPlan)}
        </td>
        <td className="number" data-label={t('field.plan-to-date')}>
          {figures.row(sums.planToDate)}
        </td>
        <td className="number" data-label={t('field.invest-ytd')}>
          {figures.row(sums.invested)}
        </td>
        <td className="number" data-label={t('project.completion')}>
          {figures.percent(of)}
          <span className="nd">
            {figures.total(sums.invested)}/{figures.total(sums.annualPlan)} {figures.totalUnit}
          </span>
        </td>
        <td className="number" data-label={t('tile.against.to-date')}>
          {n}
        </td>
        <td />
      </tr>
    </tfoot>
  )
}
