import { sql } from 'kysely'
import type { ScopedTx } from '../scope/scope.ts'

/** Bytes kept under a hash. */
export interface KeptFile {
  readonly id: string
  readonly sha256: string
  /** What its bytes hash to now; null for a file that an entry names and that is gone. */
  readonly now: string | null
  /** Of a document: what the ledger held; of a source file: its first entry, 0 where none names it; of evidence: 0. */
  readonly seq: number
}

export async function issuedFiles(tx: ScopedTx): Promise<KeptFile[]> {
  const { rows } = await sql<KeptFile>`
    select id, sha256, encode(sha256(bytes), 'hex') as now, seq from issued_document
    where jurisdiction_id = ${tx.scope.jurisdiction} order by id`.execute(tx.db)
  return rows
}

export async function evidenceFiles(tx: ScopedTx): Promise<KeptFile[]> {
  const { rows } = await sql<KeptFile>`
    select concat_ws(' ', project_id, period, name) as id, sha256, encode(sha256(bytes), 'hex') as now, 0 as seq
    from evidence where jurisdiction_id = ${tx.scope.jurisdiction}
    order by project_id, period, sha256`.execute(tx.db)
  return rows
}

/** Each file once per uploader, and those that entries name. */
export async function sourceFiles(tx: ScopedTx): Promise<KeptFile[]> {
  const { rows } = await sql<KeptFile>`
    with named as (
      select origin ->> 'file' as sha256, min(seq) as seq from entry
      where jurisdiction_id = ${tx.scope.jurisdiction} and origin ->> 'file' is not null group by 1)
    select coalesce(kept.name, named.sha256) as id, coalesce(kept.sha256, named.sha256) as sha256,
      encode(sha256(kept.bytes), 'hex') as now, coalesce(named.seq, 0) as seq
    from (select name, sha256, uploaded_by, bytes from source_file
        where jurisdiction_id = ${tx.scope.jurisdiction}) kept
      full join named on named.sha256 = kept.sha256
    order by kept.sha256, kept.uploaded_by`.execute(tx.db)
  return rows
}
