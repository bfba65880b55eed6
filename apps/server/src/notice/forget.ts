import { keptSince } from '@guatu/domain'
import {
  type Database,
  forgetTold,
  type Jurisdiction,
  jurisdictions,
  MESSENGER,
  readScope,
  type Scope,
  TOLD_TABLES,
  type Told,
  withScope,
} from '@guatu/store'
import { sendingOf } from '../channel/sending.ts'
import { Rounds } from '../rounds.ts'

const EVERY_MS = 10 * 60_000
/** Rows in one transaction, so that nobody waits long for what it holds. */
const AT_ONCE = 1000
/** Batches of one table in one round; what is left goes in the next. */
const MOST_BATCHES = 50

/** Takes away, in the background, what was told longer ago than the jurisdiction keeps it. Nothing of the ledger is. */
export class Forgetter extends Rounds {
  constructor(
    private readonly database: Database,
    private readonly now: () => number,
    onError: (error: unknown) => void,
    private readonly atOnce = AT_ONCE,
  ) {
    super(EVERY_MS, onError)
  }

  async round(): Promise<void> {
    for (const jurisdiction of await jurisdictions(this.database)) await this.#forget(jurisdiction)
  }

  async #forget(jurisdiction: Jurisdiction): Promise<void> {
    const scope: Scope = { jurisdiction: jurisdiction.id, person: MESSENGER, reads: 'all' }
    const now = this.now()
    const { keepDays } = await readScope(this.database, scope, tx => sendingOf(tx, jurisdiction, now))
    const before = new Date(keptSince(now, keepDays)).toISOString()
    for (const table of TOLD_TABLES) await this.#forgetOf(scope, table, before)
  }

  async #forgetOf(scope: Scope, table: Told, before: string): Promise<void> {
    for (let batch = 0; batch < MOST_BATCHES && !this.ended; batch++) {
      const gone = await withScope(this.database, scope, tx => forgetTold(tx, table, before, this.atOnce))
      if (gone < this.atOnce) return
    }
  }
}
