import { createHash } from 'node:crypto'
import type { Result } from '@guatu/kernel'
import pg from 'pg'
import { to } from 'pg-copy-streams'
import { type AddMember, writeArchive } from './archive.ts'
import { columnList, migrationsOf, quoted, type StoredTable, seeAllRows, tablesOf } from './catalog.ts'
import { keysNeeded, plainChannels } from './keys.ts'
import { type BackedUpTable, FORMAT, MANIFEST, type Manifest, manifestHash, memberName } from './manifest.ts'
import { answered, type BackupFault, BackupRefused } from './refused.ts'

export interface BackupOptions {
  /** The database, also while others write to it. */
  readonly url: string
  /** The file to make; one of that name is replaced when the new one is whole. */
  readonly path: string
  /** Version of the program. */
  readonly product: string
  readonly onTable?: (table: BackedUpTable) => void
}

/** Bytes of COPY text in one member. */
const PART = 4 * 1024 * 1024
/** What the file holds that gives access to something. */
const SECRETS = [
  'account.password_hash (argon2)',
  'session.token_hash (sha256)',
  'channel.sealed (passwords and keys of mail and group robots, encrypted)',
  'person_reach.feed_hash (sha256)',
]

const PLAIN = 'channel.body (passwords and keys that no server has encrypted yet, as they are)'

/** Writes all tables as they stood at one moment into one file. */
export function takeBackup(options: BackupOptions): Promise<Result<Manifest, BackupFault>> {
  return answered(async () => {
    const client = new pg.Client({ connectionString: options.url, application_name: 'guatu backup' })
    await client.connect()
    try {
      await client.query('begin isolation level repeatable read read only')
      const migrations = await migrationsOf(client)
      if (migrations.length === 0) throw new BackupRefused('backup.no-structure')
      const bypasses = await seeAllRows(client)
      let manifest: Manifest | undefined
      await writeArchive(options.path, async add => {
        manifest = await dump(client, add, options, migrations, bypasses)
        await add(MANIFEST, Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`))
      })
      return manifest as unknown as Manifest
    } finally {
      await client.end()
    }
  })
}

async function dump(
  client: pg.Client,
  add: AddMember,
  { product, onTable }: BackupOptions,
  migrations: string[],
  bypasses: boolean,
): Promise<Manifest> {
  const moment = await client.query<{ at: Date }>('select now() as at')
  const heads = await client.query<{ jurisdiction: string; seq: string; hash: string }>(
    'select id as jurisdiction, next_seq - 1 as seq, head_hash as hash from jurisdiction order by id',
  )
  const tables: BackedUpTable[] = []
  for (const table of await tablesOf(client)) {
    const saved = await dumpTable(client, add, table)
    tables.push(saved)
    onTable?.(saved)
  }
  const rowsOf = (name: string) => tables.find(table => table.name === name)?.rows ?? 0
  const numbered = heads.rows.reduce((sum, head) => sum + Number(head.seq), 0)
  if (!bypasses && rowsOf('entry') + rowsOf('fact') !== numbered)
    throw new Error('row-level security hides rows of the ledger from a backup')
  const manifest: Manifest = {
    format: FORMAT,
    product,
    takenAt: moment.rows[0]?.at.toISOString() ?? '',
    migrations,
    heads: heads.rows.map(head => ({ ...head, seq: Number(head.seq) })),
    tables,
    secrets: (await plainChannels(client, migrations)) ? [...SECRETS, PLAIN] : SECRETS,
    keys: await keysNeeded(client, migrations),
  }
  return { ...manifest, sha256: manifestHash(manifest) }
}

async function dumpTable(client: pg.Client, add: AddMember, table: StoredTable): Promise<BackedUpTable> {
  const hash = createHash('sha256')
  let bytes = 0
  let parts = 0
  let held: Buffer[] = []
  let length = 0
  const save = async () => {
    const part = Buffer.concat(held)
    held = []
    length = 0
    hash.update(part)
    bytes += part.length
    await add(memberName(table.name, parts++), part)
  }
  const rows = client.query(to(`copy (select ${columnList(table)} from ${quoted(table.name)}) to stdout`))
  for await (const chunk of rows) {
    held.push(chunk)
    length += chunk.length
    if (length >= PART) await save()
  }
  if (length > 0) await save()
  const { name, columns } = table
  return { name, columns: [...columns], rows: rows.rowCount, parts, bytes, sha256: hash.digest('hex') }
}
