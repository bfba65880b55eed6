import { joinValues, routes } from '@guatu/contract'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Pagination } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { address } from '../api/client.ts'
import { useApi } from '../api/use-api.ts'
import { useMay, useVocabulary } from '../session/me.ts'
import { Page } from '../shell/Page.tsx'
import { timesOf, useWhen } from '../time/when.ts'
import { ViewsMenu } from '../view/ViewsMenu.tsx'
import { BulkBar } from './BulkBar.tsx'
import { Chips } from './Chips.tsx'
import { ColumnChooser } from './ColumnChooser.tsx'
import { shownColumns } from './columns.ts'
import { FilterSide } from './FilterSide.tsx'
import { type Filters, isNarrowed, PAGE_SIZE, queryOf, readFilters, savedQuery, widened } from './filters.ts'
import { type ProjectList, useProjectFacets, useProjectList } from './list.ts'
import { ProjectTable } from './ProjectTable.tsx'
import './library.css'

/** The projects that the address names, under the columns that it names. */
export function ListPage() {
  const when = useWhen()
  const { asOf: _asOf, knownAt: _knownAt, ...filters } = useSearch({ from: '/projects' })
  const navigate = useNavigate({ from: '/projects' })
  const go = (next: Filters) => void navigate({ search: { ...timesOf(when), ...next } })
  const list = useProjectList(timesOf(when), filters)
  const facets = useProjectFacets(timesOf(when), filters)
  const [sideShown, setSideShown] = useState(false)
  const { t } = useTranslation()
  return (
    <Page query={list} className="library">
      {data => (
        <>
          <Button className="side-switch no-print" onClick={() => setSideShown(!sideShown)}>
            {t('project.filters')}
          </Button>
          <div className={sideShown ? 'library-body side-shown' : 'library-body'}>
            <FilterSide data={facets.data} filters={filters} go={go} />
            <div className="library-main">
              <Tools filters={filters} go={go} total={data.total} />
              <Chips facets={facets.data} filters={filters} go={go} />
              <Found data={data} filters={filters} go={go} />
            </div>
          </div>
        </>
      )}
    </Page>
  )
}

interface Shown {
  readonly filters: Filters
  readonly go: (next: Filters) => void
}

function Tools({ filters, go, total }: Shown & { total: number }) {
  const { t } = useTranslation()
  const when = useWhen()
  const vocabulary = useVocabulary()
  const shown = shownColumns(filters, vocabulary)
  const { page: _page, ...query } = queryOf(filters)
  const exportTo = address(routes.exportProjects, {
    query: { ...timesOf(when), ...query, columns: joinValues(shown) } as never,
  })
  return (
    <div className="library-tools no-print">
      <Views filters={filters} go={go} />
      <span className="found-count">{t('project.found', { count: total })}</span>
      <ColumnChooser shown={shown} filters={filters} go={go} />
      <Button href={exportTo} download>
        {t('project.export')}
      </Button>
    </div>
  )
}

/** A link that names a view and nothing else opens it. */
function Views({ filters, go }: Shown) {
  const { data } = useApi(routes.listViews)
  const views = data?.views ?? []
  const current = views.find(view => view.id === filters.view)
  const bare = Object.keys(filters).length === 1 && current !== undefined
  useEffect(() => {
    if (bare && Object.keys(current.query).length > 0) go({ ...readFilters(current.query), view: current.id })
  })
  return (
    <ViewsMenu
      views={views}
      current={current}
      query={savedQuery(filters)}
      open={view => go({ ...readFilters(view.query), view: view.id })}
      close={() => go({ ...filters, view: undefined })}
    />
  )
}

function Found({ data, filters, go }: Shown & { data: ProjectList }) {
  const { t } = useTranslation()
  const { past } = useWhen()
  const vocabulary = useVocabulary()
  const changes = useMay(routes.previewBulk.name) && !past && data.bar.live
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const set = (ids: readonly string[], on: boolean) =>
    setTicked(before => {
      const next = new Set(before)
      for (const id of ids) on ? next.add(id) : next.delete(id)
      return next
    })
  if (data.rows.length === 0) return <Nothing filters={filters} go={go} />
  return (
    <>
      {changes && (
        <BulkBar ticked={ticked} total={data.total} filters={filters} clear={() => setTicked(new Set())} />
      )}
      <ProjectTable
        data={data}
        columns={shownColumns(filters, vocabulary)}
        filters={filters}
        go={go}
        ticks={changes ? { ticked, set } : undefined}
      />
      <div className="library-foot no-print">
        <span className="soft">{t('caliber.dispatch')}</span>
        <Pagination
          size="small"
          current={filters.page ?? 1}
          pageSize={PAGE_SIZE}
          total={data.total}
          showSizeChanger={false}
          hideOnSinglePage
          onChange={page => go({ ...filters, page })}
        />
      </div>
    </>
  )
}

function Nothing({ filters, go }: Shown) {
  const { t } = useTranslation()
  const imports = useMay(routes.uploadImport.name)
  if (isNarrowed(filters) || filters.page)
    return (
      <div className="panel nothing">
        <p>{t('project.none')}</p>
        <Button onClick={() => go(widened(filters))}>{t('project.all')}</Button>
      </div>
    )
  return (
    <div className="panel nothing">
      <p>{t('project.empty')}</p>
      {imports && (
        <Button type="primary" href="/import">
          {t('import.title')}
        </Button>
      )}
    </div>
  )
}
