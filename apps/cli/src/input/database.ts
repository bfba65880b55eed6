import { type Database, defaultDataDir, openDatabase } from '@guatu/store'

/** The database of DATABASE_URL, else the embedded one that `npm start` uses too; closed when `work` ends. */
export async function withDatabase<T>(root: string, work: (database: Database) => Promise<T>): Promise<T> {
  const dataDir = process.env.GUATU_DATA ?? (await defaultDataDir(root))
  const database = await openDatabase({ url: process.env.DATABASE_URL, dataDir })
  try {
    return await work(database)
  } finally {
    await database.close()
  }
}
