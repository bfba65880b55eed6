import { canonicalJson } from '@guatu/kernel'
import { FACT_COLUMNS } from '../ledger/columns.ts'
import { foldReturns, RETURN_COLUMNS } from '../projection/returns.ts'
import type { ScopedTx } from '../scope/scope.ts'
import type { ProjectionFinding } from './finding.ts'

/** Folds every return from its moves, and compares. */
export async function returnFindings(tx: ScopedTx): Promise<ProjectionFinding[]> {
  const moves = await tx.db
    .selectFrom('fact')
    .select(FACT_COLUMNS)
    .where('jurisdiction_id', '=', tx.scope.jurisdiction)
    .where('word', '=', 'return')
    .orderBy('seq')
    .execute()
  const rows = await tx.db
    .selectFrom('return_state')
    .select(RETURN_COLUMNS)
    .where('jurisdiction_id', '=', tx.scope.jurisdiction)
    .execute()
  const made = new Map(foldReturns(moves).map(row => [`${row.unit_id} ${row.period}`, row]))
  const kept = new Map(rows.map(row => [`${row.unit_id} ${row.period}`, row]))
  return [...new Set([...made.keys(), ...kept.keys()])].sort().flatMap(id => {
    const [left, right] = [made.get(id), kept.get(id)]
    const same = left && right && canonicalJson(left) === canonicalJson(right)
    return same ? [] : [{ table: 'return_state', id, seq: (left ?? right)?.seq ?? 0 }]
  })
}
