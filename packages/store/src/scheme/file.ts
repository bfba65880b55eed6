import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Time } from '../database/tables.ts'
import { sha256 } from '../ledger/sha256.ts'
import type { ScopedTx } from '../scope/scope.ts'

/** An issued file that stands beside the plan, without its bytes. */
export interface SchemeFileHead {
  readonly id: string
  readonly name: string
  readonly mediaType: string
  readonly sha256: string
  readonly size: number
  readonly addedBy: string
  readonly addedAt: Time
}

/** Keeps the file for good and gives its id; needs a scope that reads all. */
export async function addSchemeFile(
  tx: ScopedTx,
  file: { readonly name: string; readonly mediaType: string; readonly bytes: Uint8Array },
): Promise<string> {
  const id = randomUUID()
  await tx.db
    .insertInto('scheme_file')
    .values({
      jurisdiction_id: tx.scope.jurisdiction,
      id,
      name: file.name,
      media_type: file.mediaType,
      bytes: Buffer.from(file.bytes),
      sha256: sha256(file.bytes),
      added_by: tx.scope.person,
    })
    .execute()
  return id
}

/** Newest first. */
export async function schemeFiles(tx: ScopedTx): Promise<SchemeFileHead[]> {
  const rows = await tx.db
    .selectFrom('scheme_file')
    .select(['id', 'name', 'media_type', 'sha256', 'added_by', 'added_at'])
    .select(sql<number>`octet_length(bytes)`.as('size'))
    .where('jurisdiction_id', '=', tx.scope.jurisdiction)
    .orderBy('added_at', 'desc')
    .orderBy('id')
    .execute()
  return rows.map(row => ({
    id: row.id,
    name: row.name,
    mediaType: row.media_type,
    sha256: row.sha256,
    size: row.size,
    addedBy: row.added_by,
    addedAt: row.added_at,
  }))
}

export async function schemeFileBytes(
  tx: ScopedTx,
  id: string,
): Promise<{ readonly name: string; readonly mediaType: string; readonly bytes: Uint8Array } | undefined> {
  const row = await tx.db
    .selectFrom('scheme_file')
    .select(['name', 'media_type', 'bytes'])
    .where('jurisdiction_id', '=', tx.scope.jurisdiction)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && { name: row.name, mediaType: row.media_type, bytes: row.bytes }
}
