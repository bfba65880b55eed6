import { sql } from 'kysely'
import type { ScopedTx } from '../scope/scope.ts'

export interface SeenSeq {
  readonly seq: number
  /** Nothing was written in this transaction: what is read now stands whatever becomes of it, and may be kept. */
  readonly committed: boolean
}

/** Seq of the last write to two projections of the jurisdiction. */
export async function seenSeq(
  tx: ScopedTx,
  a: 'project' | 'unit',
  b: 'membership' | 'post',
): Promise<SeenSeq> {
  const last = (table: string) =>
    sql`(select max(seq) from ${sql.table(table)} where jurisdiction_id = ${tx.scope.jurisdiction})`
  const { rows } = await sql<SeenSeq>`
    select greatest(${last(a)}, ${last(b)}, 0) as seq, pg_current_xact_id_if_assigned() is null as committed`.execute(
    tx.db,
  )
  return rows[0] ?? { seq: 0, committed: true }
}
