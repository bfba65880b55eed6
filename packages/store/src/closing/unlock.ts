import type { Day, Period } from '@guatu/kernel'
import { sql } from 'kysely'
import type { Time } from '../database/tables.ts'
import type { NewFact } from '../ledger/new.ts'
import type { ScopedTx } from '../scope/scope.ts'

export interface Unlock {
  readonly period: Period
  readonly reason: string
  /** Of the fact. */
  readonly seq: number
  /** Person. */
  readonly unlockedBy: string
  readonly unlockedAt: Time
  readonly endsAt: Time
  /** By the clock of the database. */
  readonly open: boolean
}

/** Writing it opens a closed period until then; needs a scope that reads all, a reason and an end that is to come. */
export const unlockFact = (
  period: Period,
  body: { readonly reason: string; readonly until: Time },
  effectiveFrom: Day,
): NewFact => ({ word: 'unlock', subject: period, effectiveFrom, body })

/** Newest first. */
export async function unlocksOf(tx: ScopedTx, period: Period): Promise<Unlock[]> {
  const { rows } = await sql<Unlock>`
    select period, reason, seq, unlocked_by as "unlockedBy", unlocked_at as "unlockedAt", ends_at as "endsAt",
      ends_at > clock_timestamp() as open
    from unlock where jurisdiction_id = ${tx.scope.jurisdiction} and period = ${period}
    order by seq desc`.execute(tx.db)
  return rows
}
