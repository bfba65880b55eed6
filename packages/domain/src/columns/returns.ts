import { compareText, type Period, periodSpan } from '@guatu/kernel'
import type { FieldId } from '../facts/index.ts'
import type { PeriodEnd, ReturnColumns } from './columns.ts'
import { FieldBuilder } from './field.ts'
import { type Growing, growingIndexes, growingNumbers } from './growing.ts'

/** Takes returns in any order and puts them in that of `ReturnColumns`. */
export class ReturnsBuilder {
  readonly #projects = growingIndexes()
  readonly #periods = growingIndexes()
  readonly #names = new Map<Period, number>()
  readonly #fields = new Map<FieldId, FieldBuilder>()
  readonly #sources = new Map<FieldId, Growing<Float64Array>>()
  #rows = 0

  /** A return of the project with that index; gives its row. */
  add(project: number, period: Period): number {
    const row = this.#rows++
    let name = this.#names.get(period)
    if (name === undefined) {
      name = this.#names.size
      this.#names.set(period, name)
    }
    this.#projects.set(row, project)
    this.#periods.set(row, name)
    return row
  }

  field(id: FieldId): FieldBuilder {
    return held(this.#fields, id, () => new FieldBuilder())
  }

  source(id: FieldId): Growing<Float64Array> {
    return held(this.#sources, id, growingNumbers)
  }

  columns(projects: number): ReturnColumns {
    const rows = this.#rows
    const { periods, ranks } = inTime([...this.#names.keys()])
    const period = this.#periods.taken(rows, undefined)
    for (let row = 0; row < rows; row++) period[row] = ranks[period[row] ?? 0] ?? 0
    const project = this.#projects.taken(rows, undefined)
    const from = countedFrom(project, projects)
    const order = isSorted(project, period)
      ? undefined
      : byKey(project, from, byKey(period, countedFrom(period, periods.length), undefined))
    return {
      from,
      periods,
      period: order ? period.map((_, row) => period[order[row] ?? 0] ?? 0) : period,
      fields: new Map([...this.#fields].map(([id, field]) => [id, field.column(rows, order)])),
      sources: new Map([...this.#sources].map(([id, source]) => [id, source.taken(rows, order)])),
    }
  }
}

function held<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key)
  if (known) return known
  const made = make()
  map.set(key, made)
  return made
}

/** Periods by their last day, and the place of each in that order. */
function inTime(names: readonly Period[]): { periods: PeriodEnd[]; ranks: number[] } {
  const periods = names
    .map(period => ({ period, end: periodSpan(period).end }))
    .sort((a, b) => compareText(a.end, b.end) || compareText(a.period, b.period))
  const places = new Map(periods.map(({ period }, place) => [period, place]))
  return { periods, ranks: names.map(name => places.get(name) ?? 0) }
}

/** Where the rows of each key begin when rows are sorted by key; one more for the end. */
function countedFrom(keys: Int32Array, count: number): Int32Array {
  const from = new Int32Array(count + 1)
  for (const key of keys) from[key + 1] = (from[key + 1] ?? 0) + 1
  for (let key = 0; key < count; key++) from[key + 1] = (from[key + 1] ?? 0) + (from[key] ?? 0)
  return from
}

function isSorted(project: Int32Array, period: Int32Array): boolean {
  for (let row = 1; row < project.length; row++) {
    const step = (project[row] ?? 0) - (project[row - 1] ?? 0)
    if (step < 0 || (step === 0 && (period[row] ?? 0) < (period[row - 1] ?? 0))) return false
  }
  return true
}

/** Rows by key; rows of one key keep the order in which they come. */
function byKey(keys: Int32Array, from: Int32Array, order: Int32Array | undefined): Int32Array {
  const next = from.slice()
  const sorted = new Int32Array(keys.length)
  for (let place = 0; place < keys.length; place++) {
    const row = order ? (order[place] ?? 0) : place
    const key = keys[row] ?? 0
    const at = next[key] ?? 0
    next[key] = at + 1
    sorted[at] = row
  }
  return sorted
}
