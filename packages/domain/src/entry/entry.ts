import type { Period } from '@guatu/kernel'
import type { FieldId, FieldValue } from '../facts/fields.ts'

/**
 * One submission of one subject for one period, as the ledger keeps it. A figure that is absent was not named;
 * null takes back what an earlier entry said (back to "not reported").
 */
export interface Entry {
  readonly seq: number
  readonly subject: EntrySubject
  readonly period: Period
  readonly figures: Readonly<Record<FieldId, FieldValue | null>>
  /** Why a correction was made; a first return needs none. */
  readonly reason?: string
  readonly origin: EntryOrigin
}

export type EntrySubject =
  | { readonly kind: 'project'; readonly project: string }
  | { readonly kind: 'reported'; readonly indicator: string; readonly unit: string }

/** Where the figures came from: a row of a file, a form on screen, or an undo. */
export interface EntryOrigin {
  readonly via: 'import' | 'form' | 'undo' | 'setup'
  readonly file?: string
  readonly sheet?: string
  readonly row?: number
  /** Fields whose cell held a formula; the cached value was taken. */
  readonly computed?: readonly FieldId[]
  /** Fields summed from monthly figures. */
  readonly summed?: readonly FieldId[]
}
