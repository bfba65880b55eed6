import { Kysely, PostgresDialect } from 'kysely'
import { refuseUnfinished } from '../backup/unfinished.ts'
import { startEmbedded } from '../embedded/index.ts'
import { migrate } from '../migrations/index.ts'
import { openPool } from './pool.ts'
import type { Tables } from './tables.ts'

/** Connections to a database of the newest structure. Reach its rows by `withScope`, `readScope` or `withIdentity`. */
export interface Database {
  readonly url: string
  readonly kysely: Kysely<Tables>
  /** Ends the connections, and the embedded server if this process runs it. */
  close(): Promise<void>
}

/** A database that stands somewhere, brought to the newest structure. Throws `UnfinishedRestore`. */
export async function connectDatabase(url: string): Promise<Database> {
  const kysely = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: openPool(url) }) })
  try {
    await refuseUnfinished(kysely)
    await migrate(kysely)
  } catch (error) {
    await kysely.destroy()
    throw error
  }
  return { url, kysely, close: () => kysely.destroy() }
}

/** The database at `url` (DATABASE_URL) if one is given, else the embedded one in `dataDir`. */
export async function openDatabase(options: { url?: string; dataDir: string }): Promise<Database> {
  if (options.url) return connectDatabase(options.url)
  const embedded = await startEmbedded({ dataDir: options.dataDir })
  const database = await connectDatabase(embedded.url).catch(async error => {
    await embedded.stop()
    throw error
  })
  const close = async () => {
    await database.close()
    await embedded.stop()
  }
  return { ...database, close }
}
