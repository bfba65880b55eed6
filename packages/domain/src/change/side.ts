import { type Counters, merge } from '../evaluate/index.ts'
import type { Basis } from '../standing/index.ts'
import type { Row } from '../standing/row.ts'
import { StandingView } from '../standing/view.ts'

/** One of the two standings that are compared, as far as one reader sees it. */
export interface Side {
  readonly basis: Basis
  readonly total: Counters
  row(id: string): Row | undefined
  rows(): Iterable<Row>
}

/** The side as it would be if these projects stood as they then did; undefined: there was no such project. */
export function withEarlier(side: Side, earlier: ReadonlyMap<string, Row | undefined>): Side {
  const then = new StandingView(side.basis)
  const since = new StandingView(side.basis)
  for (const [id, row] of earlier) {
    then.replace(id, row)
    since.replace(id, side.row(id))
  }
  const total = new Map(side.total)
  merge(total, since.total, -1)
  merge(total, then.total, 1)
  return {
    basis: side.basis,
    total,
    row: id => (earlier.has(id) ? earlier.get(id) : side.row(id)),
    *rows() {
      for (const row of side.rows()) if (!earlier.has(row.id)) yield row
      for (const row of earlier.values()) if (row) yield row
    },
  }
}
