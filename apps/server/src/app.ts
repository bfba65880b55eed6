import type { Database } from '@guatu/store'
import { Press } from './document/press.ts'
import { FileReader } from './import/reader.ts'
import { ProgressBoard } from './picture/progress.ts'
import { Standings } from './picture/standings.ts'
import { AskedProjects } from './return/asked.ts'
import { Structures } from './return/structure.ts'
import { Throttle } from './session/throttle.ts'
import type { SetupDesk } from './setup/desk.ts'

/** What every handler may use. */
export interface App {
  readonly database: Database
  readonly standings: Standings
  readonly structures: Structures
  readonly askedProjects: AskedProjects
  readonly progress: ProgressBoard
  readonly reader: FileReader
  readonly press: Press
  readonly throttle: Throttle
  /** Absent: this server sets nothing up. */
  readonly setup?: SetupDesk
  /** Milliseconds since 1970, the only clock. */
  now(): number
}

export const makeApp = (
  database: Database,
  workerUrl: URL,
  now: () => number = Date.now,
  setup?: SetupDesk,
  makerUrl = new URL('write-worker.mjs', workerUrl),
): App => ({
  database,
  standings: new Standings(database),
  structures: new Structures(),
  askedProjects: new AskedProjects(),
  progress: new ProgressBoard(),
  reader: new FileReader(workerUrl),
  press: new Press(makerUrl),
  throttle: new Throttle(),
  now,
  ...(setup ? { setup } : {}),
})
