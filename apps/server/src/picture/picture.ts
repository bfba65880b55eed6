import type { Bar } from '@guatu/contract'
import type { Library, StandingView } from '@guatu/domain'
import type { Day } from '@guatu/kernel'
import type { Scheme } from '@guatu/scheme'
import type { App } from '../app.ts'
import type { Session } from '../session/session.ts'
import { barOf } from './bar.ts'
import { viewOf } from './reader.ts'

export interface When {
  readonly asOf?: Day
  readonly knownAt?: number
  /** The name under which the asker follows how far things are. */
  readonly progress?: string
}

/** All that a page of figures stands on. */
export interface Picture {
  readonly scheme: Scheme
  readonly asOf: Day
  readonly today: Day
  /** What the ledger held. */
  readonly seq: number
  readonly bar: Bar
  readonly view: StandingView
  /** The reader's projects, to search. */
  readonly library: Library
}

/**
 * What the reader sees as of a day. `work` takes all it needs without waiting for anything: the picture is the living
 * one, and the next request brings it up to date.
 */
export async function look<T>(
  app: App,
  session: Session,
  when: When,
  work: (picture: Picture) => T,
): Promise<T> {
  const { jurisdiction, person, scope } = session
  const { asOf, knownAt } = when
  const { today, held: first } = await app.standings.at(
    jurisdiction,
    { asOf, knownAt },
    app.now(),
    progress => {
      if (when.progress !== undefined) app.progress.set(when.progress, person, progress)
    },
  )
  const { held, view } = await viewOf(app, scope, first)
  const { scheme, seq, moment } = held
  const at = { scheme, asOf: moment.asOf, knownAt, today, seq, synthetic: view.tally.synthetic > 0 }
  return work({
    scheme,
    asOf: moment.asOf,
    today,
    seq,
    bar: barOf(session, at),
    view,
    get library() {
      return view.library
    },
  })
}
