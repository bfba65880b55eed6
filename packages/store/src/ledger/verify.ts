import type { SelectQueryBuilder } from 'kysely'
import type { Tables } from '../database/tables.ts'
import type { ScopedTx } from '../scope/scope.ts'
import { requireAll } from '../scope/visible.ts'
import { GENESIS, hashOf } from './chain.ts'
import { ENTRY_COLUMNS, FACT_COLUMNS } from './columns.ts'
import type { EntryRow, FactRow } from './rows.ts'

/** `gap`: a seq is missing; `link`: the row does not follow the one before; `hash`: the row was altered; `head`: the end was cut off. */
export interface ChainBreak {
  readonly seq: number
  readonly why: 'gap' | 'link' | 'hash' | 'head'
}
export type ChainCheck =
  | { readonly ok: true; readonly seq: number; readonly hash: string }
  | ({ readonly ok: false } & ChainBreak)

const STEP = 5000

/** Walks the whole ledger of the jurisdiction by seq; the first row that does not hold is named. */
export async function verifyChain(tx: ScopedTx): Promise<ChainCheck> {
  const head = await headOf(tx)
  for await (const broken of chainBreaks(tx)) return { ok: false, ...broken }
  return { ok: true, ...head }
}

/** Where the ledger ends, by its own word. */
export async function headOf(tx: ScopedTx): Promise<{ seq: number; hash: string }> {
  const { next_seq, head_hash } = await tx.db
    .selectFrom('jurisdiction')
    .select(['next_seq', 'head_hash'])
    .where('id', '=', tx.scope.jurisdiction)
    .executeTakeFirstOrThrow()
  return { seq: next_seq - 1, hash: head_hash }
}

/** Every place where the ledger of the jurisdiction does not hold, in order; after each it goes on from what is there. */
export async function* chainBreaks(tx: ScopedTx): AsyncGenerator<ChainBreak, void> {
  requireAll(tx)
  const head = await headOf(tx)
  let seq = 0
  let hash = GENESIS
  for (let from = 0; ; from += STEP) {
    const rows = await ledgerRows(tx, from, from + STEP)
    for (const { hash: claimed, ...row } of rows) {
      const gap = row.seq !== seq + 1
      if (gap) yield { seq: seq + 1, why: 'gap' }
      else if (row.prev_hash !== hash) yield { seq: row.seq, why: 'link' }
      if (claimed !== hashOf(row)) yield { seq: row.seq, why: 'hash' }
      seq = row.seq
      hash = claimed
    }
    if (rows.length === 0 && from >= head.seq) break
  }
  if (seq !== head.seq || hash !== head.hash) yield { seq: seq + 1, why: 'head' }
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
