import type { Day, Period } from '@guatu/kernel'
import type { Time } from '../database/tables.ts'
import { RETURN_COLUMNS } from '../projection/returns.ts'
import type { ScopedTx } from '../scope/scope.ts'
import { ofVisibleUnits } from '../scope/visible.ts'
import type { ReturnMove, ReturnPhase } from './fact.ts'
import type { ReturnRow } from './fold.ts'

/** Where the return of a unit for a period stands. There is none before its first move: it is open. */
export interface ReturnState {
  readonly unit: string
  readonly period: Period
  readonly periodEnd: Day
  readonly state: ReturnPhase
  /** The unit that it waits at. */
  readonly at: string | null
  /** Last submitted; null once withdrawn. */
  readonly submittedAt: Time | null
  /** The business day of that, by which it is on time or late. */
  readonly submittedOn: Day | null
  readonly firstSubmittedAt: Time | null
  readonly firstSubmittedOn: Day | null
  /** Null once reopened. */
  readonly acceptedAt: Time | null
  /** Of the last move. */
  readonly body: ReturnMove
  readonly seq: number
}

/** Of all units that the scope sees, by unit. */
export async function returnsOfPeriod(tx: ScopedTx, period: Period): Promise<ReturnState[]> {
  const rows = await visible(tx).where('period', '=', period).orderBy('unit_id').execute()
  return rows.map(stateOf)
}

/** Of several periods, in no order. */
export async function returnsOfPeriods(tx: ScopedTx, periods: readonly Period[]): Promise<ReturnState[]> {
  if (periods.length === 0) return []
  const rows = await visible(tx)
    .where('period', 'in', [...periods])
    .execute()
  return rows.map(stateOf)
}

/** Newest period first. */
export async function returnsOfUnit(tx: ScopedTx, unit: string): Promise<ReturnState[]> {
  const rows = await visible(tx)
    .where('unit_id', '=', unit)
    .orderBy('period_end', 'desc')
    .orderBy('period')
    .execute()
  return rows.map(stateOf)
}

/** Undefined when it has not moved, or the scope does not see it. */
export async function returnByKey(
  tx: ScopedTx,
  unit: string,
  period: Period,
): Promise<ReturnState | undefined> {
  const row = await visible(tx).where('unit_id', '=', unit).where('period', '=', period).executeTakeFirst()
  return row && stateOf(row)
}

const visible = (tx: ScopedTx) =>
  tx.db
    .selectFrom('return_state')
    .select(RETURN_COLUMNS)
    .where('jurisdiction_id', '=', tx.scope.jurisdiction)
    .where(ofVisibleUnits(tx))

export const stateOf = (row: ReturnRow): ReturnState => ({
  unit: row.unit_id,
  period: row.period,
  periodEnd: row.period_end,
  state: row.state,
  at: row.at,
  submittedAt: row.submitted_at,
  submittedOn: row.submitted_on,
  firstSubmittedAt: row.first_submitted_at,
  firstSubmittedOn: row.first_submitted_on,
  acceptedAt: row.accepted_at,
  body: row.body as unknown as ReturnMove,
  seq: row.seq,
})
