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

/** As they were when they were closed, with the day, by id. */
export async function closedUnits(tx: ScopedTx): Promise<(UnitFact & { readonly closedFrom: Day })[]> {
  const rows = await tx.db
    .selectFrom('unit')
    .select(['id', 'body', 'effective_from'])
    .where('jurisdiction_id', '=', tx.scope.jurisdiction)
    .where('removed', '=', true)
    .orderBy('id')
    .execute()
  return rows.map(
    row => ({ ...row.body, id: row.id, closedFrom: row.effective_from }) as UnitFact & { closedFrom: Day },
  )
}
