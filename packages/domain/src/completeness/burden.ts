import type { PrefilledRow, RowFigures } from '../return/index.ts'

/** Cells of one unit's return (填报负担): what was asked, and how much of it a person had to type. */
export interface Burden {
  readonly asked: number
  /** Sent as they were filled in beforehand. */
  readonly prefilled: number
  readonly typed: number
  /** Read from a file: nobody was made to type them here, and they were not filled in beforehand either. */
  readonly read: number
  /** Left without a figure. */
  readonly blank: number
}

/**
 * `rows`: as they were shown, before they were sent; `figures`: as they were sent, from the grid by `hand` (typed or
 * pasted) or with a `file`. What a paste brings is typed: somebody made the table it was copied from for this return.
 */
export function burdenOf(
  rows: readonly PrefilledRow[],
  figures: readonly RowFigures[],
  by: 'hand' | 'file' = 'hand',
): Burden {
  const sent = new Map(figures.map(one => [one.project, one.figures]))
  let [asked, prefilled, typed, read] = [0, 0, 0, 0]
  for (const { project, cells } of rows) {
    for (const { field, now, last } of cells) {
      asked += 1
      const value = sent.get(project)?.[field]
      const shown = (now ?? last)?.value
      if (value === undefined || (value === null && shown === undefined)) continue
      if (by === 'file') read += 1
      else if (value === shown) prefilled += 1
      else typed += 1
    }
  }
  return { asked, prefilled, typed, read, blank: asked - prefilled - typed - read }
}

export const NO_BURDEN: Burden = { asked: 0, prefilled: 0, typed: 0, read: 0, blank: 0 }

export const addBurden = (a: Burden, b: Burden): Burden => ({
  asked: a.asked + b.asked,
  prefilled: a.prefilled + b.prefilled,
  typed: a.typed + b.typed,
  read: a.read + b.read,
  blank: a.blank + b.blank,
})

/** Of a return that is sent again: what was typed before was typed, and what it shows again costs nothing. */
export function sentAgain(before: Burden | undefined, now: Burden): Burden {
  if (!before) return now
  const { asked } = now
  const typed = before.typed + now.typed
  const read = before.read + now.read
  const prefilled = Math.max(0, Math.min(before.prefilled, asked - typed - read))
  return { asked, prefilled, typed, read, blank: Math.max(0, asked - prefilled - typed - read) }
}
