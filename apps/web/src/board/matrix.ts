import type { WarRoom } from '@guatu/contract'
import { compareRates } from '@guatu/kernel'

export type Row = WarRoom['matrix'][number]
export type Cell = Row['total']

export const countOf = (cell: Cell, colour: string) => cell.colours[colour] ?? 0

/** Units with the greatest share of the worst colour first; the same share: the most of them, then by name. */
export function byRedShare(rows: readonly Row[], worst: string): Row[] {
  const share = ({ total }: Row) => ({ n: countOf(total, worst), d: Math.max(total.projects, 1) })
  return [...rows].sort(
    (a, b) =>
      compareRates(share(b), share(a)) ||
      countOf(b.total, worst) - countOf(a.total, worst) ||
      b.total.projects - a.total.projects ||
      (a.name < b.name ? -1 : a.name > b.name ? 1 : 0),
  )
}
