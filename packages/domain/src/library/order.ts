import { byNumbers } from './by-numbers.ts'
import type { ProjectLine } from './rows.ts'
import { compareLines, hasFigure, type SortKey } from './sort.ts'

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

/** Slots in the order of names sorted by a column: equal lines stay as they are and need no look at their names. */
function sorted(
  byName: Uint32Array,
  lineAt: (slot: number) => ProjectLine,
  key: SortKey,
  descending: boolean,
): Uint32Array {
  const { tie, exact } = key
  const sign = descending ? -1 : 1
  // Those without a figure all stand last, by name alone.
  const tied = (line: ProjectLine) => (tie && hasFigure(key, line) ? tie(line) : 0)
  const base = tie ? byNumbers(byName, numbers(byName, lineAt, tied), descending) : byName
  const settled = exact && ((a: number, b: number) => sign * exact(lineAt(a), lineAt(b)))
  return byNumbers(base, numbers(base, lineAt, placing(base, lineAt, key)), descending, settled)
}

/** Where a line stands among the values of the column; words are compared once each, however many lines share them. */
function placing(
  slots: Uint32Array,
  lineAt: (slot: number) => ProjectLine,
  { text, rough }: SortKey,
): (line: ProjectLine) => number {
  if (!text) return line => rough?.(line) ?? Number.NaN
  const words = new Set<string>()
  for (const slot of slots) {
    const word = text(lineAt(slot))
    if (word !== undefined) words.add(word)
  }
  // The order of `compareText`, without a call for each comparison.
  const rank = new Map([...words].sort().map((word, index) => [word, index]))
  return line => rank.get(text(line) ?? '') ?? Number.NaN
}

function numbers(
  slots: Uint32Array,
  lineAt: (slot: number) => ProjectLine,
  of: (line: ProjectLine) => number,
): Float64Array {
  const all = new Float64Array(slots.length)
  for (let place = 0; place < slots.length; place += 1) all[place] = of(lineAt(slots[place] ?? 0))
  return all
}
