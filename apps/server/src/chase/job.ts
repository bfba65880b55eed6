import type { Day } from '@guatu/kernel'
import { jurisdictions, type Scope, withScope } from '@guatu/store'
import type { App } from '../app.ts'
import { todayOf } from '../moment/today.ts'
import { knownNow } from '../return/known.ts'
import { Rounds } from '../rounds.ts'
import { chaseToday } from './tell.ts'

/** How late a turn of the day is noticed. */
const EVERY_MS = 10_000
/** Stands as the person of what the server writes by itself. */
const CHASER = 'system'

/** Once a day for each jurisdiction, as its business date turns; a restart asks again and tells nothing twice. */
export class Chaser extends Rounds {
  readonly #told = new Map<string, Day>()

  constructor(
    private readonly app: App,
    onError: (error: unknown) => void,
  ) {
    super(EVERY_MS, onError)
  }

  async round(): Promise<void> {
    for (const jurisdiction of await jurisdictions(this.app.database)) {
      if (jurisdiction.businessDate && this.#told.get(jurisdiction.id) === jurisdiction.businessDate) continue
      const scope: Scope = { jurisdiction: jurisdiction.id, person: CHASER, reads: 'all' }
      try {
        await withScope(this.app.database, scope, async tx => {
          const today = await todayOf(tx, jurisdiction, this.app.now())
          if (this.#told.get(jurisdiction.id) === today) return
          await chaseToday(tx, await knownNow(this.app, tx, jurisdiction))
          this.#told.set(jurisdiction.id, today)
        })
      } catch (error) {
        this.onError(error)
      }
    }
  }
}
