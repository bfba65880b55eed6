import { routes } from '@guatu/contract'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Pagination } from 'antd'
import { useTranslation } from 'react-i18next'
import { address } from '../api/client.ts'
import { useApi } from '../api/use-api.ts'
import { Page } from '../shell/Page.tsx'
import { timesOf, useWhen } from '../time/when.ts'
import { FilterBar } from './FilterBar.tsx'
import { type Filters, PAGE_SIZE } from './filters.ts'
import type { ProjectList } from './list.ts'
import { ProjectTable } from './ProjectTable.tsx'
import './project.css'

/** The projects that a link's filters name; the address is the saved view. */
export function ListPage() {
  const when = useWhen()
  const search = useSearch({ from: '/projects' })
  const { asOf: _asOf, knownAt: _knownAt, ...filters } = search
  const navigate = useNavigate({ from: '/projects' })
  const go = (next: Filters) => void navigate({ search: { ...timesOf(when), ...next }, replace: false })
  const query = useApi(routes.listProjects, { query: { ...timesOf(when), ...filters, size: PAGE_SIZE } })
  return (
    <Page query={query} className="library">
      {data => (
        <>
          <FilterBar facets={data.facets} filters={filters} go={go} />
          <ProjectTable data={data} filters={filters} go={go} />
          <Foot
            data={data}
            filters={filters}
            go={go}
            exportTo={address(routes.exportProjects, { query: { ...timesOf(when), ...filters } })}
          />
        </>
      )}
    </Page>
  )
}

function Foot({
  data,
  filters,
  go,
  exportTo,
}: {
  data: ProjectList
  filters: Filters
  go: (next: Filters) => void
  exportTo: string
}) {
  const { t } = useTranslation()
  return (
    <div className="library-foot no-print">
      <Button href={exportTo} download>
        {t('project.export')}
      </Button>
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
  )
}
