import { sql } from 'kysely'
import type { ScopedTx } from '../scope/scope.ts'

/** Seq of the last write of a unit or a post: the same seq, the same units and posts. */
export async function structureSeq(tx: ScopedTx): Promise<number> {
  const home = tx.scope.jurisdiction
  const { rows } = await sql<{ seq: number }>`
    select greatest((select max(seq) from unit where jurisdiction_id = ${home}),
      (select max(seq) from post where jurisdiction_id = ${home}), 0) as seq`.execute(tx.db)
  return rows[0]?.seq ?? 0
}
