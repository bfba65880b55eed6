import { type Period, periodSpan } from '@guatu/kernel'
import { sql } from 'kysely'
import type { ScopedTx } from '../scope/scope.ts'

export interface ReturnPlace {
  readonly unit: string
  readonly period: Period
  readonly projects: readonly string[]
}

/** Seq of the last thing before `before` that was written of the return or of its projects for the period; 0: nothing. */
export async function newestBefore(
  tx: ScopedTx,
  { unit, period, projects }: ReturnPlace,
  before: number,
): Promise<number> {
  const { rows } = await sql<{ seq: number }>`
    select greatest(
      (select max(seq) from fact where jurisdiction_id = ${tx.scope.jurisdiction} and word = 'return'
        and subject_id = ${`${unit} ${period}`} and seq < ${before}),
      (select max(seq) from entry where jurisdiction_id = ${tx.scope.jurisdiction}
        and project_id = any (${projects}::text[]) and period_end = ${periodSpan(period).end}
        and period = ${period} and seq < ${before}),
      0) as seq`.execute(tx.db)
  return rows[0]?.seq ?? 0
}
