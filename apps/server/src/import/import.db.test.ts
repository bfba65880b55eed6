import { routes } from '@guatu/contract'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Client } from '../testing/client.ts'
import { demoWorld, type World } from '../testing/world.ts'

let world: World
let dispatcher: Client
let reporter: Client
beforeAll(async () => {
  world = await demoWorld()
  dispatcher = await world.as('zs-diaodu')
  reporter = await world.as('zs-tianbao')
})

const csv = (...lines: string[]) => `${lines.join('\n')}\n`
const upload = (client: Client, name: string, bytes: string | Uint8Array) =>
  client.get(routes.uploadImport, { file: { name, bytes } })
const head = async () => (await dispatcher.get(routes.getWarRoom)).bar.seq

const KNOWN = '凤凰镇雨污分流管网'
const TABLE = csv(
  '柞水县重点项目进展表（2020年5月）,,,',
  '单位：万元,,,',
  '项目名称,责任单位,累计支付,存在问题',
  `${KNOWN},住房和城乡建设局,800,资金未到位`,
  '全新的项目,住房和城乡建设局,100,',
  `${KNOWN}工程,住房和城乡建设局,70,`,
  '坏的一行,住房和城乡建设局,八百,',
  '合计,,970,',
)

test('preview, decide, commit, look, undo', async () => {
  const before = await head()
  const sums = (await dispatcher.get(routes.listProjects)).sums
  const preview = await upload(dispatcher, '五月.csv', TABLE)
  expect(preview).toMatchObject({ state: 'open', period: '2020-05', list: 'key', canCommit: false })
  expect(preview.counts).toMatchObject({ new: 1, update: 1, decide: 1, bad: 1 })
  expect(preview.rows.map(row => row.kind)).toEqual([
    'title',
    'note',
    'header',
    'update',
    'new',
    'duplicate',
    'bad',
    'subtotal',
  ])
  expect(await head()).toBe(before)
  const id = { params: { id: preview.id } }

  const undecided = await dispatcher.call(routes.commitImport, { ...id, body: {} })
  expect([undecided.status, undecided.error.code]).toEqual([422, 'import.undecided'])
  await dispatcher.get(routes.decideImport, { ...id, body: { decisions: { '6': 'skip' } } })
  const bad = await dispatcher.call(routes.commitImport, { ...id, body: {} })
  expect([bad.status, bad.error.code, bad.error.params]).toEqual([422, 'import.bad-rows', { count: 1 }])
  const ready = await dispatcher.get(routes.decideImport, { ...id, body: { skipBad: true } })
  expect(ready).toMatchObject({ canCommit: true, counts: { new: 1, update: 1, left: 2 } })
  expect(await head()).toBe(before)

  const { batch, firstSeq, lastSeq, accepted, left } = await dispatcher.get(routes.commitImport, {
    ...id,
    body: {},
  })
  expect([accepted, left, firstSeq]).toEqual([2, 2, before + 1])
  expect(await head()).toBe(lastSeq)
  const again = await dispatcher.call(routes.commitImport, { ...id, body: {} })
  expect([again.status, again.error.code]).toEqual([409, 'import.done'])

  const { trail } = await dispatcher.get(routes.getProject, { params: { id: 'zs-001' } })
  expect(trail[0]).toMatchObject({
    via: 'import',
    fileName: '五月.csv',
    row: 4,
    figures: { 'paid-ytd': 800_000_000 },
  })
  const { cells } = await dispatcher.get(routes.getEntry, { params: { seq: trail[0]?.seq ?? 0 } })
  expect(cells).toEqual([
    { column: 'A', header: '项目名称', text: KNOWN, computed: false },
    { column: 'B', header: '责任单位', text: '住房和城乡建设局', computed: false },
    { column: 'C', header: '累计支付', text: '800', computed: false },
    { column: 'D', header: '存在问题', text: '资金未到位', computed: false },
  ])
  const file = await dispatcher.fetch(routes.getSourceFile, { params: { id: trail[0]?.file ?? '' } })
  expect(await file.text()).toBe(TABLE)
  expect((await dispatcher.get(routes.getWarRoom)).total.projects).toBe(96)

  const { batches, open } = await dispatcher.get(routes.listBatches)
  expect(batches).toMatchObject([
    { id: batch, fileName: '五月.csv', by: '人员甲', firstSeq, lastSeq, undone: false },
  ])
  expect(open).toEqual([])
  expect((await dispatcher.get(routes.getImport, id)).state).toBe('done')

  await dispatcher.get(routes.undoBatch, { params: { id: batch }, body: {} })
  expect((await dispatcher.get(routes.listProjects)).sums).toEqual(sums)
  const after = await dispatcher.get(routes.getProject, { params: { id: 'zs-001' } })
  expect(after.trail.length).toBe(trail.length + 1)
  expect(after.returns[0]?.figures['paid-ytd']).toBeUndefined()
  expect((await dispatcher.get(routes.listBatches)).batches).toMatchObject([
    { firstSeq, lastSeq, undone: true },
  ])
  expect((await dispatcher.call(routes.undoBatch, { params: { id: batch }, body: {} })).status).toBe(404)
})

test('what changed since the preview is shown again before anything is written', async () => {
  const { id } = await upload(
    dispatcher,
    'a.csv',
    csv('项目名称,累计支付(万元),月份', `${KNOWN},900,2020-05`),
  )
  await dispatcher.get(routes.saveReturn, {
    body: {
      project: 'zs-001',
      period: '2020-05',
      figures: { 'paid-ytd': 5 },
      seen: 99_999,
      key: 'in-between',
      reason: '改',
    },
  })
  const before = await head()
  const stale = await dispatcher.call(routes.commitImport, { params: { id }, body: {} })
  expect([stale.status, stale.error.code]).toEqual([409, 'import.stale'])
  expect(await head()).toBe(before)
  const { rows } = await dispatcher.get(routes.getImport, { params: { id } })
  expect(rows[1]?.changes).toMatchObject([{ field: 'paid-ytd', before: 5, after: 900_000_000 }])
  await dispatcher.get(routes.commitImport, { params: { id }, body: {} })
  expect(await head()).toBe(before + 2)
})

test('a batch on which something stands is not undone in part', async () => {
  const { id } = await upload(
    dispatcher,
    'b.csv',
    csv('项目名称,累计支付(万元),月份', `${KNOWN},901,2020-05`),
  )
  await dispatcher.get(routes.commitImport, { params: { id }, body: {} })
  await dispatcher.get(routes.saveReturn, {
    body: {
      project: 'zs-001',
      period: '2020-05',
      figures: { 'paid-ytd': 6 },
      seen: 99_999,
      key: 'on-top-of-it',
      reason: '改',
    },
  })
  const before = await head()
  const { status, error } = await dispatcher.call(routes.undoBatch, { params: { id }, body: {} })
  expect([status, error.code, error.params]).toEqual([409, 'undo.overtaken', { count: 1 }])
  expect(await head()).toBe(before)
})

test('the project table that is exported reads back unchanged', async () => {
  const table = await dispatcher.fetch(routes.exportProjects)
  const preview = await upload(dispatcher, '项目表.xlsx', new Uint8Array(await table.arrayBuffer()))
  expect(preview.counts).toMatchObject({ new: 0, update: 0, decide: 0, bad: 0, unchanged: 95 })
  expect(preview.rows.flatMap(row => row.subtotal.map(check => check.agrees))).not.toContain(false)
  const nothing = await dispatcher.call(routes.commitImport, { params: { id: preview.id }, body: {} })
  expect([nothing.status, nothing.error.code]).toEqual([422, 'import.nothing'])
})

describe('a reporter', () => {
  test('imports own projects, begins none, and cannot see the drafts of others', async () => {
    const foreign = '凤凰镇文化广场'
    const preview = await upload(
      reporter,
      'r.csv',
      csv('项目名称,累计支付(万元),月份', `${KNOWN},902,2020-05`, `${foreign},5,2020-05`),
    )
    expect(preview.rows.map(row => row.kind)).toEqual(['header', 'update', 'bad'])
    expect(preview.rows[2]?.findings.map(finding => finding.code)).toEqual(['row.not-yours'])
    expect((await dispatcher.call(routes.getImport, { params: { id: preview.id } })).status).toBe(404)
    await reporter.get(routes.decideImport, { params: { id: preview.id }, body: { skipBad: true } })
    const { batch } = await reporter.get(routes.commitImport, { params: { id: preview.id }, body: {} })
    expect((await reporter.get(routes.listBatches)).batches.map(one => one.id)).toEqual([batch])
    expect((await reporter.get(routes.undoBatch, { params: { id: batch }, body: {} })).batch).toBe(batch)
  })
})

test('choices of a file are kept under a name for the next of its kind', async () => {
  const odd = (value: number) => csv('工程,投了多少,月份', `${KNOWN},${value},2020-05`)
  const first = await upload(dispatcher, 'odd.csv', odd(1))
  const columns = [
    { column: 1, field: 'project-name', unit: null },
    { column: 2, field: 'paid-ytd', unit: '万元' },
  ]
  const body = { columns, saveMappingAs: '支付表' }
  const decided = await dispatcher.get(routes.decideImport, { params: { id: first.id }, body })
  expect(decided.columns.map(column => [column.field, column.unit])).toEqual([
    ['project-name', null],
    ['paid-ytd', '万元'],
    ['period', null],
  ])
  await dispatcher.get(routes.commitImport, { params: { id: first.id }, body: {} })
  const second = await upload(dispatcher, 'odd2.csv', odd(2))
  expect(second.mapping).toBe('支付表')
  expect(second.rows[1]?.changes).toEqual([
    { field: 'paid-ytd', before: 1_000_000, after: 2_000_000, computed: false },
  ])
})

describe('files that are refused', () => {
  test.each([
    ['an empty file', 'a.xlsx', '', 'file.empty'],
    ['noise', 'a.xlsx', Buffer.from('9f8e7d6c5b4a39281706f5e4d3c2b1a0ff00ff00', 'hex'), 'file.unreadable'],
    ['an endless line', 'a.csv', 'x'.repeat(3_000_000), 'file.line-too-long'],
    ['a text with a NUL', 'a.csv', csv('项目名称,备注', '某工\0程,x'), 'file.unreadable'],
    ['too many rows', 'a.csv', 'a,b\n'.repeat(100_002), 'sheet.too-many-rows'],
    ['a classified row', 'a.csv', csv('项目名称,备注', '某工程,涉密'), 'row.classified'],
  ])('%s', async (_, name, bytes, reason) => {
    const before = await head()
    const start = performance.now()
    const answer = await dispatcher.call(routes.uploadImport, { file: { name, bytes } })
    expect(performance.now() - start).toBeLessThan(5_000)
    expect([answer.status, answer.error.code, answer.error.params?.reason]).toEqual([
      422,
      'file.refused',
      reason,
    ])
    expect(answer.error.zh).toContain('没有写入任何数据')
    expect(answer.error.zh).not.toMatch(/\{\w+\}/)
    expect(await head()).toBe(before)
  })

  test('21 MB', async () => {
    const file = { name: 'a.csv', bytes: new Uint8Array(21 * 1024 * 1024) }
    const { status, error } = await dispatcher.call(routes.uploadImport, { file })
    expect([status, error.code]).toEqual([413, 'request.too-large'])
  })

  test('others are answered while heavy files are read', async () => {
    const heavy = 'a,'.repeat(15).concat('\n').repeat(19_000)
    const readings = ['1', '2', '3'].map(name =>
      dispatcher.call(routes.uploadImport, { file: { name: `${name}.csv`, bytes: `${name}${heavy}` } }),
    )
    const waits: number[] = []
    for (let i = 0; i < 20; i++) {
      const start = performance.now()
      await fetch(`${world.url}/api/health`)
      waits.push(performance.now() - start)
    }
    await Promise.all(readings)
    expect(Math.max(...waits)).toBeLessThan(1_000)
  })
})
