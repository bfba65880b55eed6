import { sql } from 'kysely'
import type { ScopedTx } from '../scope/scope.ts'

export interface OutboxEvent {
  readonly id: number
  readonly topic: string
  readonly payload: unknown
  /** The last seq of the batch that told it. */
  readonly seq: number
}

/**
 * Takes the oldest events that have not gone out and marks them done when the transaction commits: if the work on
 * them throws they stay. Events that another worker holds are passed over. Of one topic if given.
 */
export async function takeOutbox(tx: ScopedTx, limit: number, topic?: string): Promise<OutboxEvent[]> {
  const { rows } = await sql<OutboxEvent>`
    with taken as (
      select jurisdiction_id, id from outbox
      where jurisdiction_id = ${tx.scope.jurisdiction} and done_at is null
        and topic = coalesce(${topic ?? null}, topic)
      order by id limit ${limit} for update skip locked)
    update outbox set done_at = now() from taken
    where outbox.jurisdiction_id = taken.jurisdiction_id and outbox.id = taken.id
    returning outbox.id, topic, payload, seq`.execute(tx.db)
  return rows.sort((a, b) => a.id - b.id)
}
