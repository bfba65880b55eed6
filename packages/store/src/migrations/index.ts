import type { Kysely, Migration } from 'kysely'
import { Migrator } from 'kysely'
import { roles } from './2026-11-22T2150-roles.ts'
import { ledger } from './2026-11-22T2151-ledger.ts'
import { projections } from './2026-11-22T2152-projections.ts'
import { files } from './2026-11-22T2153-files.ts'
import { accounts } from './2026-11-22T2154-accounts.ts'
import { rowSecurity } from './2026-11-22T2155-row-security.ts'
import { results } from './2026-11-23T2236-results.ts'
import { slips } from './2026-11-23T2250-slips.ts'
import type { Change } from './change.ts'

/** Imported one by one, not found in a folder, so that a bundle has them too. */
const CHANGES: Readonly<Record<string, Change>> = {
  '2026-11-22T2150-roles': roles,
  '2026-11-22T2151-ledger': ledger,
  '2026-11-22T2152-projections': projections,
  '2026-11-22T2153-files': files,
  '2026-11-22T2154-accounts': accounts,
  '2026-11-22T2155-row-security': rowSecurity,
  '2026-11-23T2236-results': results,
  '2026-11-23T2250-slips': slips,
}

const asMigration = (change: Change): Migration => ({
  up: async db => {
    await change.execute(db)
  },
})

/** Brings the database to the newest structure; several processes may call it at once. Throws when a step fails. */
export async function migrate<Tables>(db: Kysely<Tables>): Promise<void> {
  const migrations = Object.fromEntries(Object.entries(CHANGES).map(([name, c]) => [name, asMigration(c)]))
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } })
  const { error } = await migrator.migrateToLatest()
  if (error) throw error
}
