import { createHash, randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import type { Day } from '@guatu/kernel'
import type { Time } from '../database/tables.ts'
import type { ScopedTx } from '../scope/scope.ts'
import { requireAll } from '../scope/visible.ts'

/** An evaluation as it was judged: never judged anew in its place. */
export interface StoredResult {
  readonly id: string
  /** Why it was kept: `bulletin`, `evaluation` … */
  readonly kind: string
  readonly scheme: string
  /** sha256 of the plan's text. */
  readonly schemeHash: string
  /** See `ENGINE` of the domain. */
  readonly engine: string
  readonly asOf: Day
  /** What the ledger held. */
  readonly seq: number
  /** Of the canonical JSON in UTF-8. */
  readonly sha256: string
  /** Bytes of the canonical JSON. */
  readonly size: number
  readonly storedBy: string
  readonly storedAt: Time
}

export type NewResult = Pick<StoredResult, 'kind' | 'scheme' | 'schemeHash' | 'engine' | 'asOf' | 'seq'>

/** Bytes of one row of the body. */
const PART = 1024 * 1024

/** The canonical JSON of an evaluation as it is kept. */
export interface PackedText {
  readonly sha256: string
  readonly size: number
  readonly parts: readonly Buffer[]
}

/** `text` is the canonical JSON, in pieces of any length: see `canonicalPieces`. Needs no transaction. */
export async function packText(text: Iterable<string> | AsyncIterable<string>): Promise<PackedText> {
  const hash = createHash('sha256')
  let size = 0
  async function* counted() {
    for await (const piece of text) {
      const bytes = Buffer.from(piece)
      hash.update(bytes)
      size += bytes.length
      yield bytes
    }
  }
  const parts: Buffer[] = []
  const gather = async (chunks: AsyncIterable<Buffer>) => {
    for await (const part of inParts(chunks)) parts.push(part)
  }
  await pipeline(Readable.from(counted()), createGzip({ level: 1 }), gather)
  return { sha256: hash.digest('hex'), size, parts }
}

/** Keeps an evaluation of the whole jurisdiction, in the caller's transaction. */
export async function storeResult(
  tx: ScopedTx,
  result: NewResult,
  text: Iterable<string> | AsyncIterable<string>,
): Promise<Pick<StoredResult, 'id' | 'sha256' | 'size'>> {
  requireAll(tx)
  // All before the first is sent: from then on the foreign key lets nobody else write in the jurisdiction.
  return storePacked(tx, result, await packText(text))
}

/** As `storeResult`, of what was packed before: for who holds others up meanwhile. */
export async function storePacked(
  tx: ScopedTx,
  result: NewResult,
  { sha256, size, parts }: PackedText,
): Promise<Pick<StoredResult, 'id' | 'sha256' | 'size'>> {
  requireAll(tx)
  const id = randomUUID()
  for (const [part, body] of parts.entries()) await savePart(tx, id, part, body)
  await tx.db
    .insertInto('stored_result')
    .values({
      jurisdiction_id: tx.scope.jurisdiction,
      id,
      kind: result.kind,
      scheme: result.scheme,
      scheme_hash: result.schemeHash,
      engine: result.engine,
      as_of: result.asOf,
      seq: result.seq,
      sha256,
      size,
      stored_by: tx.scope.person,
    })
    .execute()
  return { id, sha256, size }
}

async function* inParts(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer, void> {
  let held: Buffer[] = []
  let length = 0
  for await (const chunk of chunks) {
    held.push(chunk)
    length += chunk.length
    if (length < PART) continue
    yield Buffer.concat(held)
    held = []
    length = 0
  }
  if (length > 0) yield Buffer.concat(held)
}

async function savePart(tx: ScopedTx, result: string, part: number, body: Buffer): Promise<void> {
  await tx.db
    .insertInto('stored_result_part')
    .values({ jurisdiction_id: tx.scope.jurisdiction, result_id: result, part, body })
    .execute()
}

/** Newest first, without their text. */
export async function storedResults(tx: ScopedTx): Promise<StoredResult[]> {
  const rows = await tx.db
    .selectFrom('stored_result')
    .select([
      'id',
      'kind',
      'scheme',
      'scheme_hash',
      'engine',
      'as_of',
      'seq',
      'sha256',
      'size',
      'stored_by',
      'stored_at',
    ])
    .where('jurisdiction_id', '=', tx.scope.jurisdiction)
    .orderBy('stored_at', 'desc')
    .orderBy('seq', 'desc')
    .orderBy('id')
    .execute()
  return rows.map(row => ({
    id: row.id,
    kind: row.kind,
    scheme: row.scheme,
    schemeHash: row.scheme_hash,
    engine: row.engine,
    asOf: row.as_of,
    seq: row.seq,
    sha256: row.sha256,
    size: row.size,
    storedBy: row.stored_by,
    storedAt: row.stored_at,
  }))
}

/** Its canonical JSON in UTF-8, in pieces. Throws on a body that is no gzip. */
export function storedText(tx: ScopedTx, id: string): AsyncIterable<Buffer> {
  const gunzip = createGunzip()
  Readable.from(storedParts(tx, id))
    .on('error', error => gunzip.destroy(error))
    .pipe(gunzip)
  return gunzip
}

async function* storedParts(tx: ScopedTx, id: string): AsyncGenerator<Buffer, void> {
  for (let part = 0; ; part++) {
    const row = await tx.db
      .selectFrom('stored_result_part')
      .select('body')
      .where('jurisdiction_id', '=', tx.scope.jurisdiction)
      .where('result_id', '=', id)
      .where('part', '=', part)
      .executeTakeFirst()
    if (!row) return
    yield row.body
  }
}
