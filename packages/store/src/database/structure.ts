import { Kysely, PostgresDialect } from 'kysely'
import { migrateTo } from '../migrations/index.ts'
import { openPool } from './pool.ts'

/** Brings a database to the structure of that step, for rows that were laid out under it. */
export async function prepareStructure(url: string, step: string): Promise<void> {
  const kysely = new Kysely<unknown>({ dialect: new PostgresDialect({ pool: openPool(url) }) })
  try {
    await migrateTo(kysely, step)
  } finally {
    await kysely.destroy()
  }
}
