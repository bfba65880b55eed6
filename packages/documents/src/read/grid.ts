/**
 * What a reader hands on, whatever the file was: cells as text or number with where they came from.
 * Rows and columns count from 1, as the clerk sees them.
 */
export interface Cell {
  /**
   * Text as stored, or a number as exact decimal text; dates as `YYYY-MM-DD`. Numbers of a workbook are taken
   * to 15 significant digits, which is what the clerk's program keeps, so that 0.1 + 0.2 is 0.3.
   */
  readonly text: string
  readonly kind: 'text' | 'number' | 'date' | 'boolean' | 'error'
  /** The cell holds a formula; `text` is its cached value. */
  readonly computed?: true
  /** A number shown as a percentage: `text` is the fraction, 0.853 for 85.3%. */
  readonly percent?: true
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

/** 1 → A, 27 → AA. */
export function columnLetters(column: number): string {
  let letters = ''
  for (let left = column; left > 0; left = Math.floor((left - 1) / 26))
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters
  return letters
}
