import { compareText } from '@guatu/kernel'
import type { ProjectLine } from './rows.ts'
import { compareLines, type SortKey } from './sort.ts'

/** All slots in the order of one column, kept: a changed line is taken out and put back in by binary search. */
export class Order {
  #slots: Uint32Array
  #size: number
  readonly #lineAt: (slot: number) => ProjectLine
  readonly #compare: (a: ProjectLine, b: ProjectLine) => number

  constructor(byName: Uint32Array, lineAt: (slot: number) => ProjectLine, key: SortKey, descending: boolean) {
    this.#lineAt = lineAt
    this.#compare = compareLines(key, descending)
    this.#size = byName.length
    this.#slots = sorted(byName, lineAt, key, descending)
  }

  /** The slots in order; valid until the next change. */
  get slots(): Uint32Array {
    return this.#slots.subarray(0, this.#size)
  }

  /** While the line still is what it was put in as. */
  remove(slot: number): void {
    const at = this.#placeOf(this.#lineAt(slot))
    this.#slots.copyWithin(at, at + 1, this.#size)
    this.#size -= 1
  }

  insert(slot: number): void {
    if (this.#size === this.#slots.length) {
      const wider = new Uint32Array(Math.ceil(this.#size * 1.5) + 16)
      wider.set(this.#slots)
      this.#slots = wider
    }
    const at = this.#placeOf(this.#lineAt(slot))
    this.#slots.copyWithin(at + 1, at, this.#size)
    this.#slots[at] = slot
    this.#size += 1
  }

  /** Where the line stands or would stand: no two lines are equal, since ids differ. */
  #placeOf(line: ProjectLine): number {
    let low = 0
    let high = this.#size
    while (low < high) {
      const middle = (low + high) >>> 1
      if (this.#compare(this.#lineAt(this.#slots[middle] ?? 0), line) < 0) low = middle + 1
      else high = middle
    }
    return low
  }
}

/** Slots in the order of names sorted by a column: sorting is stable, so that equal lines need no look at their names. */
function sorted(
  byName: Uint32Array,
  lineAt: (slot: number) => ProjectLine,
  key: SortKey,
  descending: boolean,
): Uint32Array {
  const sign = descending ? -1 : 1
  const { has, tie } = key
  const base = tie
    ? sortedBy(
        byName,
        // Those without a figure all stand last, by name alone.
        numbers(byName, slot => (has(lineAt(slot)) ? tie(lineAt(slot)) : 0)),
        sign,
      )
    : byName
  const places = numbers(base, placing(base, lineAt, key))
  const exact = key.exact
  return sortedBy(base, places, sign, exact && ((a, b) => sign * exact(lineAt(a), lineAt(b))))
}

/** Where a slot stands among the values of the column; words are compared once each, however many lines share them. */
function placing(
  slots: Uint32Array,
  lineAt: (slot: number) => ProjectLine,
  { has, text, rough }: SortKey,
): (slot: number) => number {
  const among = (of: (line: ProjectLine) => number) => (slot: number) => {
    const line = lineAt(slot)
    return has(line) ? of(line) : Number.NaN
  }
  if (!text) return among(line => rough?.(line) ?? 0)
  const words = new Set<string>()
  for (const slot of slots) words.add(text(lineAt(slot)))
  const rank = new Map([...words].sort(compareText).map((word, index) => [word, index]))
  return among(line => rank.get(text(line)) ?? 0)
}

function numbers(slots: Uint32Array, of: (slot: number) => number): Float64Array {
  const all = new Float64Array(slots.reduce((most, slot) => Math.max(most, slot + 1), 0))
  for (const slot of slots) all[slot] = of(slot)
  return all
}

/** NaN stands last either way; `equal` decides between the same numbers. */
function sortedBy(
  slots: Uint32Array,
  numbers: Float64Array,
  sign: number,
  equal: (a: number, b: number) => number = () => 0,
): Uint32Array {
  return slots.toSorted((a, b) => {
    const left = numbers[a] ?? Number.NaN
    const right = numbers[b] ?? Number.NaN
    if (left < right) return -sign
    if (left > right) return sign
    if (left === right) return equal(a, b)
    return Number(Number.isNaN(left)) - Number(Number.isNaN(right))
  })
}
