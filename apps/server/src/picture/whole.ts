import type { Bar } from '@guatu/contract'
import { createLibrary, finish, type Library, projectLines, start } from '@guatu/domain'
import type { Day } from '@guatu/kernel'
import type { Scheme } from '@guatu/scheme'
import { headSeq, readFacts, readScope, type ScopedTx } from '@guatu/store'
import type { App } from '../app.ts'
import { schemeAt } from '../moment/scheme.ts'
import { todayOf } from '../moment/today.ts'
import type { Session } from '../session/session.ts'
import { barOf } from './bar.ts'
import type { Judged } from './judged.ts'
import type { When } from './picture.ts'

/** All facts and all reasons at once: for files that name them all. Pages use `look`. */
export interface WholePicture extends Judged {
  readonly scheme: Scheme
  readonly asOf: Day
  /** What the ledger held. */
  readonly seq: number
  readonly bar: Bar
  /** The reader's projects, to search. */
  readonly library: Library
}

/** Reads and judges everything that the reader sees in one moment of the database. */
export function lookWhole<T>(
  app: App,
  session: Session,
  when: When,
  work: (picture: WholePicture) => T,
): Promise<T> {
  return readScope(app.database, session.scope, async tx => work(await wholeIn(app, tx, session, when)))
}

async function wholeIn(
  app: App,
  tx: ScopedTx,
  session: Session,
  { asOf: wanted, knownAt }: When,
): Promise<WholePicture> {
  const head = await headSeq(tx)
  const seq = Math.min(knownAt ?? head, head)
  const today = await todayOf(tx, session.jurisdiction, app.now())
  const asOf = wanted ?? today
  const { scheme } = await schemeAt(tx, { asOf, knownAt })
  const facts = await readFacts(tx, { asOf, knownAt })
  const running = start(scheme, facts, asOf)
  const evaluation = finish(running)
  const severity = new Map(scheme.colours.map(colour => [colour.id, colour.severity]))
  const synthetic = facts.projects.some(project => project.synthetic)
  return {
    facts,
    running,
    evaluation,
    scheme,
    asOf,
    seq,
    bar: barOf(session, { scheme, asOf, knownAt, today, seq, synthetic }),
    library: createLibrary(projectLines(running, evaluation, facts), severity, facts.units),
  }
}
