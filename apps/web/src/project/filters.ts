/** What the project list is narrowed and ordered by. The address of the page holds exactly this. */
export interface Filters {
  readonly q?: string
  readonly list?: string
  readonly unit?: string
  readonly stage?: string
  readonly nature?: string
  readonly colour?: string
  readonly leader?: string
  readonly sort?: Sort
  readonly order?: 'asc' | 'desc'
  readonly page?: number
}
export const SORTS = ['severity', 'name', 'unit', 'annual-plan', 'invested', 'completion', 'gap'] as const
export type Sort = (typeof SORTS)[number]
export const FACETS = ['list', 'unit', 'stage', 'nature', 'colour', 'leader'] as const
export type Facet = (typeof FACETS)[number]
export const PAGE_SIZE = 50

/** From the address: what it does not understand it leaves out. */
export function readFilters(search: Record<string, unknown>): Filters {
  const text = (name: string) => {
    const value = search[name]
    return typeof value === 'string' && value.trim() !== '' ? value : undefined
  }
  const sort = SORTS.find(one => one === search.sort)
  const page = Number(search.page)
  return dropEmpty({
    q: text('q')?.slice(0, 100),
    list: text('list'),
    unit: text('unit'),
    stage: text('stage'),
    nature: text('nature'),
    colour: text('colour'),
    leader: text('leader'),
    sort,
    order: search.order === 'asc' || search.order === 'desc' ? search.order : undefined,
    page: Number.isSafeInteger(page) && page > 1 ? page : undefined,
  })
}

function dropEmpty(filters: Filters): Filters {
  return Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined))
}

/** A facet's chosen values; several are joined by commas. */
export const chosen = (filters: Filters, facet: Facet): string[] => filters[facet]?.split(',') ?? []

/** Choosing anything else starts again at the first page. */
export const choose = (filters: Filters, facet: Facet, values: readonly string[]): Filters =>
  dropEmpty({ ...filters, [facet]: values.join(',') || undefined, page: undefined })

/** One click sorts by a column, the second turns it round. */
export function sortBy(filters: Filters, sort: Sort): Filters {
  const first = sort === 'name' || sort === 'unit' ? 'asc' : 'desc'
  const turned = first === 'asc' ? 'desc' : 'asc'
  const current = filters.sort ?? 'severity'
  const order = current === sort && (filters.order ?? first) === first ? turned : first
  return dropEmpty({ ...filters, sort, order, page: undefined })
}
