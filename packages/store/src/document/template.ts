import { randomUUID } from 'node:crypto'
import type { Time } from '../database/tables.ts'
import { sha256 } from '../ledger/sha256.ts'
import type { Row, ScopedTx } from '../scope/scope.ts'

/** A bureau's own layout of a kind of document. */
export interface DocumentTemplate {
  readonly id: string
  readonly kind: string
  readonly fileName: string
  readonly sha256: string
  readonly addedBy: string
  readonly addedAt: Time
  readonly bytes: Uint8Array
}

/** Puts a template in force for its kind; the ones before are kept, as documents name them. */
export async function addTemplate(
  tx: ScopedTx,
  template: Pick<DocumentTemplate, 'kind' | 'fileName' | 'bytes'>,
): Promise<string> {
  return insert(tx, template, false)
}

/** Back to the built-in layout. */
export async function retireTemplate(tx: ScopedTx, kind: string): Promise<void> {
  await insert(tx, { kind, fileName: '', bytes: new Uint8Array() }, true)
}

async function insert(
  tx: ScopedTx,
  { kind, fileName, bytes }: Pick<DocumentTemplate, 'kind' | 'fileName' | 'bytes'>,
  retired: boolean,
): Promise<string> {
  const id = randomUUID()
  await tx.db
    .insertInto('document_template')
    .values({
      jurisdiction_id: tx.scope.jurisdiction,
      id,
      kind,
      file_name: fileName,
      bytes: Buffer.from(bytes),
      sha256: sha256(bytes),
      added_by: tx.scope.person,
      retired,
    })
    .execute()
  return id
}

/** The templates in force, without their bytes; a kind that is not among them has the built-in layout. */
export async function documentTemplates(tx: ScopedTx): Promise<Omit<DocumentTemplate, 'bytes'>[]> {
  const rows = await tx.db
    .selectFrom('document_template')
    .distinctOn('kind')
    .select(['id', 'kind', 'file_name', 'sha256', 'added_by', 'added_at', 'retired'])
    .where('jurisdiction_id', '=', tx.scope.jurisdiction)
    .orderBy('kind')
    .orderBy('added_at', 'desc')
    .execute()
  return rows.filter(row => !row.retired).map(headOf)
}

const headOf = (row: Omit<Row<'document_template'>, 'bytes' | 'jurisdiction_id' | 'retired'>) => ({
  id: row.id,
  kind: row.kind,
  fileName: row.file_name,
  sha256: row.sha256,
  addedBy: row.added_by,
  addedAt: row.added_at,
})

/** The template in force of a kind; undefined: the built-in layout. */
export async function documentTemplate(tx: ScopedTx, kind: string): Promise<DocumentTemplate | undefined> {
  const row = await tx.db
    .selectFrom('document_template')
    .select(['id', 'kind', 'file_name', 'sha256', 'added_by', 'added_at', 'bytes', 'retired'])
    .where('jurisdiction_id', '=', tx.scope.jurisdiction)
    .where('kind', '=', kind)
    .orderBy('added_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row || row.retired) return undefined
  return { ...headOf(row), bytes: row.bytes }
}
