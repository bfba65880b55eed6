import type { Period } from '@guatu/kernel'
import { chaseTold, type ScopedTx } from '@guatu/store'

/** When each unit was last told of its return of the period. */
export async function remindedAt(tx: ScopedTx, period: Period): Promise<ReadonlyMap<string, string>> {
  return new Map((await chaseTold(tx, period)).map(one => [one.unit, one.toldAt]))
}
