import { join } from 'node:path'

/** `keyFile`: GUATU_KEY_FILE. `url`: DATABASE_URL. */
export interface KeyPlace {
  readonly keyFile?: string | undefined
  readonly url?: string | undefined
  readonly dataDir: string
}

/**
 * Where an installation keeps its keys: the file that it names, else beside the embedded database. Several servers of
 * one database cannot each make their own, so undefined where a database by URL names none.
 */
export const keyPath = ({ keyFile, url, dataDir }: KeyPlace): string | undefined =>
  keyFile || (url ? undefined : join(dataDir, 'keys.json'))
