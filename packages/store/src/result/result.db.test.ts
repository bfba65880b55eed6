import { randomBytes } from 'node:crypto'
import { canonicalJson } from '@guatu/kernel'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { createJurisdiction } from '../jurisdiction/jurisdiction.ts'
import { sha256 } from '../ledger/sha256.ts'
import { type Reads, readScope, type Scope, type ScopedTx, withScope, withSnapshot } from '../scope/scope.ts'
import { testDatabase } from '../testing/index.ts'
import { canonicalPieces, type NewResult, storedResults, storedText, storeResult } from './index.ts'

const database = await testDatabase()
for (const id of ['zs', 'hy']) await createJurisdiction(database, { id, name: id })
const scope: Scope = { jurisdiction: 'zs', person: 'li', reads: 'all' }
const head: NewResult = {
  kind: 'evaluation',
  scheme: 'plan',
  schemeHash: 'h',
  engine: '1',
  asOf: '2020-05-31',
  seq: 3,
}

async function textOf(tx: ScopedTx, id: string): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of storedText(tx, id)) chunks.push(chunk)
  return Buffer.concat(chunks).toString()
}

describe('a stored result', () => {
  it('is kept whole under the hash of its text, also when it takes many rows', async () => {
    // Random, so that gzip cannot make one row of it.
    const lights = Array.from({ length: 400 }, () => ({ 项目: randomBytes(4096).toString('base64') }))
    const text = canonicalJson({ lights, asOf: '2020-05-31' })
    const { id } = await withSnapshot(database, scope, tx =>
      storeResult(tx, head, canonicalPieces({ lights, asOf: '2020-05-31' })),
    )
    const { kept, listed } = await readScope(database, scope, async tx => ({
      kept: await textOf(tx, id),
      listed: await storedResults(tx),
    }))
    expect(kept).toBe(text)
    expect(listed).toEqual([
      {
        ...head,
        id,
        sha256: sha256(text),
        size: Buffer.byteLength(text),
        storedBy: 'li',
        storedAt: expect.any(String),
      },
    ])
    const { rows } = await sql<{ parts: number }>`
      select count(*)::int as parts from stored_result_part where result_id = ${id}`.execute(database.kysely)
    expect(rows[0]?.parts).toBeGreaterThan(1)
  })

  it('is not kept at all when its text breaks off', async () => {
    async function* broken() {
      yield '{'
      throw new Error('no more')
    }
    await expect(withScope(database, scope, tx => storeResult(tx, head, broken()))).rejects.toThrow('no more')
    expect(await readScope(database, scope, storedResults)).toHaveLength(1)
  })

  it('can be stored while the ledger of the jurisdiction moves on', async () => {
    await withSnapshot(database, scope, async tx => {
      await sql`select 1 from fact`.execute(tx.db)
      await sql`update jurisdiction set next_seq = next_seq where id = 'zs'`.execute(database.kysely)
      await storeResult(tx, head, ['{}'])
    })
    expect(await readScope(database, scope, storedResults)).toHaveLength(2)
  })

  it.each(['stored_result', 'stored_result_part'])('%s refuses change, even by the owner', async table => {
    for (const statement of [`update ${table} set jurisdiction_id = 'x'`, `delete from ${table}`]) {
      await expect(sql.raw(statement).execute(database.kysely)).rejects.toThrow('is append-only')
    }
  })

  it.each<[string, Reads]>([
    ['zs', { units: ['u'] }],
    ['zs', { projects: ['p'] }],
    ['hy', 'all'],
  ])('is hidden from a scope of %s that reads %j', async (jurisdiction, reads) => {
    const seen = await readScope(database, { jurisdiction, person: 'li', reads }, async tx => {
      const { rows } = await sql<{ n: number }>`
        select (select count(*) from stored_result)::int + (select count(*) from stored_result_part)::int as n`.execute(
        tx.db,
      )
      return rows[0]?.n
    })
    expect(seen).toBe(0)
  })

  it('is not taken from one who sees a part', async () => {
    const part: Scope = { ...scope, reads: { units: ['u'] } }
    await expect(withScope(database, part, tx => storeResult(tx, head, ['{}']))).rejects.toThrow('reads all')
  })
})
