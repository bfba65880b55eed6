import type { Bar } from '@guatu/contract'
import { createLibrary, finish, type Library, type ProjectLine, projectLines, start } from '@guatu/domain'
import { canonicalJson, type Day } from '@guatu/kernel'
import type { Scheme } from '@guatu/scheme'
import { headSeq, readFacts, readScope, type ScopedTx } from '@guatu/store'
import type { App } from '../app.ts'
import { schemeAt } from '../moment/scheme.ts'
import { todayOf } from '../moment/today.ts'
import type { Session } from '../session/session.ts'
import type { Judged } from './memo.ts'

export interface When {
  readonly asOf?: Day
  readonly knownAt?: number
}

/** All that a page of figures stands on. */
export interface Picture extends Judged {
  readonly scheme: Scheme
  readonly asOf: Day
  readonly today: Day
  /** What the ledger held. */
  readonly seq: number
  readonly bar: Bar
  /** The reader's projects, to search. */
  readonly library: Library
  /** The same projects by id. */
  readonly lines: readonly ProjectLine[]
}

/** Reads and judges in one moment of the database; `work` sees the same moment. */
export function look<T>(
  app: App,
  session: Session,
  when: When,
  work: (picture: Picture, tx: ScopedTx) => Promise<T> | T,
): Promise<T> {
  return readScope(app.database, session.scope, async tx => work(await pictureIn(app, tx, session, when), tx))
}

async function pictureIn(app: App, tx: ScopedTx, session: Session, when: When): Promise<Picture> {
  const { jurisdiction } = session
  const head = await headSeq(tx)
  const seq = Math.min(when.knownAt ?? head, head)
  const today = await todayOf(tx, jurisdiction, app.now())
  const asOf = when.asOf ?? today
  const { scheme } = await schemeAt(tx, { asOf, knownAt: when.knownAt })
  const key = canonicalJson([jurisdiction.id, session.scope.reads, asOf, seq, when.knownAt !== undefined])
  const judged = await app.pictures.get(key, async () => {
    const facts = await readFacts(tx, { asOf, knownAt: when.knownAt })
    const running = start(scheme, facts, asOf)
    return { facts, running, evaluation: finish(running) }
  })
  const bar = {
    jurisdiction: jurisdiction.id,
    jurisdictionName: jurisdiction.name,
    scheme: scheme.scheme,
    schemeName: scheme.name,
    schemeNameEn: scheme.nameEn,
    asOf,
    today,
    seq,
    live: asOf === today && when.knownAt === undefined,
    scopeName: session.scope.reads === 'all' ? jurisdiction.name : session.post.unitName,
    synthetic: judged.facts.projects.some(project => project.synthetic),
  }
  const lines = projectLines(judged.running, judged.evaluation, judged.facts)
  const severity = new Map(scheme.colours.map(colour => [colour.id, colour.severity]))
  return {
    ...judged,
    scheme,
    asOf,
    today,
    seq,
    bar,
    lines,
    library: createLibrary(lines, severity, judged.facts.units),
  }
}
