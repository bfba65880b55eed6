import { type Day, must } from '@guatu/kernel'
import { factsInForce, type InForce, type NewFact, type ScopedTx } from '@guatu/store'

/** What is kept of an import beside its entries. Its own fact is the first thing that the batch writes. */
export interface BatchRecord {
  readonly fileName: string
  readonly by: string
  readonly byName: string
  /** ISO text in UTC. */
  readonly at: string
  /** Entries and facts written, this one included. */
  readonly count: number
  /** Why projects were changed without a file. */
  readonly reason?: string
  /** First seq of what was undone; absent while it stands. */
  readonly undone?: number
}

export interface Batch extends BatchRecord {
  readonly id: string
  readonly firstSeq: number
  readonly lastSeq: number
}

const LAST_DAY: Day = '9999-12-31'

export const batchFact = (id: string, record: BatchRecord, effectiveFrom: Day): NewFact => ({
  word: 'batch',
  subject: id,
  effectiveFrom,
  body: record,
})

/** Newest first. */
export async function batches(tx: ScopedTx): Promise<Batch[]> {
  const facts = await factsInForce(tx, ['batch'], { asOf: LAST_DAY })
  return facts.map(batchOf).sort((a, b) => b.firstSeq - a.firstSeq)
}

function batchOf({ subject, seq, body }: InForce): Batch {
  const record = body as unknown as BatchRecord
  const firstSeq = record.undone ?? seq
  return { ...record, id: subject, firstSeq, lastSeq: firstSeq + must(record.count, 'count of a batch') - 1 }
}
