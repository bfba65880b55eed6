import { randomUUID } from 'node:crypto'
import { toldClosed } from '../closing/closed.ts'
import { projectEntries } from '../projection/entries.ts'
import { projectFacts } from '../projection/facts.ts'
import { projectReturns } from '../projection/returns.ts'
import type { ScopedTx } from '../scope/scope.ts'
import { hashOf } from './chain.ts'
import { contentOf, IdempotencyConflict } from './content.ts'
import { lockHead, moveHead } from './head.ts'
import { insertRows } from './insert.ts'
import type { Appended, NewBatch } from './new.ts'
import { type EntryRow, entryRow, type FactRow, factRow, type Unplaced } from './rows.ts'
import { mapInTurns } from './turns.ts'

/**
 * Writes a batch to the ledger, its projections and the outbox, in the caller's transaction; other writers of the
 * jurisdiction wait until that ends. Throws `IdempotencyConflict` and `PeriodClosed`; throws when the scope may not
 * write a row.
 */
export async function appendBatch(tx: ScopedTx, batch: NewBatch): Promise<Appended> {
  try {
    return await append(tx, batch)
  } catch (error) {
    throw toldClosed(error)
  }
}

async function append(tx: ScopedTx, batch: NewBatch): Promise<Appended> {
  const key = batch.idempotencyKey || undefined
  const { head, answered } = await lockHead(tx, key)
  const contentHash = key === undefined ? '' : contentOf(batch, tx.scope.person)
  if (answered) {
    if (answered.contentHash !== contentHash) throw new IdempotencyConflict(key ?? '')
    const { contentHash: _, ...written } = answered
    return { ...written, repeated: true }
  }

  const batchId = batch.batch ?? randomUUID()
  let { nextSeq, hash } = head
  /** Fills in the row that it is given: copies of rows this wide would cost more than their hashes. */
  const place = <R extends EntryRow | FactRow>(content: Unplaced<R>): R => {
    const row = Object.assign(content, {
      jurisdiction_id: tx.scope.jurisdiction,
      seq: nextSeq++,
      batch_id: batchId,
      entered_by: tx.scope.person,
      recorded_at: head.recordedAt,
      prev_hash: hash,
      hash: '',
    }) as unknown as R
    hash = hashOf(row)
    row.hash = hash
    return row
  }
  const facts = await mapInTurns(batch.facts ?? [], fact => place<FactRow>(factRow(fact)))
  // Projects first: whether a scope may write a row of a project is decided by the project.
  const factsWritten = writeFacts(tx, facts)
  factsWritten.catch(() => undefined)
  let entries: EntryRow[]
  try {
    // PostgreSQL takes the facts while the entries are given their places.
    entries = await mapInTurns(batch.entries ?? [], entry => place<EntryRow>(entryRow(entry)))
  } finally {
    // The transaction is not left while anything is still to be sent in it.
    await factsWritten
  }
  await insertRows(tx, 'entry', entries)
  await projectEntries(tx, entries)
  const appended = { batch: batchId, firstSeq: head.nextSeq, lastSeq: nextSeq - 1 }
  await moveHead(tx, { nextSeq, hash, recordedAt: head.recordedAt }, key, { ...appended, contentHash })
  await publish(tx, batch, appended.lastSeq)
  return { ...appended, repeated: false }
}

async function writeFacts(tx: ScopedTx, facts: readonly FactRow[]): Promise<void> {
  await projectFacts(tx, facts)
  await projectReturns(tx, facts)
  await insertRows(tx, 'fact', facts)
}

async function publish(tx: ScopedTx, batch: NewBatch, seq: number): Promise<void> {
  if (!batch.outbox?.length) return
  const rows = batch.outbox.map(({ topic, payload }) => ({
    jurisdiction_id: tx.scope.jurisdiction,
    topic,
    payload: JSON.stringify(payload),
    seq,
  }))
  await tx.db.insertInto('outbox').values(rows).execute()
}
