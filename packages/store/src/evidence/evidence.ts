import type { Period } from '@guatu/kernel'
import { sql } from 'kysely'
import type { Time } from '../database/tables.ts'
import { sha256 } from '../ledger/sha256.ts'
import type { ScopedTx } from '../scope/scope.ts'
import { ofVisibleProjects } from '../scope/visible.ts'

/** A photo behind a project's figures of a period, without its bytes. */
export interface Evidence {
  readonly project: string
  readonly period: Period
  readonly sha256: string
  readonly name: string
  readonly mediaType: string
  /** Bytes. */
  readonly size: number
  /** By the file itself; null where it does not say. */
  readonly takenAt: Time | null
  /** Person. */
  readonly addedBy: string
  readonly addedAt: Time
}

export type NewEvidence = Pick<Evidence, 'project' | 'period' | 'name' | 'mediaType'> & {
  readonly takenAt?: Time
  readonly bytes: Uint8Array
}

/** Keeps the file for good and gives its sha256; once for a project and period, however often it comes. */
export async function addEvidence(tx: ScopedTx, file: NewEvidence): Promise<string> {
  const hash = sha256(file.bytes)
  await tx.db
    .insertInto('evidence')
    .values({
      jurisdiction_id: tx.scope.jurisdiction,
      project_id: file.project,
      period: file.period,
      sha256: hash,
      name: file.name,
      media_type: file.mediaType,
      bytes: Buffer.from(file.bytes),
      taken_at: file.takenAt ?? null,
      added_by: tx.scope.person,
    })
    .onConflict(conflict => conflict.doNothing())
    .execute()
  return hash
}

/** Of one project, newest first; of one period if it is given. */
export const evidenceOf = (tx: ScopedTx, project: string, period?: Period): Promise<Evidence[]> =>
  found(tx, sql`project_id = ${project} and ${period === undefined ? sql`true` : sql`period = ${period}`}`)

/** Of several projects and all periods, newest first. */
export const evidenceOfProjects = (tx: ScopedTx, projects: readonly string[]): Promise<Evidence[]> =>
  found(tx, sql`project_id = any (${projects}::text[])`)

/**
 * Every use of these files, of each the first first. A scope sees those of its own projects: to tell a reporter that
 * another project has used a photo, ask in one that reads all.
 */
export async function evidenceUses(tx: ScopedTx, hashes: readonly string[]): Promise<Evidence[]> {
  return (await found(tx, sql`sha256 = any (${hashes}::text[])`)).reverse()
}

export async function evidenceBytes(
  tx: ScopedTx,
  key: Pick<Evidence, 'project' | 'period' | 'sha256'>,
): Promise<Pick<NewEvidence, 'name' | 'mediaType' | 'bytes'> | undefined> {
  const row = await tx.db
    .selectFrom('evidence')
    .select(['name', 'media_type', 'bytes'])
    .where('jurisdiction_id', '=', tx.scope.jurisdiction)
    .where('project_id', '=', key.project)
    .where('period', '=', key.period)
    .where('sha256', '=', key.sha256)
    .where(ofVisibleProjects(tx))
    .executeTakeFirst()
  return row && { name: row.name, mediaType: row.media_type, bytes: row.bytes }
}

async function found(tx: ScopedTx, which: ReturnType<typeof sql>): Promise<Evidence[]> {
  const { rows } = await sql<Evidence>`
    select project_id as project, period, sha256, name, media_type as "mediaType", octet_length(bytes) as size,
      taken_at as "takenAt", added_by as "addedBy", added_at as "addedAt"
    from evidence where jurisdiction_id = ${tx.scope.jurisdiction} and ${which} and ${ofVisibleProjects(tx)}
    order by added_at desc, project_id desc, period desc, sha256 desc`.execute(tx.db)
  return rows
}
