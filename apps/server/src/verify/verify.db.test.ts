import { fileURLToPath } from 'node:url'
import { must } from '@guatu/kernel'
import {
  addEvidence,
  appendBatch,
  type Database,
  issueDocument,
  readScope,
  saveSourceFile,
  storedResults,
  withScope,
  withSnapshot,
} from '@guatu/store'
import { runOn, testDatabase } from '@guatu/store/testing'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadDemo } from '../demo/load.ts'
import { groundOf, judgeWhole } from '../result/whole.ts'
import { loadSchemes } from '../scheme/load.ts'
import { verifyAll } from './verify.ts'

const path = (name: string) => fileURLToPath(new URL(`../../../../${name}`, import.meta.url))
const ZHASHUI = { jurisdiction: 'zhashui', person: 'clerk', reads: 'all' } as const
const AS_OF = '2020-05-31'
let database: Database
let project = ''
/** Of the entry that names a file. */
let seq = 0
let issuedAt = 0

beforeAll(async () => {
  database = await testDatabase()
  const { schemes } = await loadSchemes(database, [path('schemes')])
  await loadDemo(database, path('demo'), schemes)
  await withSnapshot(database, ZHASHUI, async tx => {
    const judged = await judgeWhole(tx, { asOf: AS_OF })
    const document = { kind: 'bulletin', fileName: '通报.docx', mediaType: 'x/y', bytes: Buffer.from('通报') }
    await issueDocument(tx, { ...document, asOf: AS_OF, seq: judged.seq }, groundOf(judged))
  })
  issuedAt = must((await readScope(database, ZHASHUI, storedResults))[0], 'result').seq
  const [row] = await runOn<{ id: string }>(
    database.url,
    `select id from project where jurisdiction_id = 'zhashui' order by id`,
  )
  project = row?.id ?? ''
  await withScope(database, ZHASHUI, async tx => {
    const file = await saveSourceFile(tx, { name: '表.csv', bytes: Buffer.from('表') })
    const origin = { via: 'import', file, sheet: '', row: 2 } as const
    const subject = { kind: 'project', project } as const
    const entry = { subject, period: '2020-04', figures: { 'invest-ytd': 12_345 }, reason: '更正', origin }
    seq = (await appendBatch(tx, { entries: [entry] })).firstSeq
    const photo = { project, period: '2020-04', name: '照片.jpg', mediaType: 'image/jpeg' }
    await addEvidence(tx, { ...photo, bytes: Buffer.from('照片') })
  })
}, 120_000)

/** The findings after a change that only a superuser can make; the change is taken back. */
async function after(table: string, change: string, back: string) {
  const unguarded = (statement: string) =>
    runOn(database.url, `begin; set local session_replication_role = replica; ${statement}; commit`)
  await unguarded(`create table kept as select * from ${table}; ${change}`)
  const { ok, findings } = await verifyAll(database)
  await unguarded(`${back}; drop table kept`)
  expect(ok).toBe(findings.length === 0)
  return findings
}

const rowOf = (table: string) => `${table} where jurisdiction_id = 'zhashui'`

describe('verify', () => {
  it('finds nothing wrong with what the product wrote, also where later corrections changed the picture', async () => {
    const verified = await verifyAll(database)
    expect(verified).toMatchObject({ ok: true, findings: [], differing: [] })
    const zhashui = verified.jurisdictions.find(one => one.jurisdiction === 'zhashui')
    expect(zhashui).toMatchObject({ seq, results: 1, documents: 1, files: 2 })
    expect(verified.digest).toMatch(/^[0-9a-f]{64}$/)
    expect((await verifyAll(database)).digest).toBe(verified.digest)
  })

  it('names a changed figure of an entry', async () => {
    const where = `${rowOf('entry')} and seq = ${seq}`
    const found = await after(
      'entry',
      `update ${where.replace(' where', ' set invest_ytd = 12346 where')}`,
      `update ${where.replace(' where', ' set invest_ytd = 12345 where')}`,
    )
    expect(found).toEqual([
      { jurisdiction: 'zhashui', seq, what: 'chain', why: 'hash' },
      {
        jurisdiction: 'zhashui',
        seq,
        what: 'projection',
        why: 'differs',
        id: expect.stringContaining(project),
      },
    ])
  })

  it('names an entry that was removed, first and last', async () => {
    const removed = (n: number) =>
      after(
        'entry',
        `delete from ${rowOf('entry')} and seq = ${n}`,
        `insert into entry select * from kept where jurisdiction_id = 'zhashui' and seq = ${n}`,
      )
    expect(await removed(seq)).toContainEqual({ jurisdiction: 'zhashui', seq, what: 'chain', why: 'head' })
    const [first] = await runOn<{ seq: number }>(
      database.url,
      `select min(seq)::int as seq from ${rowOf('entry')}`,
    )
    const inside = must(first, 'entry').seq
    expect(await removed(inside)).toContainEqual({
      jurisdiction: 'zhashui',
      seq: inside,
      what: 'chain',
      why: 'gap',
    })
  })

  it.each([
    ['current', 'project_id', 'jurisdiction_id, project_id, period, period_end, figures, sources'],
    ['project', 'id', 'jurisdiction_id, id, body, effective_from, removed, seq'],
  ])('names a damaged row of %s', async (table, key, columns) => {
    const found = await after(
      table,
      `delete from ${rowOf(table)} and ${key} = '${project}'`,
      // The others are generated.
      `insert into ${table} (${columns}) select ${columns} from kept
        where jurisdiction_id = 'zhashui' and ${key} = '${project}'`,
    )
    // Facts are read by way of the projection of projects: what was judged of a lost one differs too.
    const projections = found.filter(one => one.what === 'projection')
    expect(projections.length).toBeGreaterThan(0)
    for (const one of projections) {
      expect(one).toMatchObject({ jurisdiction: 'zhashui', what: 'projection', why: 'differs' })
      expect(one.id).toContain(project)
      expect(one.seq).toBeGreaterThan(0)
    }
  })

  it('names a stored result that was changed, and one that the ledger does not bear out', async () => {
    const restored = `delete from stored_result_part; insert into stored_result_part select * from kept`
    const altered = await after(
      'stored_result_part',
      `update stored_result_part set body = set_byte(body, 40, get_byte(body, 40) # 1)`,
      restored,
    )
    expect(altered).toEqual([
      { jurisdiction: 'zhashui', seq: issuedAt, what: 'result', why: 'altered', id: expect.any(String) },
    ])
    const differs = await after(
      'stored_result',
      `update stored_result set as_of = '2020-04-30'`,
      `update stored_result set as_of = '${AS_OF}'`,
    )
    expect(differs).toMatchObject([
      { jurisdiction: 'zhashui', seq: issuedAt, what: 'result', why: 'differs' },
    ])
  })

  it('lists what another engine judges otherwise, without calling it damage', async () => {
    const change = (engine: string, day: string) =>
      runOn(
        database.url,
        `begin; set local session_replication_role = replica;
         update stored_result set engine = '${engine}', as_of = '${day}'; commit`,
      )
    const [before] = await readScope(database, ZHASHUI, storedResults)
    await change('0', '2020-04-30')
    const { ok, findings, differing } = await verifyAll(database)
    await change(must(before, 'result').engine, AS_OF)
    expect([ok, findings]).toEqual([true, []])
    expect(differing).toMatchObject([{ jurisdiction: 'zhashui', seq: issuedAt, otherEngine: true }])
    expect(differing[0]?.differences).toContainEqual({
      path: '/asOf',
      stored: '"2020-05-31"',
      now: '"2020-04-30"',
    })
  })

  it.each<[string, string, () => number]>([
    ['issued_document', 'document', () => issuedAt],
    ['source_file', 'source-file', () => seq],
    ['evidence', 'evidence', () => 0],
  ])('names a changed file of %s', async (table, what, at) => {
    const found = await after(
      table,
      `update ${table} set bytes = bytes || '\\x00'`,
      `update ${table} t set bytes = kept.bytes from kept where kept.sha256 = t.sha256`,
    )
    expect(found).toMatchObject([{ jurisdiction: 'zhashui', seq: at(), what, why: 'altered' }])
  })

  it('finds nothing wrong once all of it is as it was', async () => {
    expect((await verifyAll(database)).findings).toEqual([])
  })
})
