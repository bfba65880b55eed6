import type { FieldValue } from '../facts/index.ts'
import type { FieldColumn } from './columns.ts'
import { type Growing, growingIndexes, growingNumbers } from './growing.ts'

/** One field while rows are added: numbers until a text comes, from then on words. */
export class FieldBuilder {
  #numbers: Growing<Float64Array> | undefined = growingNumbers()
  readonly #indexes = growingIndexes()
  readonly #words = new Map<FieldValue, number>()
  #rows = 0

  set(row: number, value: FieldValue): void {
    this.#rows = Math.max(this.#rows, row + 1)
    if (this.#numbers && typeof value === 'number') {
      this.#numbers.set(row, value)
      return
    }
    if (this.#numbers) this.#toWords(this.#numbers)
    this.#indexes.set(row, this.#wordOf(value))
  }

  column(rows: number, order: Int32Array | undefined): FieldColumn {
    if (this.#numbers) return { values: this.#numbers.taken(rows, order) }
    return { words: [...this.#words.keys()], values: this.#indexes.taken(rows, order) }
  }

  #toWords(numbers: Growing<Float64Array>): void {
    for (let row = 0; row < this.#rows; row++) {
      const value = numbers.at(row)
      if (!Number.isNaN(value)) this.#indexes.set(row, this.#wordOf(value))
    }
    this.#numbers = undefined
  }

  #wordOf(value: FieldValue): number {
    const known = this.#words.get(value)
    if (known !== undefined) return known
    this.#words.set(value, this.#words.size)
    return this.#words.size - 1
  }
}
