/**
 * Items in an order, of which no two are equal. What comes and goes waits until the order is next looked at: taking each
 * to its place at once would move half of all the others, twice for each project of a return.
 */
export class Ordered<T> {
  readonly #compare: (a: T, b: T) => number
  #items: readonly T[] = []
  readonly #come = new Set<T>()
  readonly #gone = new Set<T>()

  constructor(compare: (a: T, b: T) => number) {
    this.#compare = compare
  }

  add(item: T): void {
    this.#come.add(item)
  }

  /** `item` is one that was added and not yet removed. */
  remove(item: T): void {
    if (!this.#come.delete(item)) this.#gone.add(item)
  }

  /** Another array once something came or went. */
  get items(): readonly T[] {
    if (this.#come.size + this.#gone.size > 0) {
      this.#items = this.#merged()
      this.#come.clear()
      this.#gone.clear()
    }
    return this.#items
  }

  /** Compares only what comes and goes: the others are thousands, and far from each other in memory. */
  #merged(): T[] {
    const gone = [...this.#gone].map(item => this.#placeOf(item)).sort((a, b) => a - b)
    const come = [...this.#come].sort(this.#compare).map(item => ({ item, before: this.#placeOf(item) }))
    const merged: T[] = []
    let out = 0
    let into = 0
    for (let place = 0; place <= this.#items.length; place++) {
      for (let one = come[into]; one?.before === place; one = come[++into]) merged.push(one.item)
      if (gone[out] === place) out++
      else if (place < this.#items.length) merged.push(this.#items[place] as T)
    }
    return merged
  }

  /** How many stand before it. */
  #placeOf(item: T): number {
    let from = 0
    let to = this.#items.length
    while (from < to) {
      const middle = (from + to) >>> 1
      if (this.#compare(this.#items[middle] as T, item) < 0) from = middle + 1
      else to = middle
    }
    return from
  }
}
