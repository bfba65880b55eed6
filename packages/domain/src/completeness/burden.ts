import type { PrefilledRow, RowFigures } from '../return/index.ts'

/** Cells of one unit's return (填报负担): what was asked, and how much of it a person had to type. */
export interface Burden {
  readonly asked: number
  /** Sent as they were filled in beforehand. */
  readonly prefilled: number
  readonly typed: number
  /** Left without a figure. */
  readonly blank: number
}

/** `rows`: as they were shown, before they were sent; `figures`: as they were sent. */
export function burdenOf(rows: readonly PrefilledRow[], figures: readonly RowFigures[]): Burden {
  const sent = new Map(figures.map(one => [one.project, one.figures]))
  let [asked, prefilled, typed] = [0, 0, 0]
  for (const { project, cells } of rows) {
    for (const { field, now, last } of cells) {
      asked += 1
      const value = sent.get(project)?.[field]
      const shown = (now ?? last)?.value
      if (value === undefined || (value === null && shown === undefined)) continue
      if (value === shown) prefilled += 1
      else typed += 1
    }
  }
  return { asked, prefilled, typed, blank: asked - prefilled - typed }
}

export const NO_BURDEN: Burden = { asked: 0, prefilled: 0, typed: 0, blank: 0 }

export const addBurden = (a: Burden, b: Burden): Burden => ({
  asked: a.asked + b.asked,
  prefilled: a.prefilled + b.prefilled,
  typed: a.typed + b.typed,
  blank: a.blank + b.blank,
})
