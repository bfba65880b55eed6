/** What a check found in a scheme: where, a code, what is wrong and how to mend it. */
export interface Finding {
  readonly file: string
  /** From 1. */
  readonly line: number
  readonly column: number
  readonly code: string
  readonly severity: 'error' | 'warning'
  readonly message: string
  readonly mend: string
}
