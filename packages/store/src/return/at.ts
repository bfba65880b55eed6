import type { Period } from '@guatu/kernel'
import { sql } from 'kysely'
import { foldReturns } from '../projection/returns.ts'
import type { ScopedTx } from '../scope/scope.ts'
import { requireAll } from '../scope/visible.ts'
import { type ReturnState, stateOf } from './state.ts'

const FACT_COLUMNS = [
  'jurisdiction_id',
  'seq',
  'batch_id',
  'word',
  'subject_id',
  'project_id',
  'effective_from',
  'body',
  'removed',
  'entered_by',
  'recorded_at',
  'prev_hash',
  'hash',
] as const

/** Some returns as they stood when the ledger held `seq`; those that had not moved are left out. */
export async function returnsAt(
  tx: ScopedTx,
  asked: readonly { readonly unit: string; readonly period: Period }[],
  seq: number,
): Promise<ReturnState[]> {
  requireAll(tx)
  if (asked.length === 0) return []
  const moves = await tx.db
    .selectFrom('fact')
    .select(FACT_COLUMNS)
    .where('jurisdiction_id', '=', tx.scope.jurisdiction)
    .where('word', '=', 'return')
    .where(sql<boolean>`subject_id = any (${asked.map(({ unit, period }) => `${unit} ${period}`)}::text[])`)
    .where('seq', '<=', seq)
    .orderBy('seq')
    .execute()
  return foldReturns(moves).map(stateOf)
}
