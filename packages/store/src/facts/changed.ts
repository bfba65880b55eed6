import { must } from '@guatu/kernel'
import { sql } from 'kysely'
import type { ScopedTx } from '../scope/scope.ts'
import { requireAll } from '../scope/visible.ts'

/** What the ledger says that it did not say before. */
export interface Changed {
  /** The seq of the last write. */
  readonly seq: number
  /** Projects with new figures, or of which something else was written. */
  readonly projects: readonly string[]
  /** Units report something new of themselves. */
  readonly reported: boolean
  /** Seq of the last write that can change who sees which project: of projects and units. */
  readonly seenBy: number | undefined
  /** What judges all projects: plans, settings, units. */
  readonly basis: boolean
}

/** What was written after `seq`. Needs a scope that reads all. */
export async function changedSince(tx: ScopedTx, seq: number): Promise<Changed> {
  requireAll(tx)
  const { rows } = await sql<{
    head: number
    projects: string[]
    reported: boolean
    seen_by: number | null
    basis: boolean
  }>`
    with
      entries as (select project_id from entry
        where jurisdiction_id = ${tx.scope.jurisdiction} and seq > ${seq}),
      facts as (select seq, word, project_id from fact
        where jurisdiction_id = ${tx.scope.jurisdiction} and seq > ${seq})
    select next_seq - 1 as head,
      array(select project_id from entries where project_id is not null
        union select project_id from facts where project_id is not null) as projects,
      exists (select 1 from entries where project_id is null) as reported,
      (select max(seq) from facts where word in ('project', 'unit')) as seen_by,
      exists (select 1 from facts where word in ('unit', 'setting', 'scheme', 'calendar', 'list')) as basis
    from jurisdiction where id = ${tx.scope.jurisdiction}`.execute(tx.db)
  const row = must(rows[0], `jurisdiction ${tx.scope.jurisdiction}`)
  return {
    seq: row.head,
    projects: row.projects,
    reported: row.reported,
    seenBy: row.seen_by ?? undefined,
    basis: row.basis,
  }
}
