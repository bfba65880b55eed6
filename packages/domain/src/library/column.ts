/**
 * Values of one facet, slot by slot. Each combination of values that occurs is interned under a small code, so that a
 * filter is one look at a table of codes, however many values a line has.
 */
export class CodeColumn {
  readonly #values: string[][] = [[]]
  readonly #codeOf = new Map<string, number>([['', 0]])
  #codes: Uint32Array

  constructor(capacity: number) {
    this.#codes = new Uint32Array(capacity)
  }

  get codes(): Uint32Array {
    return this.#codes
  }

  grow(capacity: number): void {
    this.#codes = grown(this.#codes, new Uint32Array(capacity))
  }

  set(slot: number, values: readonly string[]): void {
    this.#codes[slot] = this.#intern(values)
  }

  #intern(values: readonly string[]): number {
    const key = values.join('\u0000')
    const known = this.#codeOf.get(key)
    if (known !== undefined) return known
    const code = this.#values.push([...values]) - 1
    this.#codeOf.set(key, code)
    return code
  }

  /** By code: 1 where one of the values is among those wanted. */
  allowed(wanted: readonly string[]): Uint8Array {
    const want = new Set(wanted)
    return Uint8Array.from(this.#values, values => (values.some(value => want.has(value)) ? 1 : 0))
  }

  /** How many lines have each value, from how many have each code. */
  countValues(perCode: Uint32Array): Map<string, number> {
    const counts = new Map<string, number>()
    for (const [code, values] of this.#values.entries()) {
      const count = perCode[code] ?? 0
      if (count > 0) for (const value of values) counts.set(value, (counts.get(value) ?? 0) + count)
    }
    return counts
  }

  get codeCount(): number {
    return this.#values.length
  }
}

export function grown<T extends Uint8Array | Uint32Array | Float64Array>(from: T, to: T): T {
  to.set(from)
  return to
}
