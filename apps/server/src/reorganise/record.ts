import type { ReorganisationAsked, ReorganisationRecord } from '@guatu/contract'
import type { ReorganiseState } from '@guatu/domain'
import type { Day } from '@guatu/kernel'
import { factsInForce, type InForce, type NewFact, type ScopedTx } from '@guatu/store'

/** What is kept of a reorganisation beside what it wrote: the first fact of its batch, found again by the batch's id. */
export interface KeptRecord extends Omit<ReorganisationRecord, 'id' | 'undone'> {
  /** Facts and entries written, this one included. */
  readonly count: number
  /** First seq of what was undone; absent while it stands. */
  readonly undone?: number
}
export interface Kept extends KeptRecord {
  readonly id: string
  readonly firstSeq: number
}

const LAST_DAY: Day = '9999-12-31'

export const recordFact = (id: string, record: KeptRecord, effectiveFrom: Day): NewFact => ({
  word: 'reorganisation',
  subject: id,
  effectiveFrom,
  body: record,
})

/** Newest first. */
export async function reorganisations(tx: ScopedTx): Promise<Kept[]> {
  const facts = await factsInForce(tx, ['reorganisation'], { asOf: LAST_DAY })
  return facts.map(keptOf).sort((a, b) => b.firstSeq - a.firstSeq)
}

function keptOf({ subject, seq, body }: InForce): Kept {
  const record = body as unknown as KeptRecord
  return { ...record, id: subject, firstSeq: record.undone ?? seq }
}

export const recordView = ({
  id,
  kind,
  day,
  reason,
  from,
  to,
  by,
  at,
  undone,
}: Kept): ReorganisationRecord => ({
  id,
  kind,
  day,
  reason,
  from,
  to,
  by,
  at,
  undone: undone !== undefined,
})

/** The two that a change speaks of, by the names they have when it is made. */
export function parties(
  { facts }: ReorganiseState,
  asked: ReorganisationAsked,
  newId: string,
): Pick<KeptRecord, 'from' | 'to'> {
  const named = (id: string) => ({
    id,
    name: [...facts.units, ...facts.projects].find(one => one.id === id)?.name ?? id,
  })
  switch (asked.kind) {
    case 'rename-unit':
      return { from: named(asked.unit), to: { id: asked.unit, name: asked.name } }
    case 'rename-project':
      return { from: named(asked.project), to: { id: asked.project, name: asked.name } }
    case 'move-unit':
      return { from: named(asked.unit), to: asked.parent === null ? null : named(asked.parent) }
    case 'merge-units':
      return { from: named(asked.unit), to: named(asked.into) }
    case 'merge-projects':
      return { from: named(asked.project), to: named(asked.into) }
    case 'split-unit':
      return { from: named(asked.unit), to: { id: newId, name: asked.name } }
    case 'split-project':
      return { from: named(asked.project), to: { id: newId, name: asked.name } }
  }
}
