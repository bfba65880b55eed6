import { sha256 } from '../ledger/sha256.ts'
import type { ScopedTx } from '../scope/scope.ts'

export interface SourceFile {
  readonly sha256: string
  readonly name: string
  readonly bytes: Uint8Array
  readonly uploadedBy: string
}

/** Keeps the file and gives its sha256, the `origin.file` of entries; the same bytes from the same person are kept once. */
export async function saveSourceFile(
  tx: ScopedTx,
  file: Pick<SourceFile, 'name' | 'bytes'>,
): Promise<string> {
  const hash = sha256(file.bytes)
  await tx.db
    .insertInto('source_file')
    .values({
      jurisdiction_id: tx.scope.jurisdiction,
      sha256: hash,
      name: file.name,
      bytes: Buffer.from(file.bytes),
      uploaded_by: tx.scope.person,
    })
    .onConflict(conflict => conflict.doNothing())
    .execute()
  return hash
}

/** Undefined when there is none that the scope may open: one who does not read all opens own files only. */
export async function sourceFile(tx: ScopedTx, hash: string): Promise<SourceFile | undefined> {
  const row = await tx.db
    .selectFrom('source_file')
    .select(['sha256', 'name', 'bytes', 'uploaded_by'])
    .where('jurisdiction_id', '=', tx.scope.jurisdiction)
    .where('sha256', '=', hash)
    .$if(tx.scope.reads !== 'all', query => query.where('uploaded_by', '=', tx.scope.person))
    .orderBy('uploaded_at')
    .executeTakeFirst()
  return row && { sha256: row.sha256, name: row.name, bytes: row.bytes, uploadedBy: row.uploaded_by }
}
