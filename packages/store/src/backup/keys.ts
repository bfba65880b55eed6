import type { ClientBase } from 'pg'
import { keyIdOf } from '../secret/cipher.ts'

/** The steps that brought channels and their sealed secrets: a backup may be of a database that has not taken them. */
const CHANNELS = '2026-11-26T1435-channels'
const SEALED = '2026-11-26T1800-channel-sealed'

/** Ids of the keys that sealed anything in the database. */
export async function keysNeeded(client: ClientBase, migrations: readonly string[]): Promise<string[]> {
  if (!migrations.includes(SEALED)) return []
  const { rows } = await client.query<{ sealed: string }>(
    'select distinct each.value as sealed from channel, jsonb_each_text(channel.sealed) each',
  )
  return [...new Set(rows.flatMap(({ sealed }) => keyIdOf(sealed) ?? []))].sort()
}

/** Whether secrets stand in the settings as they are. */
export async function plainChannels(client: ClientBase, migrations: readonly string[]): Promise<boolean> {
  if (!migrations.includes(CHANNELS)) return false
  const { rows } = await client.query<{ plain: boolean }>(`
    select exists (select 1 from channel, jsonb_each_text(channel.body) said
      where said.key in ('password', 'token', 'secret') and said.value <> '') as plain`)
  return rows[0]?.plain ?? false
}
