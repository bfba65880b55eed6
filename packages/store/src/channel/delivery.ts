import type { Channel, ChannelMessage, NoticeKind } from '@guatu/domain'
import type { Time } from '../database/tables.ts'
import type { ScopedTx } from '../scope/scope.ts'

/** One message on its way through one channel. */
export interface NewDelivery {
  /** With the channel: sent once. */
  readonly dedupeKey: string
  readonly channel: Channel
  readonly kind: NoticeKind
  /** Whose mail it is; null: to the group. */
  readonly person: string | null
  readonly told: ChannelMessage
}

export interface Delivery extends NewDelivery {
  readonly state: 'pending' | 'sent' | 'failed' | 'given-up'
  readonly attempts: number
  readonly nextTryAt: Time
  readonly lastError: string | null
  readonly madeAt: Time
  readonly sentAt: Time | null
}

/** Leaves those that are there already. */
export async function addDeliveries(
  tx: ScopedTx,
  deliveries: readonly NewDelivery[],
  at: Time,
): Promise<void> {
  if (deliveries.length === 0) return
  await tx.db
    .insertInto('delivery')
    .values(
      deliveries.map(({ dedupeKey, channel, kind, person, told }) => ({
        jurisdiction_id: tx.scope.jurisdiction,
        dedupe_key: dedupeKey,
        channel,
        kind,
        person_id: person,
        body: JSON.stringify(told),
        next_try_at: at,
        made_at: at,
      })),
    )
    .onConflict(conflict => conflict.doNothing())
    .execute()
}

/** Keys of messages that somebody sends to try a channel begin so. */
export const TEST_KEY = 'test '

/** Whether the channel was tried by a test message after that time. */
export async function triedSince(tx: ScopedTx, channel: Channel, since: Time): Promise<boolean> {
  const row = await tx.db
    .selectFrom('delivery')
    .select('dedupe_key')
    .where('jurisdiction_id', '=', tx.scope.jurisdiction)
    .where('made_at', '>', since)
    .where('channel', '=', channel)
    .where('dedupe_key', 'like', `${TEST_KEY}%`)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

const COLUMNS = [
  'dedupe_key',
  'channel',
  'kind',
  'person_id',
  'body',
  'state',
  'attempts',
  'next_try_at',
  'last_error',
  'made_at',
  'sent_at',
] as const

/** Newest first. */
export async function deliveries(
  tx: ScopedTx,
  { channel, state, limit }: { channel?: Channel; state?: Delivery['state']; limit: number },
): Promise<Delivery[]> {
  const rows = await tx.db
    .selectFrom('delivery')
    .select(COLUMNS)
    .where('jurisdiction_id', '=', tx.scope.jurisdiction)
    .$if(channel !== undefined, query => query.where('channel', '=', channel ?? 'mail'))
    .$if(state !== undefined, query => query.where('state', '=', state ?? 'sent'))
    .orderBy('made_at', 'desc')
    .orderBy('dedupe_key')
    .limit(limit)
    .execute()
  return rows.map(row => ({
    dedupeKey: row.dedupe_key,
    channel: row.channel,
    kind: row.kind,
    person: row.person_id,
    told: row.body as ChannelMessage,
    state: row.state,
    attempts: row.attempts,
    nextTryAt: row.next_try_at,
    lastError: row.last_error,
    madeAt: row.made_at,
    sentAt: row.sent_at,
  }))
}
