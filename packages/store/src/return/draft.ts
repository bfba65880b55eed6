import { err, ok, type Period, type Result } from '@guatu/kernel'
import { sql } from 'kysely'
import type { Time } from '../database/tables.ts'
import type { ScopedTx } from '../scope/scope.ts'
import { ofVisibleUnits } from '../scope/visible.ts'

/** What a unit has typed of a return and not sent. */
export interface ReturnDraft {
  readonly unit: string
  readonly period: Period
  /** Null when it was sent or dropped. */
  readonly body: unknown
  /** One more with each change, for ever. */
  readonly version: number
  /** Person. */
  readonly savedBy: string
  readonly savedAt: Time
}

/**
 * Keeps the draft over the version that the writer has seen (0: none), and gives the new version; `body` null drops it.
 * Fails with what another has saved meanwhile.
 */
export async function saveReturnDraft(
  tx: ScopedTx,
  draft: Pick<ReturnDraft, 'unit' | 'period' | 'body'>,
  seen: number,
): Promise<Result<number, ReturnDraft>> {
  const body = draft.body === null ? null : JSON.stringify(draft.body)
  const { rows } = await sql<{ version: number }>`
    insert into return_draft as known (jurisdiction_id, unit_id, period, body, version, saved_by)
    select ${tx.scope.jurisdiction}, ${draft.unit}, ${draft.period}, ${body}::jsonb, ${seen} + 1, ${tx.scope.person}
    where ${seen} = 0 or exists (select from return_draft where jurisdiction_id = ${tx.scope.jurisdiction}
      and unit_id = ${draft.unit} and period = ${draft.period})
    on conflict (jurisdiction_id, unit_id, period) do update
      set body = excluded.body, version = excluded.version, saved_by = excluded.saved_by, saved_at = now()
      where known.version = ${seen}
    returning version`.execute(tx.db)
  const saved = rows[0]
  if (saved) return ok(saved.version)
  const now = await returnDraft(tx, draft.unit, draft.period)
  return err(now ?? { ...draft, body: null, version: 0, savedBy: '', savedAt: '' })
}

/** Undefined when there was never one that the scope sees. */
export async function returnDraft(
  tx: ScopedTx,
  unit: string,
  period: Period,
): Promise<ReturnDraft | undefined> {
  const row = await tx.db
    .selectFrom('return_draft')
    .select(['body', 'version', 'saved_by', 'saved_at'])
    .where('jurisdiction_id', '=', tx.scope.jurisdiction)
    .where('unit_id', '=', unit)
    .where('period', '=', period)
    .where(ofVisibleUnits(tx))
    .executeTakeFirst()
  return (
    row && {
      unit,
      period,
      body: row.body,
      version: row.version,
      savedBy: row.saved_by,
      savedAt: row.saved_at,
    }
  )
}
