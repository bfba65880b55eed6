import { type RawBuilder, sql } from 'kysely'
import type { Time } from '../database/tables.ts'
import type { ScopedTx } from '../scope/scope.ts'
import { NOTICE_TOPIC } from './enqueue.ts'

/** Stands as the person of what the server sends and forgets by itself. */
export const MESSENGER = 'guatu'

/** What was told and has had its day: the day, and the rows that may go once that is over. */
const TOLD = {
  notice: { day: 'read_at', done: sql`true` },
  delivery: { day: 'made_at', done: sql`state in ('sent', 'given-up')` },
  delivery_attempt: { day: 'at', done: sql`true` },
  outbox: { day: 'done_at', done: sql`topic = ${NOTICE_TOPIC}` },
} as const satisfies Record<string, { readonly day: string; readonly done: RawBuilder<unknown> }>

export type Told = keyof typeof TOLD
export const TOLD_TABLES = Object.keys(TOLD) as readonly Told[]

/**
 * Takes away the oldest that are over before that time, at most so many, and gives how many went. Needs a scope that reads
 * all, of `MESSENGER`. The database keeps what is younger than thirty days.
 */
export async function forgetTold(tx: ScopedTx, table: Told, before: Time, most: number): Promise<number> {
  const { day, done } = TOLD[table]
  const { numAffectedRows } = await sql`
    delete from ${sql.table(table)} where ctid = any (array(
      select ctid from ${sql.table(table)}
      where jurisdiction_id = ${tx.scope.jurisdiction} and ${sql.ref(day)} < ${before} and ${done}
      order by ${sql.ref(day)} limit ${most}))`.execute(tx.db)
  return Number(numAffectedRows ?? 0)
}
