/** Numbers set row by row, then read as one typed array. Rows that nobody set hold `absent`. */
export class Growing<T extends Int32Array | Float64Array> {
  #values: T
  readonly #make: (length: number) => T
  readonly #absent: number

  constructor(make: (length: number) => T, absent: number) {
    this.#make = make
    this.#absent = absent
    this.#values = this.#fresh(1024)
  }

  set(row: number, value: number): void {
    if (row >= this.#values.length) this.#grow(row + 1)
    this.#values[row] = value
  }

  at(row: number): number {
    return this.#values[row] ?? this.#absent
  }

  /** So many rows in a new order: row `i` is what was `order[i]`; without an order as they are. */
  taken(rows: number, order: Int32Array | undefined): T {
    if (rows > this.#values.length) this.#grow(rows)
    if (!order) return this.#values.subarray(0, rows) as T
    const taken = this.#make(rows)
    for (let row = 0; row < rows; row++) taken[row] = this.#values[order[row] ?? 0] ?? this.#absent
    return taken
  }

  #grow(rows: number): void {
    const values = this.#fresh(Math.max(rows, this.#values.length * 2))
    values.set(this.#values)
    this.#values = values
  }

  #fresh(length: number): T {
    const values = this.#make(length)
    if (this.#absent !== 0) values.fill(this.#absent)
    return values
  }
}

export const growingNumbers = () => new Growing<Float64Array>(length => new Float64Array(length), Number.NaN)
export const growingIndexes = () => new Growing<Int32Array>(length => new Int32Array(length), -1)
