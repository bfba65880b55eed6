import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unwrap } from '@guatu/kernel'
import { sql } from 'kysely'
import { afterAll, describe, expect, it } from 'vitest'
import { connectDatabase } from '../database/open.ts'
import { appendBatch } from '../ledger/append.ts'
import { verifyChain } from '../ledger/verify.ts'
import { rebuildProjection } from '../projection/rebuild.ts'
import { readScope, withScope } from '../scope/scope.ts'
import { describeStructure } from '../structure/describe.ts'
import { emptyDatabase, runOn, testDatabase } from '../testing/index.ts'
import { checkBackup, restoreBackup } from './restore.ts'
import { entryOf, fillSample, keepWriting, scopeOf } from './sample.fixture.ts'
import { takeBackup } from './take.ts'

const database = await testDatabase()
await fillSample(database)
const dir = await mkdtemp(join(tmpdir(), '备份 '))
afterAll(() => rm(dir, { recursive: true }))
const path = join(dir, '备份.tar.gz')
const { url } = database

const writer = keepWriting(database)
const taken = unwrap(await takeBackup({ url, path, product: '0.1.0' }))
const later = unwrap(await takeBackup({ url, path: join(dir, 'later.tar.gz'), product: '0.1.0' }))
await writer.stop()
const target = await emptyDatabase()
const restored = unwrap(await restoreBackup({ url: async () => target, path }))
const copy = await connectDatabase(target)
afterAll(() => copy.close())

const JURISDICTIONS = ['city', '县 one']

describe('a backup taken while others write', () => {
  it('is one file that its owner alone may read, with no other beside it', async () => {
    expect((await stat(path)).mode & 0o777).toBe(0o600)
    expect((await readdir(dir)).sort()).toEqual(['later.tar.gz', '备份.tar.gz'])
  })

  it('has rows of every table that the sample fills, and a head per jurisdiction', () => {
    expect(taken.heads.map(head => head.jurisdiction)).toEqual(JURISDICTIONS)
    const filled = taken.tables.filter(table => table.rows > 0).map(table => table.name)
    expect(filled).toEqual(expect.arrayContaining(SAMPLED))
  })

  it('is of one moment: its rows reach to the heads and no further', async () => {
    for (const { jurisdiction, seq } of taken.heads) {
      const rows = await runOn<{ n: number; last: number }>(
        target,
        `select count(*)::int as n, max(seq)::int as last from (select jurisdiction_id, seq from entry
         union all select jurisdiction_id, seq from fact) ledger where jurisdiction_id = '${jurisdiction}'`,
      )
      expect(rows).toEqual([{ n: seq, last: seq }])
    }
  })

  it('was overtaken by the writer: what came later is in a later one', () => {
    const seqs = (manifest: typeof taken) => manifest.heads.reduce((sum, head) => sum + head.seq, 0)
    expect(seqs(later)).toBeGreaterThan(seqs(taken))
  })

  it('passes its check, which says what it holds', async () => {
    expect(unwrap(await checkBackup(path))).toEqual(taken)
    expect(taken.secrets.join()).toContain('password_hash')
  })
})

const SAMPLED = [
  'jurisdiction',
  'account',
  'session',
  'entry',
  'fact',
  'idempotency',
  'outbox',
  'unit',
  'project',
  'membership',
  'current',
  'reported_current',
  'source_file',
  'import_draft',
  'stored_result',
  'stored_result_part',
  'issued_document',
  'return_state',
  'closing',
  'unlock',
  'unlock_end',
  'return_draft',
  'evidence',
]

describe('what is restored from it', () => {
  it('holds in every table what the backup holds, byte for byte', async () => {
    expect(restored).toEqual(taken)
    const again = unwrap(await takeBackup({ url: target, path: join(dir, 'again.tar.gz'), product: '0.1.0' }))
    expect(again.tables).toEqual(taken.tables)
    expect(again.heads).toEqual(taken.heads)
    await rm(join(dir, 'again.tar.gz'))
  })

  it('has the ledger of the original up to the heads, row by row', async () => {
    for (const table of ['entry', 'fact']) {
      for (const { jurisdiction, seq } of taken.heads) {
        const rows = (of: string) =>
          runOn(
            of,
            `select to_jsonb(t) as row from ${table} t where jurisdiction_id = '${jurisdiction}'
            and seq <= ${seq} order by seq`,
          )
        expect(await rows(target)).toEqual(await rows(url))
      }
    }
  })

  it('has an unbroken chain with the heads of the backup, and projections that follow from it', async () => {
    for (const { jurisdiction, seq, hash } of taken.heads) {
      expect(await readScope(copy, scopeOf(jurisdiction), verifyChain)).toEqual({ ok: true, seq, hash })
      const projections = () =>
        runOn(
          target,
          `select jurisdiction_id, project_id, period, figures, sources from current order by 1, 2, 3`,
        )
      const before = await projections()
      await withScope(copy, scopeOf(jurisdiction), rebuildProjection)
      expect(await projections()).toEqual(before)
    }
  })

  it('has the structure of the original, guards and all', async () => {
    expect(await describeStructure(copy.kysely)).toBe(await describeStructure(database.kysely))
    const off = await runOn(
      target,
      `select tgname from pg_trigger where not tgisinternal and tgenabled <> 'O'`,
    )
    expect(off).toEqual([])
    for (const table of [
      ...[
        'entry',
        'fact',
        'issued_document',
        'source_file',
        'stored_result',
        'closing',
        'unlock',
        'unlock_end',
        'evidence',
      ],
    ]) {
      await expect(runOn(target, `delete from ${table}`)).rejects.toThrow('is append-only')
    }
    const seen = await readScope(
      copy,
      { ...scopeOf('city'), reads: { units: ['other'] } },
      async tx => (await sql`select 1 from entry`.execute(tx.db)).rows.length,
    )
    expect(seen).toBe(0)
  })

  it('takes a new return, and the chain goes on', async () => {
    const [head] = taken.heads
    const appended = await withScope(copy, scopeOf('city'), tx =>
      appendBatch(tx, { entries: [entryOf('p0', '2020-05', 5)], outbox: [{ topic: 'light', payload: {} }] }),
    )
    expect(appended.firstSeq).toBe((head?.seq ?? 0) + 1)
    expect(await readScope(copy, scopeOf('city'), verifyChain)).toMatchObject({
      ok: true,
      seq: appended.lastSeq,
    })
  })
})
