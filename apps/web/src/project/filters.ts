import { joinValues, PROJECT_COLUMNS, PROJECT_FACETS, type ProjectFacet, splitValues } from '@guatu/contract'

export const FACETS = PROJECT_FACETS
export type Facet = ProjectFacet
export const BOUNDS = ['totalMin', 'totalMax', 'planMin', 'planMax', 'doneMin', 'doneMax'] as const
export type Bound = (typeof BOUNDS)[number]

/** What the project list is narrowed and ordered by, and which columns it shows. The address of the page holds exactly this. */
export type Filters = { readonly [Name in Facet | Bound]?: string } & {
  readonly q?: string
  /** `progress:red`: colours in single dimensions. */
  readonly light?: string
  readonly silent?: 'yes'
  readonly sort?: string
  readonly order?: 'asc' | 'desc'
  readonly columns?: string
  /** Saved view that the rest came from. */
  readonly view?: string
  readonly page?: number
}
export const PAGE_SIZE = 50

const TEXT_SORTS = new Set<string>([
  'name',
  'code',
  'list',
  'unit',
  'owner',
  'place',
  'leader',
  'sector',
  'fund',
  'period',
])
const isSort = (text: string) =>
  text === 'severity' ||
  text === 'name' ||
  PROJECT_COLUMNS.some(column => column === text) ||
  /^(light|field):[\w.-]+$/.test(text)

/** From the address: what it does not understand it leaves out. */
export function readFilters(search: Record<string, unknown>): Filters {
  const text = (name: string, shape = /\S/) => {
    const value = typeof search[name] === 'number' ? String(search[name]) : search[name]
    return typeof value === 'string' && shape.test(value) ? value : undefined
  }
  const sort = text('sort')
  const page = Number(search.page)
  return dropEmpty({
    q: text('q')?.slice(0, 100),
    ...Object.fromEntries(FACETS.map(facet => [facet, text(facet)])),
    light: text('light'),
    totalMin: text('totalMin', MINOR),
    totalMax: text('totalMax', MINOR),
    planMin: text('planMin', MINOR),
    planMax: text('planMax', MINOR),
    doneMin: text('doneMin', PERCENT),
    doneMax: text('doneMax', PERCENT),
    silent: search.silent === 'yes' ? 'yes' : undefined,
    sort: sort !== undefined && isSort(sort) ? sort : undefined,
    order: search.order === 'asc' || search.order === 'desc' ? search.order : undefined,
    columns: text('columns'),
    view: text('view'),
    page: Number.isSafeInteger(page) && page > 1 ? page : undefined,
  })
}
const MINOR = /^\d{1,15}$/
const PERCENT = /^-?\d{1,6}(\.\d{1,2})?$/

function dropEmpty(filters: Filters): Filters {
  return Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined))
}

/** Something else is asked for: again from the first page. */
export const change = (filters: Filters, change: Filters): Filters =>
  dropEmpty({ ...filters, ...change, page: undefined })

/** A facet's chosen values; several are joined by commas. */
export const chosen = (filters: Filters, facet: Facet | 'light'): string[] => splitValues(filters[facet])

export const choose = (filters: Filters, facet: Facet | 'light', values: readonly string[]): Filters =>
  change(filters, { [facet]: joinValues(values) || undefined })

/** Takes a value in that is not chosen, and out that is. */
export function toggle(filters: Filters, facet: Facet | 'light', value: string): Filters {
  const now = chosen(filters, facet)
  return choose(filters, facet, now.includes(value) ? now.filter(one => one !== value) : [...now, value])
}

/** What narrows, and nothing else: how it is ordered and shown stays. */
export const isNarrowed = (filters: Filters) => NARROWING.some(name => filters[name] !== undefined)
const NARROWING = ['q', 'light', 'silent', ...FACETS, ...BOUNDS] as const

export const widened = ({ sort, order, columns }: Filters): Filters => dropEmpty({ sort, order, columns })

/** What goes to the server, and into a saved view but for `view` and `page`. */
export function queryOf({ columns: _columns, view: _view, ...query }: Filters) {
  const { totalMin, totalMax, planMin, planMax, ...rest } = query
  const minor = (text: string | undefined) => (text === undefined ? undefined : Number(text))
  return {
    ...rest,
    totalMin: minor(totalMin),
    totalMax: minor(totalMax),
    planMin: minor(planMin),
    planMax: minor(planMax),
  }
}

export function savedQuery({ view: _view, page: _page, ...filters }: Filters): Record<string, string> {
  return Object.fromEntries(Object.entries(filters).map(([name, value]) => [name, String(value)]))
}

export const firstOrder = (sort: string) => (TEXT_SORTS.has(sort) ? 'asc' : 'desc')

/** One click sorts by a column, the second turns it round. */
export function sortBy(filters: Filters, sort: string): Filters {
  const first = firstOrder(sort)
  const turned = first === 'asc' ? 'desc' : 'asc'
  const current = filters.sort ?? 'severity'
  const order = current === sort && (filters.order ?? first) === first ? turned : first
  return change(filters, { sort, order })
}
