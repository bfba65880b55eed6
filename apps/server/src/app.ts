import type { Database } from '@guatu/store'
import type { FileReader } from './import/reader.ts'
import type { PictureMemo } from './picture/memo.ts'
import type { Throttle } from './session/throttle.ts'

/** What every handler may use. */
export interface App {
  readonly database: Database
  readonly pictures: PictureMemo
  readonly reader: FileReader
  readonly throttle: Throttle
  /** Milliseconds since 1970, the only clock. */
  now(): number
}
