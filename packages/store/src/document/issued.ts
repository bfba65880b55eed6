import { randomUUID } from 'node:crypto'
import type { Day, Period } from '@guatu/kernel'
import type { Time } from '../database/column.ts'
import type { Distribution } from '../database/document-tables.ts'
import { sha256 } from '../ledger/sha256.ts'
import { type NewResult, storeResult } from '../result/result.ts'
import type { ScopedTx } from '../scope/scope.ts'
import type { TakenNumber } from './number.ts'

/** A document as it went out: shown from these bytes for ever, never made again. */
export interface IssuedDocument {
  readonly id: string
  readonly kind: string
  readonly fileName: string
  readonly mediaType: string
  readonly sha256: string
  readonly asOf: Day
  /** What the ledger held when it was made. */
  readonly seq: number
  readonly issuedBy: string
  readonly issuedAt: Time
  /** The stored result that it stands on; null for one issued before results were kept. */
  readonly result: string | null
  /** 文号 as it is printed; null for one that has none. */
  readonly number: string | null
  readonly distribution: Distribution | null
  /** The closed period that its figures are of. */
  readonly closing: Period | null
  /** The template it was made by; null: the built-in layout. */
  readonly template: string | null
  /** The document that this is a copy of in another format. */
  readonly beside: string | null
}

export type NewDocument = Pick<IssuedDocument, 'kind' | 'fileName' | 'mediaType' | 'asOf' | 'seq'> & {
  readonly bytes: Uint8Array
  /** From `takeNumber` in the same transaction. */
  readonly number?: TakenNumber
  readonly distribution?: Distribution
  readonly closing?: Period
  readonly template?: string
  readonly beside?: string
}

/** What a document stands on: the head of the result but for what the document says, and its canonical JSON. */
export type DocumentGround = Pick<NewResult, 'scheme' | 'schemeHash' | 'engine'> & {
  readonly text: Iterable<string>
}

/** Keeps the document and, unless it is kept already, the result that it stands on; gives the document's id. */
export async function issueDocument(
  tx: ScopedTx,
  document: NewDocument,
  ground: DocumentGround | { readonly result: string },
): Promise<string> {
  const result = 'result' in ground ? ground.result : await storeGround(tx, document, ground)
  const id = randomUUID()
  await tx.db
    .insertInto('issued_document')
    .values({
      jurisdiction_id: tx.scope.jurisdiction,
      id,
      kind: document.kind,
      file_name: document.fileName,
      media_type: document.mediaType,
      bytes: Buffer.from(document.bytes),
      sha256: sha256(document.bytes),
      as_of: document.asOf,
      seq: document.seq,
      issued_by: tx.scope.person,
      result_id: result,
      ...numberColumns(document.number),
      distribution: document.distribution ? JSON.stringify(document.distribution) : null,
      closing: document.closing ?? null,
      template_id: document.template ?? null,
      beside: document.beside ?? null,
    })
    .execute()
  return id
}

async function storeGround(
  tx: ScopedTx,
  { kind, asOf, seq }: NewDocument,
  { text, ...ground }: DocumentGround,
): Promise<string> {
  return (await storeResult(tx, { ...ground, kind, asOf, seq }, text)).id
}

const numberColumns = (number: TakenNumber | undefined) =>
  number && {
    series: number.series,
    code: number.code,
    year: number.year,
    number: number.number,
    number_text: number.text,
  }

/** Newest first, without their bytes. */
export async function issuedDocuments(tx: ScopedTx): Promise<IssuedDocument[]> {
  const rows = await tx.db
    .selectFrom('issued_document')
    .select([
      'id',
      'kind',
      'file_name',
      'media_type',
      'sha256',
      'as_of',
      'seq',
      'issued_by',
      'issued_at',
      'result_id',
      'number_text',
      'distribution',
      'closing',
      'template_id',
      'beside',
    ])
    .where('jurisdiction_id', '=', tx.scope.jurisdiction)
    .orderBy('issued_at', 'desc')
    .orderBy('seq', 'desc')
    .execute()
  return rows.map(row => ({
    id: row.id,
    kind: row.kind,
    fileName: row.file_name,
    mediaType: row.media_type,
    sha256: row.sha256,
    asOf: row.as_of,
    seq: row.seq,
    issuedBy: row.issued_by,
    issuedAt: row.issued_at,
    result: row.result_id,
    number: row.number_text,
    distribution: row.distribution,
    closing: row.closing,
    template: row.template_id,
    beside: row.beside,
  }))
}

/** Its exact bytes with the name they went out under. */
export async function issuedBytes(
  tx: ScopedTx,
  id: string,
): Promise<(Pick<IssuedDocument, 'fileName' | 'mediaType'> & { readonly bytes: Uint8Array }) | undefined> {
  const row = await tx.db
    .selectFrom('issued_document')
    .select(['bytes', 'file_name', 'media_type'])
    .where('jurisdiction_id', '=', tx.scope.jurisdiction)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && { bytes: row.bytes, fileName: row.file_name, mediaType: row.media_type }
}
