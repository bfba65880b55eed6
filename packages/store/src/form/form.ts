import type { Time } from '../database/tables.ts'
import type { ScopedTx } from '../scope/scope.ts'

/** An upper level's own workbook (套表); `mapping` is the caller's. */
export interface StoredForm {
  readonly id: string
  readonly name: string
  readonly fileName: string
  readonly mapping: unknown
  readonly addedAt: Time
}

/** By name. */
export async function storedForms(tx: ScopedTx): Promise<StoredForm[]> {
  const rows = await tx.db
    .selectFrom('form')
    .select(['id', 'name', 'file_name', 'mapping', 'added_at'])
    .where('jurisdiction_id', '=', tx.scope.jurisdiction)
    .orderBy('name')
    .orderBy('id')
    .execute()
  return rows.map(row => ({
    id: row.id,
    name: row.name,
    fileName: row.file_name,
    mapping: row.mapping,
    addedAt: row.added_at,
  }))
}

export async function storedForm(
  tx: ScopedTx,
  id: string,
): Promise<(StoredForm & { readonly bytes: Uint8Array }) | undefined> {
  const row = await tx.db
    .selectFrom('form')
    .select(['id', 'name', 'file_name', 'bytes', 'mapping', 'added_at'])
    .where('jurisdiction_id', '=', tx.scope.jurisdiction)
    .where('id', '=', id)
    .executeTakeFirst()
  return (
    row && {
      id: row.id,
      name: row.name,
      fileName: row.file_name,
      bytes: row.bytes,
      mapping: row.mapping,
      addedAt: row.added_at,
    }
  )
}

export async function saveForm(
  tx: ScopedTx,
  form: Pick<StoredForm, 'id' | 'name' | 'fileName' | 'mapping'> & { readonly bytes: Uint8Array },
): Promise<void> {
  const mapping = JSON.stringify(form.mapping)
  await tx.db
    .insertInto('form')
    .values({
      jurisdiction_id: tx.scope.jurisdiction,
      id: form.id,
      name: form.name,
      file_name: form.fileName,
      bytes: Buffer.from(form.bytes),
      mapping,
      added_by: tx.scope.person,
    })
    .onConflict(conflict =>
      conflict.columns(['jurisdiction_id', 'id']).doUpdateSet({ name: form.name, mapping }),
    )
    .execute()
}

export async function deleteForm(tx: ScopedTx, id: string): Promise<void> {
  await tx.db
    .deleteFrom('form')
    .where('jurisdiction_id', '=', tx.scope.jurisdiction)
    .where('id', '=', id)
    .execute()
}
