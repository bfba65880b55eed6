import { must } from '@guatu/kernel'
import { sql } from 'kysely'
import { literal } from '../database/literal.ts'
import type { Time } from '../database/tables.ts'
import { inOneMessage } from '../database/transaction.ts'
import type { Row, ScopedTx } from '../scope/scope.ts'

export interface Head {
  readonly nextSeq: number
  readonly hash: string
  /** Not before the last write's, whatever the clock did. */
  readonly recordedAt: Time
}

/** What a request was answered that came before under the same key. */
export interface Answered {
  readonly contentHash: string
  readonly batch: string
  readonly firstSeq: number
  readonly lastSeq: number
}

/**
 * The place of the next write, held until the transaction ends: writers follow each other in the order of commits. With
 * what was answered under the key. One message, two statements: only the second sees what was written while the first
 * waited.
 */
export async function lockHead(
  tx: ScopedTx,
  key?: string,
): Promise<{ readonly head: Head; readonly answered: Answered | undefined }> {
  const home = literal(tx.scope.jurisdiction)
  const [found] = await inOneMessage<HeadRow>(tx.db, [
    `select id from jurisdiction where id = ${home} for update`,
    `select next_seq, head_hash, greatest(head_at, clock_timestamp()::timestamptz(3)) as at,
      content_hash, batch_id, first_seq, last_seq
    from jurisdiction left join idempotency on jurisdiction_id = id and key = ${key === undefined ? 'null' : literal(key)}
    where id = ${home}`,
  ])
  const row = must(found, `jurisdiction ${tx.scope.jurisdiction}`)
  return {
    head: { nextSeq: row.next_seq, hash: row.head_hash, recordedAt: row.at },
    answered:
      row.content_hash === null
        ? undefined
        : {
            contentHash: row.content_hash,
            batch: row.batch_id,
            firstSeq: row.first_seq,
            lastSeq: row.last_seq,
          },
  }
}

interface Place {
  readonly next_seq: number
  readonly head_hash: string
  readonly at: Time
}
type Nulls<T> = { readonly [Name in keyof T]: null }
type Known = Pick<Row<'idempotency'>, 'content_hash' | 'batch_id' | 'first_seq' | 'last_seq'>
type HeadRow = Place & (Known | Nulls<Known>)

/** The head of the next write, and what this one is answered under its key. */
export async function moveHead(tx: ScopedTx, head: Head, key: string | undefined, answered: Answered) {
  const { jurisdiction } = tx.scope
  const moved = sql`update jurisdiction
    set next_seq = ${head.nextSeq}, head_hash = ${head.hash}, head_at = ${head.recordedAt}
    where id = ${jurisdiction}`
  const { contentHash, batch, firstSeq, lastSeq } = answered
  const both =
    key === undefined
      ? moved
      : sql`with moved as (${moved})
        insert into idempotency (jurisdiction_id, key, content_hash, batch_id, first_seq, last_seq)
        values (${jurisdiction}, ${key}, ${contentHash}, ${batch}, ${firstSeq}, ${lastSeq})`
  await both.execute(tx.db)
}

/** As `headSeq`, and from then on nobody else writes in the jurisdiction until the transaction ends. */
export const lockedSeq = async (tx: ScopedTx): Promise<number> => (await lockHead(tx)).head.nextSeq - 1

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
