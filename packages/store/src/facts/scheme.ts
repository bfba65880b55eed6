import type { Day } from '@guatu/kernel'
import { must } from '@guatu/kernel'
import { sql } from 'kysely'
import type { Time } from '../database/tables.ts'
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

export async function schemeText(tx: ScopedTx, { seq }: Pick<SchemeVersion, 'seq'>): Promise<string> {
  const { rows } = await sql<{ text: string }>`
    select body ->> 'text' as text from fact
    where jurisdiction_id = ${tx.scope.jurisdiction} and seq = ${seq}`.execute(tx.db)
  return must(rows[0], `plan of entry ${seq}`).text
}

/** A version as it was written, without its texts. */
export interface WrittenScheme extends SchemeVersion {
  readonly effectiveFrom: Day
  /** Members of its body that say how it came about; null where they say nothing. */
  readonly origin: string | null
  readonly by: string | null
  readonly reason: string | null
  /** Of the request that wrote it. */
  readonly key: string | null
  readonly at: Time
}

/** All that were ever written, in the order of writing. */
export async function schemeHistory(tx: ScopedTx, knownAt?: number): Promise<WrittenScheme[]> {
  const { rows } = await sql<WrittenScheme>`
    select subject_id as subject, seq, body ->> 'hash' as hash, effective_from as "effectiveFrom",
      body ->> 'origin' as origin, body ->> 'by' as by, body ->> 'reason' as reason, body ->> 'key' as key, recorded_at as at
    from fact
    where jurisdiction_id = ${tx.scope.jurisdiction} and word = 'scheme' and not removed
      and seq <= ${knownAt ?? Number.MAX_SAFE_INTEGER}
    order by seq`.execute(tx.db)
  return rows
}

/** What was written beside a version's text: its table of clauses, and the notice that it came by. */
export async function schemeBeside(
  tx: ScopedTx,
  seq: number,
): Promise<{ readonly clauses: string | null; readonly supplement: string | null } | undefined> {
  const { rows } = await sql<{ clauses: string | null; supplement: string | null }>`
    select body ->> 'clauses' as clauses, body ->> 'supplement' as supplement from fact
    where jurisdiction_id = ${tx.scope.jurisdiction} and word = 'scheme' and seq = ${seq}`.execute(tx.db)
  return rows[0]
}
