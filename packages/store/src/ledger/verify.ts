import type { SelectQueryBuilder } from 'kysely'
import type { Tables } from '../database/tables.ts'
import type { ScopedTx } from '../scope/scope.ts'
import { requireAll } from '../scope/visible.ts'
import { GENESIS, hashOf } from './chain.ts'
import { ENTRY_COLUMNS, FACT_COLUMNS } from './columns.ts'
import type { EntryRow, FactRow } from './rows.ts'

/** `gap`: a seq is missing; `link`: the row does not follow the one before; `hash`: the row was altered; `head`: the end was cut off. */
export type ChainCheck =
  | { readonly ok: true; readonly seq: number; readonly hash: string }
  | { readonly ok: false; readonly seq: number; readonly why: 'gap' | 'link' | 'hash' | 'head' }

const STEP = 5000

/** Walks the whole ledger of the jurisdiction by seq; the first row that does not hold is named. */
export async function verifyChain(tx: ScopedTx): Promise<ChainCheck> {
  requireAll(tx)
  const head = await tx.db
    .selectFrom('jurisdiction')
    .select(['next_seq', 'head_hash'])
    .where('id', '=', tx.scope.jurisdiction)
    .executeTakeFirstOrThrow()
  let seq = 0
  let hash = GENESIS
  for (;;) {
    const rows = await ledgerRows(tx, seq, seq + STEP)
    for (const { hash: claimed, ...row } of rows) {
      seq++
      if (row.seq !== seq) return { ok: false, seq, why: 'gap' }
      if (row.prev_hash !== hash) return { ok: false, seq, why: 'link' }
      if (claimed !== hashOf(row)) return { ok: false, seq, why: 'hash' }
      hash = claimed
    }
    if (rows.length < STEP) break
  }
  if (seq !== head.next_seq - 1 || hash !== head.head_hash) return { ok: false, seq: seq + 1, why: 'head' }
  return { ok: true, seq, hash }
}

/** Both kinds of rows with `after` < seq <= `upTo`, in order. */
export async function ledgerRows(tx: ScopedTx, after: number, upTo: number): Promise<(EntryRow | FactRow)[]> {
  const between = <T>(query: SelectQueryBuilder<Tables, 'entry' | 'fact', T>) =>
    query
      .where('jurisdiction_id', '=', tx.scope.jurisdiction)
      .where('seq', '>', after)
      .where('seq', '<=', upTo)
      .execute()
  const rows: (EntryRow | FactRow)[] = [
    ...(await between(tx.db.selectFrom('entry').select(ENTRY_COLUMNS))),
    ...(await between(tx.db.selectFrom('fact').select(FACT_COLUMNS))),
  ]
  return rows.sort((a, b) => a.seq - b.seq)
}
