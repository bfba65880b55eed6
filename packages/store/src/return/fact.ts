import type { Day, Period } from '@guatu/kernel'
import type { Tables } from '../database/tables.ts'
import type { NewFact } from '../ledger/new.ts'

export type ReturnPhase = Tables['return_state']['state']

/** One move of the return of a unit for a period; further members are kept as they are. */
export interface ReturnMove {
  readonly unit: string
  readonly period: Period
  /** Where the move brings it. */
  readonly state: ReturnPhase
  /** The unit that it then waits at. */
  readonly at?: string
  /** `submit` is what makes it submitted; the store makes no difference between the others. */
  readonly action: string
  readonly [member: string]: unknown
}

/** `effectiveFrom` is the business day of the move. */
export const returnFact = (body: ReturnMove, effectiveFrom: Day): NewFact => ({
  word: 'return',
  subject: `${body.unit} ${body.period}`,
  effectiveFrom,
  body,
})
