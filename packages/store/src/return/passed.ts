import { makeDay, type Period } from '@guatu/kernel'
import { sql } from 'kysely'
import type { ScopedTx } from '../scope/scope.ts'
import { ofVisibleUnits } from '../scope/visible.ts'

/** A warning that was let through in a return, as its last move keeps it. */
export interface PassedBefore {
  readonly period: Period
  readonly project: string
  readonly check: string
  readonly field?: string
}

/** Of all returns of a unit whose periods end in the year. */
export async function passedBefore(tx: ScopedTx, unit: string, year: number): Promise<PassedBefore[]> {
  const { rows } = await sql<{ period: Period; passed: Omit<PassedBefore, 'period'> }>`
    select period, passed from return_state, jsonb_array_elements(coalesce(body -> 'passed', '[]')) passed
    where jurisdiction_id = ${tx.scope.jurisdiction} and unit_id = ${unit}
      and period_end between ${makeDay(year, 1, 1)} and ${makeDay(year, 12, 31)}
      and ${ofVisibleUnits(tx)}`.execute(tx.db)
  return rows.map(({ period, passed }) => ({ ...passed, period }))
}
