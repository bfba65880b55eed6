/** What a check found in a scheme: where, a code, what is wrong and how to mend it. */
export interface Finding {
  readonly file: string
  /** From 1. */
  readonly line: number
  readonly column: number
  readonly code: string
  /** `note`: a fault of the plan itself that the scheme acknowledges; it fails nothing. */
  readonly severity: 'error' | 'warning' | 'note'
  readonly message: string
  readonly mend: string
}
