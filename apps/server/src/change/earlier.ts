import type { Basis, Row } from '@guatu/domain'
import { type ProjectFacts, rowOf } from '@guatu/domain'
import { type Changed, changedSince, projectsKnown, readScope, type ScopedTx } from '@guatu/store'
import type { App } from '../app.ts'
import type { Held } from '../picture/held.ts'

/** Stands as the person of the server's own reading, which sees the whole jurisdiction. */
const READER = 'system'
const SEQS_KEPT = 100
const ROWS_KEPT = 20_000

type Rows = Map<string, Row | undefined>

/** What was read of an earlier moment stays true as long as its basis does. */
const kept = new WeakMap<Basis, Map<number, Rows>>()

/**
 * The projects of which something was written after `seq`, as they then stood: with all others from the standing of the
 * same day that is kept up to date, this is the standing as known at `seq`, for the price of what changed. Undefined
 * when what judges all has changed in between.
 */
export function earlierRows(
  app: App,
  jurisdiction: string,
  { standing, moment }: Held,
  seq: number,
): Promise<ReadonlyMap<string, Row | undefined> | undefined> {
  const { basis } = standing
  return readScope(app.database, { jurisdiction, person: READER, reads: 'all' }, async tx => {
    const changed = await changedSince(tx, seq)
    if (changed.basis) return undefined
    const rows = keptRows(basis, seq)
    await readMissing(tx, basis, { asOf: moment.asOf, knownAt: seq }, changed, rows)
    return new Map(changed.projects.map(id => [id, rows.get(id)]))
  })
}

async function readMissing(
  tx: ScopedTx,
  basis: Basis,
  moment: { readonly asOf: string; readonly knownAt: number },
  { projects }: Changed,
  rows: Rows,
): Promise<void> {
  const missing = projects.filter(id => !rows.has(id))
  if (missing.length === 0) return
  const known = new Map<string, ProjectFacts>()
  for await (const some of projectsKnown(tx, moment, missing))
    for (const one of some) known.set(one.project.id, one)
  for (const id of missing) {
    const facts = known.get(id)
    rows.set(id, facts && rowOf(basis, facts))
  }
}

function keptRows(basis: Basis, seq: number): Rows {
  const bySeq = kept.get(basis) ?? new Map<number, Rows>()
  kept.set(basis, bySeq)
  const rows: Rows = bySeq.get(seq) ?? new Map()
  bySeq.delete(seq)
  bySeq.set(seq, rows)
  let held = [...bySeq.values()].reduce((sum, one) => sum + one.size, 0)
  for (const [other, one] of bySeq) {
    if (other === seq || (bySeq.size <= SEQS_KEPT && held <= ROWS_KEPT)) break
    bySeq.delete(other)
    held -= one.size
  }
  return rows
}
