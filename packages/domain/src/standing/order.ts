import type { Row } from './row.ts'

/** Projects that ask for something: worst light first, then the largest plan. */
export class TodoOrder {
  readonly #rows: Row[] = []
  /** The first rows come many at once: they are put in order when the order is first looked at. */
  #sorted = false

  add(row: Row): void {
    if (row.asks === 0) return
    if (this.#sorted) this.#rows.splice(this.#placeOf(row), 0, row)
    else this.#rows.push(row)
  }

  remove(row: Row): void {
    if (row.asks === 0) return
    const { rows } = this
    const place = this.#placeOf(row)
    if (rows[place] !== row) throw new Error(`no such row in the order: ${row.id}`)
    this.#rows.splice(place, 1)
  }

  get rows(): readonly Row[] {
    if (!this.#sorted) {
      this.#rows.sort(byAsking)
      this.#sorted = true
    }
    return this.#rows
  }

  #placeOf(row: Row): number {
    const { rows } = this
    let from = 0
    let to = rows.length
    while (from < to) {
      const middle = (from + to) >>> 1
      const at = rows[middle]
      if (at && byAsking(at, row) < 0) from = middle + 1
      else to = middle
    }
    return from
  }
}

const byAsking = (a: Row, b: Row) =>
  b.asks - a.asks || b.plan - a.plan || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
