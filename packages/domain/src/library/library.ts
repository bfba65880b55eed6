import { must } from '@guatu/kernel'
import type { UnitFact } from '../facts/index.ts'
import { type FacetCounts, facetCounts } from './facets.ts'
import { Order } from './order.ts'
import type { ProjectLine } from './rows.ts'
import type { LineSums, ProjectSearch } from './search.ts'
import { BY_NAME, sortKey } from './sort.ts'
import { LineTable } from './table.ts'

/** The lines of one reader's library, kept between requests: a changed project is replaced, not all read again. */
export interface Library {
  readonly size: number
  /** Puts in or replaces one line; undefined takes it out. */
  replace(id: string, line: ProjectLine | undefined): void
  /** `rows` from `from`, at most `size`; sums run over all that was found. */
  page(search: ProjectSearch, from: number, size: number): LibraryPage
  /** What may be chosen under each filter, counted among the lines that all other filters let through. */
  facets(search?: ProjectSearch): FacetCounts
  /** Makes one more of the orders that a reader is likely to ask for; false when all are there. */
  warm(): boolean
}

export interface LibraryPage {
  readonly rows: readonly ProjectLine[]
  readonly total: number
  readonly sums: LineSums
}

/** Orders beyond this many are made anew when they are asked for again. */
const ORDERS_KEPT = 16

/** Columns that are shown unless others are chosen, and the light of each dimension. */
const LIKELY = [
  'severity',
  'name',
  'unit',
  'leader',
  'stage',
  'annual-plan',
  'plan-to-date',
  'invested',
  'completion',
  'gap',
]

/** `severity`: by colour, higher is worse. `units`: their tree, since a unit stands for all below it. */
export function createLibrary(
  lines: Iterable<ProjectLine>,
  severity: ReadonlyMap<string, number>,
  units: readonly UnitFact[] = [],
): Library {
  const table = new LineTable(lines, units)
  const orders = new Map<string, Order>()
  /** What every order is made from. */
  let names: Order | undefined
  const kept = () => (names ? [names, ...orders.values()] : [])

  function sortOf({ sort = 'severity', order }: ProjectSearch) {
    const known = sortKey(sort, severity)
    const key = known ?? must(sortKey('severity', severity), 'order by severity')
    const direction = order ?? key.first
    return { key, direction, name: `${known ? sort : 'severity'} ${direction}` }
  }

  function orderOf(search: ProjectSearch): Order {
    const { key, direction, name } = sortOf(search)
    names ??= new Order(table.slots(), table.line, BY_NAME, false)
    const order = orders.get(name) ?? new Order(names.slots, table.line, key, direction === 'desc')
    orders.delete(name)
    orders.set(name, order)
    const oldest = orders.keys().next()
    if (orders.size > ORDERS_KEPT && !oldest.done) orders.delete(oldest.value)
    return order
  }

  return {
    get size() {
      return table.size
    },
    replace(id, line) {
      const slot = table.slotOf(id)
      if (slot !== undefined) for (const order of kept()) order.remove(slot)
      const now = table.put(id, line)
      if (now !== undefined) for (const order of kept()) order.insert(now)
    },
    page(search, from, size) {
      const found = table.found(search)
      const rows: ProjectLine[] = []
      let passed = 0
      for (const slot of orderOf(search).slots) {
        if (rows.length >= size) break
        if (found.mask[slot] === 1 && passed++ >= from) rows.push(table.line(slot))
      }
      return { rows, total: found.sums.projects, sums: found.sums }
    },
    facets: (search = {}) => facetCounts(table, search),
    warm() {
      const sorts = [...LIKELY, ...[...table.lights.keys()].map(dimension => `light:${dimension}`)]
      const missing = sorts.slice(0, ORDERS_KEPT).find(sort => !orders.has(sortOf({ sort }).name))
      if (missing !== undefined) orderOf({ sort: missing })
      return missing !== undefined
    },
  }
}
