import { sql } from 'kysely'
import type { Time } from '../database/tables.ts'
import type { ScopedTx } from '../scope/scope.ts'
import type { Moment } from './in-force.ts'

/** A setting with who gave it. */
export interface SaidSetting {
  readonly value: string
  /** Person. */
  readonly by: string
  readonly at: Time
}

/** Those of the names that were set and not taken away, as in force on a day. */
export async function settingsSaid(
  tx: ScopedTx,
  names: readonly string[],
  { asOf, knownAt }: Moment,
): Promise<ReadonlyMap<string, SaidSetting>> {
  const { rows } = await sql<SaidSetting & { name: string; removed: boolean }>`
    select distinct on (subject_id) subject_id as name, body ->> 'value' as value, entered_by as by,
      recorded_at as at, removed
    from fact
    where jurisdiction_id = ${tx.scope.jurisdiction} and word = 'setting' and subject_id = any (${names}::text[])
      and effective_from <= ${asOf} and seq <= ${knownAt ?? Number.MAX_SAFE_INTEGER}
    order by subject_id, effective_from desc, seq desc`.execute(tx.db)
  return new Map(rows.filter(row => !row.removed).map(({ name, value, by, at }) => [name, { value, by, at }]))
}
