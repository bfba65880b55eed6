import { periodSpan } from '@guatu/kernel'
import type { FactRow } from '../ledger/rows.ts'
import type { Row } from '../scope/scope.ts'
import type { ReturnMove } from './fact.ts'

export type ReturnRow = Row<'return_state'>
type Submitted = Pick<ReturnRow, 'submitted_at' | 'submitted_on'>

/** Where a return stands after a move, by what was known of it before. */
export function moved(known: ReturnRow | undefined, fact: FactRow): ReturnRow {
  const { unit, period, state, at, action } = fact.body as unknown as ReturnMove
  const submitted = submittedBy(known, fact, state, action)
  return {
    jurisdiction_id: fact.jurisdiction_id,
    unit_id: unit,
    period,
    period_end: periodSpan(period).end,
    state,
    at: at ?? null,
    ...submitted,
    first_submitted_at: known?.first_submitted_at ?? submitted.submitted_at,
    first_submitted_on: known?.first_submitted_on ?? submitted.submitted_on,
    accepted_at: acceptedAt(known, fact, state),
    body: fact.body,
    seq: fact.seq,
  }
}

/** A unit above that passes it on leaves the time as it was; one that was withdrawn is not submitted. */
function submittedBy(
  known: ReturnRow | undefined,
  fact: FactRow,
  state: ReturnMove['state'],
  action: string,
): Submitted {
  if (action === 'submit') return { submitted_at: fact.recorded_at, submitted_on: fact.effective_from }
  if (state === 'open' || !known) return { submitted_at: null, submitted_on: null }
  return { submitted_at: known.submitted_at, submitted_on: known.submitted_on }
}

function acceptedAt(known: ReturnRow | undefined, fact: FactRow, state: ReturnMove['state']): string | null {
  if (state === 'frozen') return known?.accepted_at ?? null
  if (state !== 'accepted') return null
  return known?.accepted_at ?? fact.recorded_at
}
