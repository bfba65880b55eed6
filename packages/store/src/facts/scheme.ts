import { must } from '@guatu/kernel'
import { sql } from 'kysely'
import type { ScopedTx } from '../scope/scope.ts'
import type { Moment } from './in-force.ts'

/** A plan that was in force, by the hash of its text. */
export interface SchemeVersion {
  readonly subject: string
  readonly seq: number
  readonly hash: string
}

/** As `factsInForce` gives plans, without their texts: whoever has read a text knows it by its hash. */
export async function schemeVersions(tx: ScopedTx, { asOf, knownAt }: Moment): Promise<SchemeVersion[]> {
  const { rows } = await sql<SchemeVersion & { removed: boolean }>`
    select distinct on (subject_id) subject_id as subject, seq, body ->> 'hash' as hash, removed from fact
    where jurisdiction_id = ${tx.scope.jurisdiction} and word = 'scheme' and effective_from <= ${asOf}
      and seq <= ${knownAt ?? Number.MAX_SAFE_INTEGER}
    order by subject_id, effective_from desc, seq desc`.execute(tx.db)
  return rows.filter(row => !row.removed).map(({ removed: _, ...version }) => version)
}

export async function schemeText(tx: ScopedTx, { seq }: SchemeVersion): Promise<string> {
  const { rows } = await sql<{ text: string }>`
    select body ->> 'text' as text from fact
    where jurisdiction_id = ${tx.scope.jurisdiction} and seq = ${seq}`.execute(tx.db)
  return must(rows[0], `plan of entry ${seq}`).text
}
