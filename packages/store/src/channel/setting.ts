import type { Channel, ChannelSetting } from '@guatu/domain'
import { sql } from 'kysely'
import type { Time } from '../database/tables.ts'
import type { ScopedTx } from '../scope/scope.ts'

export interface StoredChannel {
  /** With its secrets: for sending alone. */
  readonly setting: ChannelSetting
  readonly silentUntil: Time | null
  readonly changedBy: string
  readonly changedAt: Time
}

/** Those that were set up, on or off. Needs a scope that reads all. */
export async function channelSettings(tx: ScopedTx): Promise<StoredChannel[]> {
  const rows = await tx.db
    .selectFrom('channel')
    .select(['channel', 'body', 'silent_until', 'changed_by', 'changed_at'])
    .where('jurisdiction_id', '=', tx.scope.jurisdiction)
    .orderBy('channel')
    .execute()
  return rows.map(row => ({
    setting: { ...(row.body as object), channel: row.channel } as ChannelSetting,
    silentUntil: row.silent_until,
    changedBy: row.changed_by,
    changedAt: row.changed_at,
  }))
}

/** Puts a channel's setting in, and lets what failed under the last one be tried at once. */
export async function saveChannelSetting(tx: ScopedTx, setting: ChannelSetting, at: Time): Promise<void> {
  const { channel, ...body } = setting
  const said = { body: JSON.stringify(body), silent_until: null, changed_by: tx.scope.person, changed_at: at }
  await tx.db
    .insertInto('channel')
    .values({ jurisdiction_id: tx.scope.jurisdiction, channel, ...said })
    .onConflict(conflict => conflict.columns(['jurisdiction_id', 'channel']).doUpdateSet(said))
    .execute()
  await tx.db
    .updateTable('delivery')
    .set({ next_try_at: at })
    .where('jurisdiction_id', '=', tx.scope.jurisdiction)
    .where('channel', '=', channel)
    .where('state', '=', 'failed')
    .execute()
}

/** Nothing goes out by the channel before then. */
export async function silenceChannel(tx: ScopedTx, channel: Channel, until: Time): Promise<void> {
  await tx.db
    .updateTable('channel')
    .set({ silent_until: sql<Time>`greatest(silent_until, ${until})` })
    .where('jurisdiction_id', '=', tx.scope.jurisdiction)
    .where('channel', '=', channel)
    .execute()
}
