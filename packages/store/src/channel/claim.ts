import {
  type Channel,
  type ChannelMessage,
  freeAt,
  longestWindow,
  type NoticeKind,
  type Step,
} from '@guatu/domain'
import { sql } from 'kysely'
import type { Time } from '../database/tables.ts'
import type { ScopedTx } from '../scope/scope.ts'

/** A delivery that this worker alone may send now, as its try number `attempt`. */
export interface Claimed {
  readonly dedupeKey: string
  readonly channel: Channel
  readonly person: string | null
  readonly told: ChannelMessage
  readonly attempt: number
}

/** A worker that has not answered by then is dead, and another may try again: longer than any sending takes. */
const LEASE_MS = 120_000

const timeOf = (ms: number): Time => new Date(ms).toISOString()

/**
 * Takes the oldest delivery of the channel that is due and writes down that its try has begun; undefined when none is
 * due or the limits of the channel ask to wait. Only of those kinds: the others keep their place until they may go. Workers of one channel follow each other here, so that together they
 * keep its limits. The claim stands when the transaction commits; send after that.
 */
export async function claimDelivery(
  tx: ScopedTx,
  channel: Channel,
  now: number,
  kinds: readonly NoticeKind[],
): Promise<Claimed | undefined> {
  const home = tx.scope.jurisdiction
  const own = await tx.db
    .selectFrom('channel')
    .select('silent_until')
    .where('jurisdiction_id', '=', home)
    .where('channel', '=', channel)
    .forUpdate()
    .executeTakeFirst()
  if (!own || (own.silent_until !== null && Date.parse(own.silent_until) > now)) return undefined
  const due = await tx.db
    .selectFrom('delivery')
    .select(['dedupe_key', 'person_id', 'body', 'attempts'])
    .where('jurisdiction_id', '=', home)
    .where('channel', '=', channel)
    .where('state', 'in', ['pending', 'failed'])
    .where('next_try_at', '<=', timeOf(now))
    .where('kind', 'in', [...kinds])
    .orderBy('next_try_at')
    .orderBy('made_at')
    .orderBy('dedupe_key')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
  if (!due || freeAt(channel, await begunSince(tx, channel, now), now) > now) return undefined
  const attempt = due.attempts + 1
  await tx.db
    .updateTable('delivery')
    .set({ attempts: attempt, next_try_at: timeOf(now + LEASE_MS) })
    .where('jurisdiction_id', '=', home)
    .where('dedupe_key', '=', due.dedupe_key)
    .where('channel', '=', channel)
    .execute()
  const claimed = {
    dedupeKey: due.dedupe_key,
    channel,
    person: due.person_id,
    told: due.body as ChannelMessage,
    attempt,
  }
  await log(tx, claimed, 'begun', now)
  return claimed
}

/** Writes down what became of a try. */
export async function settleDelivery(
  tx: ScopedTx,
  { dedupeKey, channel, attempt }: Claimed,
  step: Step,
  now: number,
): Promise<void> {
  const error = step.state === 'sent' ? null : step.error
  const { numUpdatedRows } = await tx.db
    .updateTable('delivery')
    .set({
      state: step.state,
      last_error: error,
      ...(step.state === 'sent' ? { sent_at: timeOf(now) } : {}),
      ...(step.state === 'failed' ? { next_try_at: timeOf(step.nextTryAt) } : {}),
    })
    .where('jurisdiction_id', '=', tx.scope.jurisdiction)
    .where('dedupe_key', '=', dedupeKey)
    .where('channel', '=', channel)
    .where(eb => eb.or([eb('attempts', '=', attempt), eb.val(step.state === 'sent')]))
    .where('state', '<>', 'sent')
    .executeTakeFirst()
  if (numUpdatedRows > 0n) await log(tx, { dedupeKey, channel, attempt }, step.state, now, error)
}

async function begunSince(tx: ScopedTx, channel: Channel, now: number): Promise<number[]> {
  const { rows } = await sql<{ at: Time }>`select at from delivery_attempt
    where jurisdiction_id = ${tx.scope.jurisdiction} and channel = ${channel} and event = 'begun'
      and at > ${timeOf(now - longestWindow(channel))}`.execute(tx.db)
  return rows.map(({ at }) => Date.parse(at))
}

async function log(
  tx: ScopedTx,
  { dedupeKey, channel, attempt }: Pick<Claimed, 'dedupeKey' | 'channel' | 'attempt'>,
  event: 'begun' | Step['state'],
  now: number,
  error: string | null = null,
): Promise<void> {
  await tx.db
    .insertInto('delivery_attempt')
    .values({
      jurisdiction_id: tx.scope.jurisdiction,
      dedupe_key: dedupeKey,
      channel,
      attempt,
      event,
      at: timeOf(now),
      error,
    })
    .execute()
}
