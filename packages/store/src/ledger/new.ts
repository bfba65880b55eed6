import type { EntryOrigin, EntrySubject, FieldId, FieldValue } from '@guatu/domain'
import type { Day, Period } from '@guatu/kernel'

/** An entry to write: see `Entry` of the domain for what absent and null figures mean. */
export interface NewEntry {
  readonly subject: EntrySubject
  readonly period: Period
  readonly figures: Readonly<Record<FieldId, FieldValue | null>>
  readonly reason?: string
  /** `origin.file` is the sha256 of a saved source file. */
  readonly origin: EntryOrigin
  /** The unit that answers for the figures. */
  readonly reportedBy?: string
  /** Of a figure of a closed period: needs a reason, and another person than the one who writes it. */
  readonly correction?: { readonly period: Period; readonly proposedBy: string }
}

export const FACT_WORDS = [
  'unit',
  'person',
  'post',
  'project',
  'membership',
  'calendar',
  'setting',
  'scheme',
  'list',
  'batch',
  'mapping',
  'reorganisation',
  'audit',
  'return',
  'closing',
  'unlock',
  'unlock-end',
  'correction',
] as const
export type FactWord = (typeof FACT_WORDS)[number]

/** The whole state of one subject from a day on; of several for one day the latest written counts. */
export interface NewFact {
  readonly word: FactWord
  readonly subject: string
  /** Of `project` and `membership`: the project, by which it is seen or not. */
  readonly project?: string
  readonly effectiveFrom: Day
  /** Any JSON members; undefined ones are left out. */
  readonly body: object
  /** The subject is no more from that day; `body` keeps its last state. */
  readonly removed?: boolean
}

export interface NewEvent {
  readonly topic: string
  readonly payload: unknown
}

/** What is written at once: facts first, then entries, each in the order given. */
export interface NewBatch {
  readonly facts?: readonly NewFact[]
  readonly entries?: readonly NewEntry[]
  readonly outbox?: readonly NewEvent[]
  /** Chosen by the caller to find the batch again; made up if absent. */
  readonly batch?: string
  /** A request that comes again under its key is answered as the first time and writes nothing. */
  readonly idempotencyKey?: string
  /** What was asked, where what is written depends on more: under the key it is compared in place of the batch. */
  readonly request?: unknown
}

export interface Appended {
  readonly batch: string
  readonly firstSeq: number
  /** One less than `firstSeq` when nothing was written. */
  readonly lastSeq: number
  /** True when the batch had been written by an earlier request under the same key. */
  readonly repeated: boolean
}
