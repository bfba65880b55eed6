import type { ReturnSheet } from '@guatu/contract'
import type { Work } from './work.ts'

/** What the checks say of a row as it would stand. */
export interface SheetFinding {
  readonly check: string
  readonly severity: 'error' | 'warning' | 'note'
  readonly project?: string
  readonly field?: string
  readonly message: { readonly zh: string; readonly en: string }
  readonly needsReason: boolean
}

export function findingsOf(_sheet: ReturnSheet, _work: Work): readonly SheetFinding[] {
  return []
}
