import {
  type Database,
  defaultDataDir,
  hasDatabase,
  keyPath,
  openDatabase,
  startEmbedded,
  UnfinishedRestore,
} from '@guatu/store'
import { Refused } from '../command/command.ts'

/** The database of DATABASE_URL, else the embedded one that `npm start` uses too; closed when `work` ends. */
export async function withDatabase<T>(root: string, work: (database: Database) => Promise<T>): Promise<T> {
  const dataDir = await dataFolder(root)
  const database = await openDatabase({ url: process.env.DATABASE_URL, dataDir }).catch(refuseUnfinished)
  try {
    return await work(database)
  } finally {
    await database.close()
  }
}

const dataFolder = async (root: string) => process.env.GUATU_DATA ?? (await defaultDataDir(root))

/** Where the keys of that database are; undefined where a database by URL names no file. */
export const keyFile = async (root: string): Promise<string | undefined> =>
  keyPath({
    keyFile: process.env.GUATU_KEY_FILE,
    url: process.env.DATABASE_URL,
    dataDir: await dataFolder(root),
  })

function refuseUnfinished(error: unknown): never {
  if (error instanceof UnfinishedRestore) throw new Refused(error.message)
  throw error
}

/** A database as it is, brought to no other structure. */
export interface BareDatabase {
  /** Starts the embedded one at the first call. */
  url(): Promise<string>
}

/** As `withDatabase`, for what must not change it. */
export async function withBareDatabase<T>(
  root: string,
  work: (database: BareDatabase) => Promise<T>,
): Promise<T> {
  let stop = async () => {}
  const url = async () => {
    if (process.env.DATABASE_URL) return process.env.DATABASE_URL
    const embedded = await startEmbedded({ dataDir: await dataFolder(root) })
    stop = embedded.stop
    return embedded.url
  }
  try {
    return await work({ url })
  } finally {
    await stop()
  }
}

/** Whether there is a database at all: to read from none would make one. */
export const databaseIsThere = async (root: string): Promise<boolean> =>
  Boolean(process.env.DATABASE_URL) || hasDatabase(await dataFolder(root))
