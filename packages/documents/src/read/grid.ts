/**
 * What a reader hands on, whatever the file was: cells as text or number with where they came from.
 * Rows and columns count from 1, as the clerk sees them.
 */
export interface Cell {
  /** Text as stored, or a number as exact decimal text; dates as `YYYY-MM-DD`. */
  readonly text: string
  readonly kind: 'text' | 'number' | 'date' | 'boolean' | 'error'
  /** The cell holds a formula; `text` is its cached value. */
  readonly computed?: true
}

export interface Merge {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

export interface Sheet {
  readonly name: string
  /** `rows[r - 1][c - 1]`; undefined where empty. A merged area has its value in its top left cell only. */
  readonly rows: readonly (readonly (Cell | undefined)[])[]
  readonly merges: readonly Merge[]
  readonly hidden?: true
}

export interface Workbook {
  readonly format: 'xlsx' | 'csv'
  /** csv only: what the bytes were read as. */
  readonly encoding?: 'utf-8' | 'gbk' | 'latin-1' | 'utf-16'
  readonly sheets: readonly Sheet[]
}
