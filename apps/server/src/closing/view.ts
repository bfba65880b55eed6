import type { PeriodLine } from '@guatu/contract'
import type { ReturnStateName } from '@guatu/domain'
import { periodSpan } from '@guatu/kernel'
import type { Closing } from '@guatu/store'
import { type Known, nameOf } from '../return/known.ts'

/** What the fact of a closing says beyond what the store itself needs. */
export interface ClosingSaid {
  readonly hash: string
  /** Units closed without, with the state that their return was in. */
  readonly without: readonly { readonly unit: string; readonly state: ReturnStateName }[]
}

export function closingView(
  known: Pick<Known, 'units'>,
  closing: Closing,
  persons: ReadonlyMap<string, string>,
): NonNullable<PeriodLine['closing']> {
  const { hash, without } = closing.body as unknown as ClosingSaid
  return {
    seq: closing.seq,
    result: closing.result,
    hash,
    closedAt: closing.closedAt,
    closedBy: persons.get(closing.closedBy) ?? closing.closedBy,
    asOf: periodSpan(closing.period).end,
    missing: without.map(({ unit, state }) => ({ unit, unitName: nameOf(known, unit), state })),
  }
}
