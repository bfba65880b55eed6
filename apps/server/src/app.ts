import type { Database } from '@guatu/store'
import { FileReader } from './import/reader.ts'
import { PictureMemo } from './picture/memo.ts'
import { Throttle } from './session/throttle.ts'

/** What every handler may use. */
export interface App {
  readonly database: Database
  readonly pictures: PictureMemo
  readonly reader: FileReader
  readonly throttle: Throttle
  /** Milliseconds since 1970, the only clock. */
  now(): number
}

export const makeApp = (database: Database, workerUrl: URL, now: () => number = Date.now): App => ({
  database,
  pictures: new PictureMemo(),
  reader: new FileReader(workerUrl),
  throttle: new Throttle(),
  now,
})
