import { compareText } from '@guatu/kernel'
import type { CodeColumn } from './column.ts'
import { FACETS, type FacetName, type ProjectSearch } from './search.ts'
import type { LineTable } from './table.ts'

/** One value that may be chosen; its name where the id is not one. */
export interface FacetValue {
  readonly id: string
  readonly name: string
  readonly count: number
}

export interface FacetCounts {
  readonly facets: { readonly [Name in FacetName]: readonly FacetValue[] }
  /** Colours by dimension. */
  readonly lights: Readonly<Record<string, readonly FacetValue[]>>
}

/** Values offered per filter; what is chosen is offered whatever its rank. */
const MOST = 300

/**
 * Counts each value among the lines that every other filter lets through: choosing it shows that many. What is chosen
 * stays with its count, be it 0.
 */
export function facetCounts(table: LineTable, search: ProjectSearch): FacetCounts {
  const failures = new Uint8Array(table.used)
  /** Of a line that fails once: the filter it fails, counted from 1. */
  const failed = new Uint8Array(table.used)
  const passes = table.passes(search)
  for (let slot = 0; slot < table.used; slot += 1) failures[slot] = passes[slot] === 1 ? 0 : 2
  const filters = table.chosen(search)
  for (const [index, { column, wanted }] of filters.entries()) {
    const allowed = column.allowed(wanted)
    const { codes } = column
    for (let slot = 0; slot < table.used; slot += 1) {
      if (allowed[codes[slot] ?? 0] === 1 || (failures[slot] ?? 0) > 1) continue
      failures[slot] = (failures[slot] ?? 0) + 1
      failed[slot] = index + 1
    }
  }
  const count = (column: CodeColumn, nameOf: (id: string) => string) => {
    const own = filters.findIndex(one => one.column === column)
    const perCode = new Uint32Array(column.codeCount)
    const { codes } = column
    for (let slot = 0; slot < table.used; slot += 1) {
      if (failures[slot] !== 0 && !(failures[slot] === 1 && failed[slot] === own + 1)) continue
      const code = codes[slot] ?? 0
      perCode[code] = (perCode[code] ?? 0) + 1
    }
    return offered(column.countValues(perCode), filters[own]?.wanted ?? [], nameOf)
  }
  const unitName = (id: string) => table.unitName(id) ?? id
  const lights = [...table.lights]
    .sort(([a], [b]) => compareText(a, b))
    .map(([dimension, column]) => [dimension, count(column, same)] as const)
  const facets = FACETS.map(name => {
    const nameOf = name === 'unit' || name === 'place' ? unitName : same
    return [name, count(table.facets[name], nameOf)] as const
  })
  return {
    facets: Object.fromEntries(facets) as Record<FacetName, FacetValue[]>,
    lights: Object.fromEntries(lights),
  }
}

const same = (id: string) => id

function offered(
  counts: Map<string, number>,
  wanted: readonly string[],
  nameOf: (id: string) => string,
): FacetValue[] {
  for (const id of wanted) if (!counts.has(id)) counts.set(id, 0)
  return [...counts]
    .map(([id, count]) => ({ id, name: nameOf(id), count }))
    .sort((a, b) => b.count - a.count || compareText(a.id, b.id))
    .filter(({ id }, index) => index < MOST || wanted.includes(id))
}
