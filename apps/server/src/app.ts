import { type Database, KeyRing } from '@guatu/store'
import { type Outside, outsideOf } from './channel/address.ts'
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
  /** Open what is kept sealed. */
  readonly keys: KeyRing
  readonly outside: Outside
  /** Milliseconds since 1970, the only clock. */
  now(): number
}

/** What is settled by whoever runs the installation, and by nobody who signs in. */
export interface Installation {
  /** None unless given. */
  readonly keys?: KeyRing
  /** The known hosts alone unless given. */
  readonly outside?: Outside
  /** The built making process of @guatu/documents; `write-worker.mjs` beside the reading thread unless given. */
  readonly makerUrl?: URL
}

export const makeApp = (
  database: Database,
  workerUrl: URL,
  now: () => number = Date.now,
  setup?: SetupDesk,
  {
    keys = KeyRing.none,
    outside = outsideOf([]),
    makerUrl = new URL('write-worker.mjs', workerUrl),
  }: Installation = {},
): App => ({
  database,
  standings: new Standings(database),
  structures: new Structures(),
  askedProjects: new AskedProjects(),
  progress: new ProgressBoard(),
  reader: new FileReader(workerUrl),
  press: new Press(makerUrl),
  throttle: new Throttle(),
  keys,
  outside,
  now,
  ...(setup ? { setup } : {}),
})
