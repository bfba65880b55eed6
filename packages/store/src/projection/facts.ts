import { sql } from 'kysely'
import { insertRows } from '../ledger/insert.ts'
import type { FactRow } from '../ledger/rows.ts'
import type { ScopedTx } from '../scope/scope.ts'

/** Words kept as they stand now; the others are read from the ledger. Project first: see `appendBatch`. */
export const PROJECTED_WORDS = ['project', 'unit', 'post', 'membership'] as const

/** Takes new facts into the projections: of each subject the latest day counts, within a day the latest written. */
export async function projectFacts(tx: ScopedTx, facts: readonly FactRow[]): Promise<void> {
  for (const word of PROJECTED_WORDS) {
    const rows = latestOfEach(facts.filter(fact => fact.word === word))
    if (rows.length > 0) await upsert(tx, word, rows)
  }
}

const supersedes = (a: FactRow, b: FactRow) =>
  a.effective_from > b.effective_from || (a.effective_from === b.effective_from && a.seq > b.seq)

function latestOfEach(facts: readonly FactRow[]): FactRow[] {
  const latest = new Map<string, FactRow>()
  for (const fact of facts) {
    const known = latest.get(fact.subject_id)
    if (!known || supersedes(fact, known)) latest.set(fact.subject_id, fact)
  }
  return [...latest.values()]
}

async function upsert(tx: ScopedTx, word: (typeof PROJECTED_WORDS)[number], facts: FactRow[]): Promise<void> {
  const rows = facts.map(({ jurisdiction_id, subject_id, body, effective_from, removed, seq }) => ({
    jurisdiction_id,
    id: subject_id,
    body,
    effective_from,
    removed,
    seq,
  }))
  const newer = sql`on conflict (jurisdiction_id, id) do update set body = excluded.body,
      effective_from = excluded.effective_from, removed = excluded.removed, seq = excluded.seq
    where (excluded.effective_from, excluded.seq) > (known.effective_from, known.seq)`
  await insertRows(tx, word, rows, newer)
}
