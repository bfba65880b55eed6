import type { UnitFact } from '@guatu/domain'
import type { Day } from '@guatu/kernel'
import type { NewFact } from '../ledger/new.ts'
import type { ScopedTx } from '../scope/scope.ts'

export function unitFact({ id, ...body }: UnitFact, effectiveFrom: Day): NewFact {
  return { word: 'unit', subject: id, effectiveFrom, body }
}

/** As they stand now, by id. */
export async function units(tx: ScopedTx): Promise<UnitFact[]> {
  const rows = await tx.db
    .selectFrom('unit')
    .select(['id', 'body'])
    .where('jurisdiction_id', '=', tx.scope.jurisdiction)
    .where('removed', '=', false)
    .orderBy('id')
    .execute()
  return rows.map(({ id, body }) => ({ ...body, id }) as UnitFact)
}
