import type { Day } from '@guatu/kernel'
import { type AskedFacts, askedFacts, projectsSeq, type ScopedTx } from '@guatu/store'

interface Kept {
  readonly seq: number
  readonly asOf: Day
  readonly facts: AskedFacts
}

/**
 * Projects and lists of a whole jurisdiction, kept until one is written or the day turns: every page of a period asks for all
 * of them. A reader of a part, and a plan that asks by what was last reported, reads anew.
 */
export class AskedProjects {
  readonly #kept = new Map<string, Kept>()

  async now(tx: ScopedTx, asOf: Day, stages: boolean): Promise<AskedFacts> {
    if (tx.scope.reads !== 'all' || stages) return askedFacts(tx, asOf, stages)
    const { jurisdiction } = tx.scope
    const { seq, committed } = await projectsSeq(tx)
    const kept = this.#kept.get(jurisdiction)
    if (kept?.seq === seq && kept.asOf === asOf) return kept.facts
    const facts = await askedFacts(tx, asOf, stages)
    if (committed) this.#kept.set(jurisdiction, { seq, asOf, facts })
    return facts
  }
}
