import { canonicalJson, type Day } from '@guatu/kernel'
import { type Database, type Jurisdiction, readScope, type Scope } from '@guatu/store'
import { closeGaps } from '../memory.ts'
import { schemeAt } from '../moment/scheme.ts'
import { dayIn } from '../moment/today.ts'
import { caughtUp, type Held, type Moment, makeHeld } from './held.ts'
import type { Progress } from './progress.ts'
import { Turn } from './turn.ts'

/** Stands as the person of the server's own reading, which sees the whole jurisdiction. */
const READER = 'system'
/** About 2.5 kB each. The one used last is kept whatever its size. */
const PROJECTS_KEPT = 30_000

/** Fewer leave too little behind to be worth a pause. */
const MANY = 2_000

interface Kept {
  readonly moment: Moment
  readonly turn: Turn
  readonly progress: Progress
  held: Held | undefined
}

/**
 * Jurisdictions as of a day, judged and kept in memory. One that stands for now is brought up to date before it
 * answers; one as known at a past moment cannot change.
 */
export class Standings {
  readonly #database: Database
  readonly #kept = new Map<string, Kept>()
  readonly #zones = new Map<string, string>()
  #lastMade: Promise<unknown> = Promise.resolve()

  constructor(database: Database) {
    this.#database = database
  }

  /** The day that "today" is, and the standing of the moment asked for: as of today where no day is given. */
  async at(
    jurisdiction: Jurisdiction,
    when: { readonly asOf?: Day; readonly knownAt?: number },
    now: number,
    watch: (progress: Progress) => void,
  ): Promise<{ readonly today: Day; readonly held: Held }> {
    for (;;) {
      const today = await this.#today(jurisdiction, now)
      const held = await this.#held(jurisdiction.id, { ...when, asOf: when.asOf ?? today }, watch)
      if (when.asOf !== undefined || today === (await this.#today(jurisdiction, now))) return { today, held }
    }
  }

  /** Brings a standing of now to a seq that its asker has seen. */
  async refresh(jurisdiction: string, { moment }: Held): Promise<Held> {
    return this.#held(jurisdiction, moment, () => undefined)
  }

  async #today({ id, businessDate }: Jurisdiction, now: number): Promise<Day> {
    if (businessDate) return businessDate
    const zone = this.#zones.get(id) ?? (await this.#read(id, tx => schemeAt(tx, {}))).scheme.timeZone
    this.#zones.set(id, zone)
    return dayIn(zone, now)
  }

  async #held(jurisdiction: string, moment: Moment, watch: (progress: Progress) => void): Promise<Held> {
    const key = canonicalJson([jurisdiction, moment.asOf, moment.knownAt ?? null])
    const kept = this.#kept.get(key) ?? {
      moment,
      turn: new Turn(),
      progress: { done: 0, total: 0, stage: 'waiting' },
      held: undefined,
    }
    this.#kept.delete(key)
    this.#kept.set(key, kept)
    watch(kept.progress)
    let held = moment.knownAt === undefined ? undefined : kept.held
    while (!held) {
      await kept.turn
        .join(() => this.#bringUp(jurisdiction, kept))
        .catch(error => {
          if (!kept.held) this.#kept.delete(key)
          throw error
        })
      // Absent again when the next one to ask has found that it must be made anew.
      held = kept.held
    }
    // A seq that is still to come would be another moment later.
    if (moment.knownAt !== undefined && held.seq < moment.knownAt) this.#kept.delete(key)
    this.#forget(key)
    return held
  }

  async #bringUp(jurisdiction: string, kept: Kept): Promise<void> {
    const { held, moment, progress } = kept
    if (held && moment.knownAt !== undefined) return
    if (held && (await this.#read(jurisdiction, tx => caughtUp(tx, held)))) return
    this.#zones.delete(jurisdiction)
    Object.assign(progress, { done: 0, total: 0, stage: 'waiting' })
    kept.held = undefined
    await this.#alone(async () => {
      kept.held = await this.#read(jurisdiction, tx => makeHeld(tx, moment, progress))
      if (progress.total >= MANY) closeGaps()
    })
    progress.stage = 'done'
  }

  /** Making one takes memory: one after the other. */
  #alone(work: () => Promise<void>): Promise<void> {
    const mine = this.#lastMade.then(work)
    this.#lastMade = mine.catch(() => undefined)
    return mine
  }

  /** The least recently used go first. */
  #forget(used: string): void {
    let projects = [...this.#kept.values()].reduce((sum, one) => sum + (one.held?.standing.all.size ?? 0), 0)
    for (const [key, { held }] of this.#kept) {
      if (projects <= PROJECTS_KEPT) return
      if (key === used || !held) continue
      this.#kept.delete(key)
      projects -= held.standing.all.size
    }
  }

  #read<T>(jurisdiction: string, work: Parameters<typeof readScope<T>>[2]): Promise<T> {
    const scope: Scope = { jurisdiction, person: READER, reads: 'all' }
    return readScope(this.#database, scope, work)
  }
}
