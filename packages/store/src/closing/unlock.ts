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
  /** Before its time; null: by itself. */
  readonly ended: { readonly by: string; readonly at: Time } | null
  /** By the clock of the database. */
  readonly open: boolean
}

/** Writing it opens a closed period until then; needs a scope that reads all, a reason and an end that is to come. */
export const unlockFact = (
  period: Period,
  body: { readonly reason: string; readonly until: Time },
  effectiveFrom: Day,
): NewFact => ({ word: 'unlock', subject: period, effectiveFrom, body })

/** Ends an unlock that is open, from now on; needs a scope that reads all. `unlock` is its seq. */
export const unlockEndFact = (period: Period, unlock: number, effectiveFrom: Day): NewFact => ({
  word: 'unlock-end',
  subject: period,
  effectiveFrom,
  body: { unlock },
})

interface UnlockRow extends Omit<Unlock, 'ended'> {
  readonly endedBy: string | null
  readonly endedAt: Time | null
}

/** Newest first. */
export async function unlocksOf(tx: ScopedTx, period: Period): Promise<Unlock[]> {
  const { rows } = await sql<UnlockRow>`
    select period, reason, unlock.seq, unlocked_by as "unlockedBy", unlocked_at as "unlockedAt", ends_at as "endsAt",
      ended_by as "endedBy", ended_at as "endedAt", ends_at > clock_timestamp() and unlock_seq is null as open
    from unlock left join unlock_end on unlock_end.jurisdiction_id = unlock.jurisdiction_id and unlock_seq = unlock.seq
    where unlock.jurisdiction_id = ${tx.scope.jurisdiction} and period = ${period}
    order by unlock.seq desc`.execute(tx.db)
  return rows.map(({ endedBy, endedAt, ...unlock }) => ({
    ...unlock,
    ended: endedBy === null || endedAt === null ? null : { by: endedBy, at: endedAt },
  }))
}
