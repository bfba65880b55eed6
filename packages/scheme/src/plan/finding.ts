import type { Finding } from '../finding.ts'
import type { ItemKind } from '../lint/items.ts'

/** One side of a finding: an item of the scheme, or a part of it that is no item. */
export interface Party {
  readonly kind: ItemKind | 'unit' | 'counted' | 'source'
  readonly id: string
  readonly name: string
  readonly nameEn: string
  /** Locator in the issued document. */
  readonly clause?: string
  /** Ids of the clauses that it covers. */
  readonly covers: readonly string[]
}

/**
 * A fault of the plan itself (方案本身的问题): its text says two things that cannot both hold, or leaves open what it
 * must say. Nobody mends it in the file; the bureau acknowledges how it takes it, and the warning becomes a note.
 */
export interface PlanFinding extends Omit<Finding, 'severity'> {
  /** `note`: acknowledged, it fails nothing. */
  readonly severity: 'warning' | 'note'
  readonly zh: string
  readonly en: string
  readonly mendZh: string
  readonly mendEn: string
  readonly between: readonly Party[]
  readonly acknowledged?: { readonly reading: string; readonly readingEn: string }
}
