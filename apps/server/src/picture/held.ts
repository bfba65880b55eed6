import { basisOf, type ProjectFacts, PUBLISHED_CALENDAR, type ReportedFact, Standing } from '@guatu/domain'
import type { Day } from '@guatu/kernel'
import type { Scheme } from '@guatu/scheme'
import {
  type Changed,
  changedSince,
  countProjects,
  headSeq,
  projectsKnown,
  reportedFigures,
  type ScopedTx,
  surroundings,
} from '@guatu/store'
import { schemeAt } from '../moment/scheme.ts'
import type { Progress } from './progress.ts'

export interface Moment {
  readonly asOf: Day
  readonly knownAt?: number
}

/** A standing with what the ledger held when it was last brought up to date. */
export interface Held {
  readonly moment: Moment
  readonly standing: Standing
  readonly scheme: Scheme
  seq: number
  /** Seq of the last write that could change who sees which project. */
  seenBy: number
}

/**
 * The standing of that moment from all that is known; needs a scope that reads all, as `caughtUp` does. Waits for `between`
 * after some projects each.
 */
export async function makeHeld(
  tx: ScopedTx,
  moment: Moment,
  progress: Progress,
  between: () => Promise<void>,
): Promise<Held> {
  const head = await headSeq(tx)
  const { scheme } = await schemeAt(tx, moment)
  const around = await surroundings(tx, moment)
  const { asOf } = moment
  const standing = new Standing(basisOf({ ...around, scheme, asOf, calendar: PUBLISHED_CALENDAR }))
  standing.report(around.reported)
  progress.total = await countProjects(tx)
  progress.stage = 'reading'
  for await (const some of projectsKnown(tx, moment)) {
    for (const one of some) standing.replace(one.project.id, one)
    progress.done += some.length
    await between()
  }
  progress.done = progress.total
  const seq = Math.min(moment.knownAt ?? head, head)
  return { moment, standing, scheme, seq, seenBy: head }
}

/** More changed projects than this share of all are read faster with all the others. */
const FEW = 0.2
const ALWAYS_FEW = 200

/** Brings it to the transaction's moment in place; false when it has to be made anew. */
export async function caughtUp(tx: ScopedTx, held: Held): Promise<boolean> {
  const changed = await changedSince(tx, held.seq)
  if (changed.seq <= held.seq) return true
  if (changed.basis || changed.projects.length > Math.max(ALWAYS_FEW, held.standing.all.size * FEW))
    return false
  const known: ProjectFacts[] = []
  if (changed.projects.length > 0) {
    for await (const some of projectsKnown(tx, held.moment, changed.projects)) known.push(...some)
  }
  const reported = changed.reported ? await reportedFigures(tx, held.moment) : undefined
  return taken(held, changed, known, reported)
}

/** Without a pause, so that whoever looks sees all of it or nothing; what broke half way has to be made anew. */
function taken(
  held: Held,
  changed: Changed,
  known: readonly ProjectFacts[],
  reported: readonly ReportedFact[] | undefined,
): boolean {
  const now = new Map(known.map(one => [one.project.id, one]))
  try {
    for (const id of changed.projects) held.standing.replace(id, now.get(id))
  } catch {
    return false
  }
  if (reported) held.standing.report(reported)
  held.seq = changed.seq
  held.seenBy = changed.seenBy ?? held.seenBy
  return true
}
