/** Items in an order: each is put in and taken out at its place, the others stay. No two may be equal in the order. */
export class Ordered<T> {
  readonly #compare: (a: T, b: T) => number
  readonly #items: T[] = []
  /** The first items come many at once: they are put in order when the order is first looked at. */
  #sorted = false

  constructor(compare: (a: T, b: T) => number) {
    this.#compare = compare
  }

  add(item: T): void {
    if (this.#sorted) this.#items.splice(this.#placeOf(item), 0, item)
    else this.#items.push(item)
  }

  remove(item: T): void {
    const { items } = this
    const place = this.#placeOf(item)
    if (items[place] !== item) throw new Error('no such item in the order')
    this.#items.splice(place, 1)
  }

  /** The living array: it changes with the next item. */
  get items(): readonly T[] {
    if (!this.#sorted) {
      this.#items.sort(this.#compare)
      this.#sorted = true
    }
    return this.#items
  }

  #placeOf(item: T): number {
    const { items } = this
    let from = 0
    let to = items.length
    while (from < to) {
      const middle = (from + to) >>> 1
      if (this.#compare(items[middle] as T, item) < 0) from = middle + 1
      else to = middle
    }
    return from
  }
}
