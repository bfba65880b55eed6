import type { Result } from '@guatu/kernel'
import pg from 'pg'
import { connectDatabase } from '../database/open.ts'
import { prepareStructure } from '../database/structure.ts'
import { knownMigrations } from '../migrations/index.ts'
import { migrationsOf, quoted, seeAllRows, tablesOf } from './catalog.ts'
import { withoutIndexes } from './deferred.ts'
import { withoutGuards } from './guards.ts'
import { Loader } from './load.ts'
import { MANIFEST, type Manifest, manifestHash } from './manifest.ts'
import { readBackup } from './read.ts'
import { answered, type BackupFault, BackupRefused } from './refused.ts'
import { markFinished, markUnfinished } from './unfinished.ts'

export interface RestoreOptions {
  /** Gives the database once the file is found whole: until then nothing is made or started. */
  readonly url: () => Promise<string>
  readonly path: string
  readonly onTable?: (name: string) => void
}

/** Manifest of a backup whose every byte is as it was written. */
export const checkBackup = (path: string): Promise<Result<Manifest, BackupFault>> =>
  answered(async () => {
    const manifest = await readBackup(path)
    refuseUnknown(manifest)
    refuseChanged(manifest)
    return manifest
  })

/**
 * Fills an empty database from a backup, in one transaction, and brings it to the newest structure. One that is
 * killed leaves a database that nothing but a restore opens.
 */
export function restoreBackup({
  url,
  path,
  onTable,
}: RestoreOptions): Promise<Result<Manifest, BackupFault>> {
  return answered(async () => {
    const manifest = await readBackup(path)
    refuseUnknown(manifest)
    refuseChanged(manifest)
    const database = await url()
    const client = new pg.Client({ connectionString: database, application_name: 'guatu restore' })
    await client.connect()
    try {
      await refuseInUse(client)
      await refuseFilled(client, manifest)
      await markUnfinished(client)
      await prepareStructure(database, manifest.migrations.at(-1) ?? '')
      await client.query('begin')
      await load(client, path, manifest, onTable)
      await markFinished(client)
      await client.query('commit')
      // What was read in is unknown to PostgreSQL's planner for a minute otherwise.
      await client.query('analyze')
    } finally {
      await client.end()
    }
    await (await connectDatabase(database)).close()
    return manifest
  })
}

/** A file of a later version, or of one with other steps than ours. */
function refuseUnknown({ migrations, product }: Manifest): void {
  const known = knownMigrations()
  if (migrations.some((name, index) => name !== known[index]))
    throw new BackupRefused('backup.newer', { product })
}

function refuseChanged(manifest: Manifest): void {
  if (manifest.sha256 !== undefined && manifest.sha256 !== manifestHash(manifest))
    throw new BackupRefused('backup.damaged', { member: MANIFEST })
}

/** Another restore is waited for instead: one that was killed ends in a moment. */
async function refuseInUse(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ others: number }>(`
    select count(*)::int as others from pg_stat_activity
    where datname = current_database() and backend_type = 'client backend' and pid <> pg_backend_pid()
      and application_name <> 'guatu restore'`)
  const others = rows[0]?.others ?? 0
  if (others > 0) throw new BackupRefused('backup.in-use', { others })
}

/** An empty database, or one whose tables are, laid out no further than those of the backup. */
async function refuseFilled(client: pg.Client, manifest: Manifest): Promise<void> {
  await client.query('begin')
  await seeAllRows(client)
  const taken = await migrationsOf(client)
  for (const { name } of await tablesOf(client)) {
    const { rows } = await client.query<{ filled: boolean }>(
      `select exists (select 1 from ${quoted(name)}) as filled`,
    )
    if (rows[0]?.filled) throw new BackupRefused('backup.not-empty', { table: name })
    if (taken.length === 0) throw new BackupRefused('backup.not-empty', { table: name })
  }
  if (taken.length > manifest.migrations.length)
    throw new BackupRefused('backup.not-empty', { table: 'kysely_migration' })
  await client.query('commit')
}

async function load(
  client: pg.Client,
  path: string,
  manifest: Manifest,
  onTable: RestoreOptions['onTable'],
): Promise<void> {
  const tables = await tablesOf(client)
  refuseOtherTables(manifest, tables)
  await withoutGuards(client, async () => {
    await withoutIndexes(client, async () => {
      const loader = new Loader(client, tables)
      let at = ''
      const again = await readBackup(path, async (table, bytes) => {
        if (table !== at) onTable?.(table)
        at = table
        await loader.part(table, bytes)
      })
      await loader.end()
      if (JSON.stringify(again) !== JSON.stringify(manifest))
        throw new BackupRefused('backup.damaged', { member: path })
    })
    await moveSequences(client)
  })
}

function refuseOtherTables(manifest: Manifest, tables: Awaited<ReturnType<typeof tablesOf>>): void {
  const ours = new Map(tables.map(({ name, columns }) => [name, columns.join()]))
  for (const { name, columns } of manifest.tables) {
    if (ours.get(name) !== columns.join()) throw new BackupRefused('backup.other-structure', { table: name })
    ours.delete(name)
  }
  for (const name of ours.keys()) throw new BackupRefused('backup.other-structure', { table: name })
}

/** The next number of an identity column comes after those that were loaded. */
async function moveSequences(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ table: string; column: string }>(`
    select c.relname as table, a.attname as column from pg_attribute a join pg_class c on c.oid = a.attrelid
    where c.relnamespace = 'public'::regnamespace and a.attidentity <> ''`)
  for (const { table, column } of rows) {
    await client.query(`
      select setval(pg_get_serial_sequence('${quoted(table)}', '${column}'), max(${quoted(column)}))
      from ${quoted(table)} having max(${quoted(column)}) is not null`)
  }
}
