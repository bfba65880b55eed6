import { type UnitFact, type UnitTree, unitTree } from '@guatu/domain'
import { rolesHeld, type ScopedTx, structureSeq, units as unitsNow } from '@guatu/store'

/** Units and who holds which role in them, as everybody of the jurisdiction may know them. */
export interface Structure {
  readonly seq: number
  readonly units: readonly UnitFact[]
  readonly held: Awaited<ReturnType<typeof rolesHeld>>
  readonly tree: UnitTree
}

/** Kept until a unit or a post is written: on deadline night every request asks, and nobody writes one. */
export class Structures {
  readonly #kept = new Map<string, Structure>()

  async now(tx: ScopedTx): Promise<Structure> {
    const { jurisdiction } = tx.scope
    const { seq, committed } = await structureSeq(tx)
    const kept = this.#kept.get(jurisdiction)
    if (kept?.seq === seq) return kept
    const units = await unitsNow(tx)
    const read = { seq, units, held: await rolesHeld(tx), tree: unitTree(units) }
    if (committed) this.#kept.set(jurisdiction, read)
    return read
  }
}
