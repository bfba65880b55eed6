import type { ScopedTx } from '../scope/scope.ts'
import { requireAll } from '../scope/visible.ts'
import { GENESIS, hashOf } from './chain.ts'
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
  const of = <Table extends 'entry' | 'fact'>(table: Table) =>
    tx.db
      .selectFrom(table as 'entry' | 'fact')
      .selectAll()
      .where('jurisdiction_id', '=', tx.scope.jurisdiction)
      .where('seq', '>', after)
      .where('seq', '<=', upTo)
      .execute()
  const rows = [...(await of('entry')), ...(await of('fact'))] as (EntryRow | FactRow)[]
  return rows.sort((a, b) => a.seq - b.seq)
}
