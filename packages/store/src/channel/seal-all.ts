import { SECRET_NAMES, type SecretName } from '@guatu/domain'
import type { Database } from '../database/open.ts'
import { jurisdictions } from '../jurisdiction/jurisdiction.ts'
import { type Row, type ScopedTx, withScope } from '../scope/scope.ts'
import { keyIdOf } from '../secret/cipher.ts'
import type { KeyRing } from '../secret/key-ring.ts'
import { openSetting, plainIn, sealAll, withoutSecrets } from './sealed.ts'

type ChannelRow = Pick<Row<'channel'>, 'channel' | 'body' | 'sealed'>

/** Channels, by what became of their secrets. */
export interface SealedChannels {
  /** Stood in the settings as they are. */
  readonly sealed: number
  /** Were sealed by a key that seals no more. */
  readonly resealed: number
  /** No key opens them, or there is none to seal by: to be given again. */
  readonly lost: number
}

/**
 * Seals secrets that were written before there was a key; with `again` also those that an older key sealed. One
 * transaction a jurisdiction: what is done already is left alone when it is asked again.
 */
export async function sealChannels(
  database: Database,
  keys: KeyRing,
  again = false,
): Promise<SealedChannels> {
  const all = { sealed: 0, resealed: 0, lost: 0 }
  for (const { id } of await jurisdictions(database)) {
    const scope = { jurisdiction: id, person: 'guatu', reads: 'all' } as const
    const done = await withScope(database, scope, tx => sealIn(tx, keys, again))
    for (const what of done) all[what] += 1
  }
  return all
}

async function sealIn(tx: ScopedTx, keys: KeyRing, again: boolean): Promise<(keyof SealedChannels)[]> {
  const rows = await tx.db
    .selectFrom('channel')
    .select(['channel', 'body', 'sealed'])
    .where('jurisdiction_id', '=', tx.scope.jurisdiction)
    .orderBy('channel')
    .forUpdate()
    .execute()
  const current = await keys.currentId()
  const done: (keyof SealedChannels)[] = []
  for (const row of rows) {
    const what = await sealRow(tx, keys, row, again ? current : undefined)
    if (what) done.push(what)
  }
  return done
}

async function sealRow(
  tx: ScopedTx,
  keys: KeyRing,
  row: ChannelRow,
  current: string | undefined,
): Promise<keyof SealedChannels | undefined> {
  const home = tx.scope.jurisdiction
  const plain = plainIn(row.body)
  const kept = row.sealed as Partial<Record<SecretName, string>>
  if (Object.keys(plain).length > 0) {
    if (!keys.canSeal) return 'lost'
    await write(tx, row, { ...kept, ...(await sealAll(keys, home, row.channel, plain)) })
    return 'sealed'
  }
  const { setting, lost } = await openSetting(keys, home, row)
  if (lost.length > 0) return 'lost'
  const old = SECRET_NAMES.some(name => kept[name] && keyIdOf(kept[name]) !== current)
  if (current === undefined || !old) return undefined
  await write(tx, row, await sealAll(keys, home, row.channel, plainIn(setting)))
  return 'resealed'
}

async function write(tx: ScopedTx, { channel, body }: ChannelRow, sealed: object): Promise<void> {
  await tx.db
    .updateTable('channel')
    .set({ body: JSON.stringify(withoutSecrets(body as object)), sealed: JSON.stringify(sealed) })
    .where('jurisdiction_id', '=', tx.scope.jurisdiction)
    .where('channel', '=', channel)
    .execute()
}
