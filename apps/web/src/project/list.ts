import { type Response, routes } from '@guatu/contract'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { call } from '../api/client.ts'
import type { When } from '../time/when.ts'
import { type Filters, PAGE_SIZE, queryOf } from './filters.ts'

export type ProjectList = Response<typeof routes.listProjects>
export type ProjectFacets = Response<typeof routes.projectFacets>

/** The last page stays on screen until the next is there: narrowing never blanks the table. */
export function useProjectList(when: When, filters: Filters) {
  const query = { ...when, ...queryOf(filters), size: PAGE_SIZE }
  return useQuery<ProjectList, Error>({
    queryKey: [routes.listProjects.name, null, query],
    queryFn: ({ signal }) => call(routes.listProjects, { query: query as never, signal }),
    placeholderData: keepPreviousData,
  })
}

/** Counts do not turn on page and order. */
export function useProjectFacets(when: When, filters: Filters) {
  const { page: _page, sort: _sort, order: _order, ...narrowing } = queryOf(filters)
  const query = { ...when, ...narrowing }
  return useQuery<ProjectFacets, Error>({
    queryKey: [routes.projectFacets.name, null, query],
    queryFn: ({ signal }) => call(routes.projectFacets, { query: query as never, signal }),
    placeholderData: keepPreviousData,
  })
}
