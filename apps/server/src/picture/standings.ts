import { canonicalJson, type Day } from '@guatu/kernel'
import { type Database, type Jurisdiction, lookAtGrown, readScope, type Scope } from '@guatu/store'
import { closeGapsLater, notYet } from '../memory.ts'
import { schemeAt } from '../moment/scheme.ts'
import { dayIn } from '../moment/today.ts'
import { caughtUp, type Held, type Moment, makeHeld } from './held.ts'
import { Making } from './making.ts'
import type { Progress } from './progress.ts'
import { Turn } from './turn.ts'

/** Stands as the person of the server's own reading, which sees the whole jurisdiction. */
const READER = 'system'
/** About 2.5 kB each. The one used last is kept whatever its size. */
const PROJECTS_KEPT = 30_000

/** Fewer leave too little behind to be worth collecting. */
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
  readonly #making = new Making()

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
      const moment = { ...when, asOf: when.asOf ?? today }
      const live = moment.asOf === today && moment.knownAt === undefined
      const held = await this.#held(jurisdiction.id, moment, live, watch)
      if (when.asOf !== undefined || today === (await this.#today(jurisdiction, now))) return { today, held }
    }
  }

  /** Brings a standing of now to a seq that its asker has seen. */
  async refresh(jurisdiction: string, { moment }: Held): Promise<Held> {
    return this.#held(jurisdiction, moment, moment.knownAt === undefined, () => undefined)
  }

  async #today({ id, businessDate }: Jurisdiction, now: number): Promise<Day> {
    if (businessDate) return businessDate
    const zone = this.#zones.get(id) ?? (await this.#read(id, tx => schemeAt(tx, {}))).scheme.timeZone
    this.#zones.set(id, zone)
    return dayIn(zone, now)
  }

  async #held(
    jurisdiction: string,
    moment: Moment,
    live: boolean,
    watch: (progress: Progress) => void,
  ): Promise<Held> {
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
        .join(() => this.#bringUp(jurisdiction, kept, live))
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

  async #bringUp(jurisdiction: string, kept: Kept, live: boolean): Promise<void> {
    const { held, moment, progress } = kept
    if (held && moment.knownAt !== undefined) return
    if (held && (await this.#read(jurisdiction, tx => caughtUp(tx, held)))) return
    this.#zones.delete(jurisdiction)
    Object.assign(progress, { done: 0, total: 0, stage: 'waiting' })
    kept.held = undefined
    const work = () => this.#make(jurisdiction, kept, live)
    await (live ? this.#making.live(work) : this.#making.past(work))
    progress.stage = 'done'
  }

  async #make(jurisdiction: string, kept: Kept, live: boolean): Promise<void> {
    const { moment, progress } = kept
    await lookAtGrown(this.#database)
    const between = async () => {
      notYet()
      if (!live) await this.#making.giveWay()
    }
    kept.held = await this.#read(jurisdiction, tx => makeHeld(tx, moment, progress, between))
    if (progress.total >= MANY) closeGapsLater()
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
