import type { ProjectRow } from '@guatu/contract'
import { Link } from '@tanstack/react-router'
import { type RefObject, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useTelling } from '../light/use-telling.ts'
import { useKeys } from '../shell/keys.ts'
import { Synthetic } from '../time/TimeBar.tsx'
import { FormerNames } from '../unit/FormerNames.tsx'
import { type Column, columnsOf } from './cells.tsx'
import { type Filters, firstOrder, sortBy } from './filters.ts'
import type { ProjectList } from './list.ts'

/** Rows ticked for a change; absent for those who may not make one. */
export interface Ticks {
  readonly ticked: ReadonlySet<string>
  readonly set: (ids: readonly string[], on: boolean) => void
}

interface Props {
  readonly data: ProjectList
  readonly columns: readonly string[]
  readonly filters: Filters
  readonly go: (next: Filters) => void
  readonly ticks?: Ticks
}

/** Rows with their lights and their money; the last row is the sum of all that the filters show, not of this page. */
export function ProjectTable({ data, columns: ids, filters, go, ticks }: Props) {
  const { t } = useTranslation()
  const telling = useTelling()
  const wrap = useRef<HTMLDivElement>(null)
  useRowKeys(wrap)
  const columns = columnsOf(ids, telling)
  return (
    <div ref={wrap} className="panel table-wrap library-table">
      <table className="grid">
        <thead>
          <tr>
            <th scope="col" className="name-head">
              <span className="name-cell">
                {ticks && <TickAll rows={data.rows} ticks={ticks} />}
                <SortButton sort="name" label={t('project.name')} filters={filters} go={go} />
              </span>
            </th>
            {columns.map(column => (
              <Head key={column.id} column={column} filters={filters} go={go} />
            ))}
          </tr>
        </thead>
        <tbody>
          {data.rows.map(row => (
            <Row
              key={row.id}
              row={row}
              columns={columns}
              withCode={!ids.includes('code')}
              ticked={ticks?.ticked.has(row.id)}
              tick={ticks?.set}
            />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">
              {t('project.sums', { count: data.sums.projects })}
              <span className="nd">
                {t('project.started', { started: data.sums.started, projects: data.sums.projects })}
              </span>
            </th>
            {columns.map(column => (
              <td
                key={column.id}
                className={column.number ? 'number' : undefined}
                data-label={column.sum && labelOf(column)}
              >
                {column.sum?.(data.sums)}
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </div>
  )
}

/** Arrows go from project to project; Enter opens, as on any link. */
function useRowKeys(wrap: RefObject<HTMLElement | null>): void {
  const step = (by: 1 | -1) => () => {
    const links = [...(wrap.current?.querySelectorAll<HTMLElement>('tbody th a') ?? [])]
    const at = links.indexOf(document.activeElement as HTMLElement)
    const next = at < 0 ? (by === 1 ? 0 : links.length - 1) : at + by
    links[Math.max(0, Math.min(links.length - 1, next))]?.focus()
  }
  const keys = { ArrowDown: step(1), ArrowUp: step(-1) }
  useKeys(keys)
}

/** On a phone there is no head: the unit stands with the name. */
const labelOf = ({ label, unit }: Column) => (unit ? `${label} ${unit}` : label)

interface Sorting {
  readonly filters: Filters
  readonly go: (next: Filters) => void
}

function Head({ column, filters, go }: { column: Column } & Sorting) {
  const { sort, label, unit } = column
  const current = (filters.sort ?? 'severity') === sort
  const order = filters.order ?? firstOrder(sort ?? '')
  return (
    <th
      scope="col"
      className={column.number ? 'number' : undefined}
      aria-sort={current ? (order === 'asc' ? 'ascending' : 'descending') : undefined}
    >
      {sort ? <SortButton sort={sort} label={label} filters={filters} go={go} /> : label}
      {unit && <span className="nd">{unit}</span>}
    </th>
  )
}

function SortButton({ sort, label, filters, go }: { sort: string; label: string } & Sorting) {
  const current = (filters.sort ?? 'severity') === sort
  const order = filters.order ?? firstOrder(sort)
  return (
    <button type="button" className="plain" onClick={() => go(sortBy(filters, sort))}>
      {label}
      <span aria-hidden="true">{current ? (order === 'asc' ? ' ↑' : ' ↓') : ''}</span>
    </button>
  )
}

function TickAll({ rows, ticks }: { rows: readonly ProjectRow[]; ticks: Ticks }) {
  const { t } = useTranslation()
  const ids = rows.map(row => row.id)
  const count = ids.filter(id => ticks.ticked.has(id)).length
  return (
    <input
      type="checkbox"
      className="no-print"
      aria-label={t('bulk.tick-page')}
      checked={count > 0 && count === ids.length}
      ref={box => {
        if (box) box.indeterminate = count > 0 && count < ids.length
      }}
      onChange={event => ticks.set(ids, event.target.checked)}
    />
  )
}

function Row({
  row,
  columns,
  withCode,
  ticked,
  tick,
}: {
  row: ProjectRow
  columns: readonly Column[]
  withCode: boolean
  ticked?: boolean
  tick?: Ticks['set']
}) {
  const { t } = useTranslation()
  return (
    <tr className={ticked ? 'ticked' : undefined}>
      <th scope="row">
        <span className="name-cell">
          {tick && (
            <input
              type="checkbox"
              className="no-print"
              aria-label={t('bulk.tick', { name: row.name })}
              checked={ticked ?? false}
              onChange={event => tick([row.id], event.target.checked)}
            />
          )}
          <span>
            <Link to="/projects/$id" params={{ id: row.id }}>
              {row.name}
            </Link>{' '}
            {row.synthetic && <Synthetic />}
            <FormerNames names={row.formerNames} />
            {withCode && row.code && <span className="nd">{row.code}</span>}
          </span>
        </span>
      </th>
      {columns.map(column => (
        <td
          key={column.id}
          className={column.number ? 'number' : `col-${column.id}`}
          data-label={labelOf(column)}
        >
          {column.cell(row)}
        </td>
      ))}
    </tr>
  )
}
