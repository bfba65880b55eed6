import { sql } from 'kysely'
import type { Database } from '../database/open.ts'
import type { Time } from '../database/tables.ts'

/** How far an installation with its own data has come. */
export interface Setup {
  readonly jurisdiction: string
  /** Code of the national list; a zone that has none stands without. */
  readonly region?: string
  /** Who sets up. */
  readonly login: string
  readonly finishedAt?: Time
}

/** Outside any scope, like `createJurisdiction`. Begins anew what was not finished. */
export async function beginSetup(database: Database, setup: Setup): Promise<void> {
  await database.kysely
    .insertInto('setup')
    .values({ jurisdiction_id: setup.jurisdiction, region: setup.region ?? null, login: setup.login })
    .onConflict(conflict =>
      conflict
        .column('jurisdiction_id')
        .doUpdateSet({ region: setup.region ?? null, login: setup.login })
        .where('setup.finished_at', 'is', null),
    )
    .execute()
}

/** The one that was begun first; undefined in an empty database and in one that holds the demo. */
export async function currentSetup(database: Database): Promise<Setup | undefined> {
  const row = await database.kysely
    .selectFrom('setup')
    .select(['jurisdiction_id', 'region', 'login', 'finished_at'])
    .orderBy('begun_at')
    .executeTakeFirst()
  return (
    row && {
      jurisdiction: row.jurisdiction_id,
      region: row.region ?? undefined,
      login: row.login,
      finishedAt: row.finished_at ?? undefined,
    }
  )
}

/** True for the one call that finished it. */
export async function finishSetup(database: Database, jurisdiction: string): Promise<boolean> {
  const done = await database.kysely
    .updateTable('setup')
    .set({ finished_at: sql<Time>`now()` })
    .where('jurisdiction_id', '=', jurisdiction)
    .where('finished_at', 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}
