import { headSeq, lockHead } from '../ledger/head.ts'
import type { EntryRow, FactRow } from '../ledger/rows.ts'
import { ledgerRows } from '../ledger/verify.ts'
import type { ScopedTx } from '../scope/scope.ts'
import { requireAll } from '../scope/visible.ts'
import { projectEntries } from './entries.ts'
import { PROJECTED_WORDS, projectFacts } from './facts.ts'
import { projectReturns } from './returns.ts'

const STEP = 5000

/** Makes the projections of the jurisdiction anew from its ledger; writers wait meanwhile. */
export async function rebuildProjection(tx: ScopedTx): Promise<void> {
  requireAll(tx)
  await lockHead(tx)
  for (const table of [...PROJECTED_WORDS, 'current', 'reported_current', 'return_state'] as const) {
    await tx.db.deleteFrom(table).where('jurisdiction_id', '=', tx.scope.jurisdiction).execute()
  }
  const last = await headSeq(tx)
  for (let seq = 0; seq < last; seq += STEP) {
    const rows = await ledgerRows(tx, seq, seq + STEP)
    const facts = rows.filter(isFact)
    await projectFacts(tx, facts)
    await projectReturns(tx, facts)
    await projectEntries(tx, rows.filter(isEntry))
  }
}

const isFact = (row: EntryRow | FactRow): row is FactRow => 'word' in row
const isEntry = (row: EntryRow | FactRow): row is EntryRow => !isFact(row)
