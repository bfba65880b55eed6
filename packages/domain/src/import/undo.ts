import { fault, ok, type Result } from '@guatu/kernel'
import type { Entry } from '../entry/index.ts'
import type { FieldId, FieldValue } from '../facts/index.ts'
import type { EntryToWrite, FactToWrite, Writes } from './writes.ts'

/** What a batch wrote, beside what stood before it, and what has been written over it since. */
export interface WrittenBatch {
  readonly entries: readonly {
    readonly entry: Entry
    readonly before: Readonly<Record<FieldId, FieldValue | null>>
    readonly overwritten: readonly FieldId[]
  }[]
  readonly facts: readonly {
    readonly word: string
    readonly subject: string
    readonly project?: string
    readonly effectiveFrom: string
    readonly body: Readonly<Record<string, unknown>>
    readonly before?: Readonly<Record<string, unknown>>
    readonly overwritten: boolean
  }[]
}

const WORDS = ['unit', 'project', 'membership', 'post'] as const

/**
 * New entries and facts that restore what stood before. History stays: nothing is deleted. Refused with
 * `undo.overtaken` when something later stands on the batch, rather than undone in part.
 */
export function undoWrites(batch: WrittenBatch, reason: string): Result<Writes> {
  const count =
    batch.entries.filter(one => one.overwritten.length > 0).length +
    batch.facts.filter(one => one.overwritten).length
  if (count > 0) return fault('undo.overtaken', { count })
  const entries: EntryToWrite[] = [...batch.entries].reverse().map(({ entry, before }) => ({
    subject: entry.subject,
    period: entry.period,
    figures: before,
    origin: { via: 'undo' },
    reason,
  }))
  const facts: FactToWrite[] = [...batch.facts].reverse().flatMap(fact => {
    const word = WORDS.find(one => one === fact.word)
    if (!word) return []
    const { subject, project, effectiveFrom } = fact
    const body = fact.before ?? fact.body
    return [{ word, subject, project, effectiveFrom, body, removed: fact.before === undefined }]
  })
  return ok({ facts, entries })
}
