import { must } from '@guatu/kernel'
import { sql } from 'kysely'
import type { Time } from '../database/tables.ts'
import type { ScopedTx } from '../scope/scope.ts'

export interface Head {
  readonly nextSeq: number
  readonly hash: string
  /** Not before the last write's, whatever the clock did. */
  readonly recordedAt: Time
}

/** The place of the next write, held until the transaction ends: writers follow each other in the order of commits. */
export async function lockHead(tx: ScopedTx): Promise<Head> {
  const { rows } = await sql<{ next_seq: number; head_hash: string; at: Time }>`
    select next_seq, head_hash, greatest(head_at, clock_timestamp()::timestamptz(3)) as at
    from jurisdiction where id = ${tx.scope.jurisdiction} for update`.execute(tx.db)
  const row = must(rows[0], `jurisdiction ${tx.scope.jurisdiction}`)
  return { nextSeq: row.next_seq, hash: row.head_hash, recordedAt: row.at }
}

export async function moveHead(tx: ScopedTx, head: Head): Promise<void> {
  await tx.db
    .updateTable('jurisdiction')
    .set({ next_seq: head.nextSeq, head_hash: head.hash, head_at: head.recordedAt })
    .where('id', '=', tx.scope.jurisdiction)
    .execute()
}

/** The seq of the last write; 0 before the first. */
export async function headSeq(tx: ScopedTx): Promise<number> {
  const { next_seq } = await tx.db
    .selectFrom('jurisdiction')
    .select('next_seq')
    .where('id', '=', tx.scope.jurisdiction)
    .executeTakeFirstOrThrow()
  return next_seq - 1
}

/** The seq of the last write at or before the time; 0 when there was none. */
export async function seqAt(tx: ScopedTx, time: Time): Promise<number> {
  const { rows } = await sql<{ seq: number | null }>`
    select max(seq) as seq from (
      (select seq from entry where jurisdiction_id = ${tx.scope.jurisdiction} and recorded_at <= ${time}
        order by recorded_at desc, seq desc limit 1)
      union all
      (select seq from fact where jurisdiction_id = ${tx.scope.jurisdiction} and recorded_at <= ${time}
        order by recorded_at desc, seq desc limit 1)) last`.execute(tx.db)
  return rows[0]?.seq ?? 0
}
