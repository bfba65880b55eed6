import type { Channel, ChannelSetting, SecretName } from '@guatu/domain'
import { sql } from 'kysely'
import type { Time } from '../database/tables.ts'
import type { ScopedTx } from '../scope/scope.ts'
import type { KeyRing } from '../secret/key-ring.ts'
import { type OpenedSetting, openSetting, sealSetting } from './sealed.ts'

/** With its secrets: for sending alone. */
export interface StoredChannel extends OpenedSetting {
  readonly silentUntil: Time | null
  readonly changedBy: string
  readonly changedAt: Time
}

/** Those that were set up, on or off. Needs a scope that reads all. */
export async function channelSettings(tx: ScopedTx, keys: KeyRing): Promise<StoredChannel[]> {
  const rows = await tx.db
    .selectFrom('channel')
    .select(['channel', 'body', 'sealed', 'silent_until', 'changed_by', 'changed_at'])
    .where('jurisdiction_id', '=', tx.scope.jurisdiction)
    .orderBy('channel')
    .execute()
  return Promise.all(
    rows.map(async row => ({
      ...(await openSetting(keys, tx.scope.jurisdiction, row)),
      silentUntil: row.silent_until,
      changedBy: row.changed_by,
      changedAt: row.changed_at,
    })),
  )
}

/**
 * Puts a channel's setting in, and lets what failed under the last one be tried at once. `untouched`: secrets that stay
 * sealed as they are, whatever the setting says of them.
 */
export async function saveChannelSetting(
  tx: ScopedTx,
  keys: KeyRing,
  setting: ChannelSetting,
  at: Time,
  untouched: readonly SecretName[] = [],
): Promise<void> {
  const { channel } = setting
  const { body, sealed } = await sealSetting(keys, tx.scope.jurisdiction, setting)
  const kept = { body: JSON.stringify(body), silent_until: null, changed_by: tx.scope.person, changed_at: at }
  const said = JSON.stringify(sealed)
  await tx.db
    .insertInto('channel')
    .values({ jurisdiction_id: tx.scope.jurisdiction, channel, ...kept, sealed: said })
    .onConflict(conflict =>
      conflict.columns(['jurisdiction_id', 'channel']).doUpdateSet({
        ...kept,
        sealed: sql<string>`${said}::jsonb || coalesce((select jsonb_object_agg(key, value)
          from jsonb_each(channel.sealed) where key = any (${untouched}::text[])), '{}')`,
      }),
    )
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
