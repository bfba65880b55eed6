import { routes } from '@guatu/contract'
import { paragraphsOf, partsOf } from '@guatu/documents/testing'
import { must } from '@guatu/kernel'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import type { Client } from '../testing/client.ts'
import { oweSince } from '../testing/owed.ts'
import { demoWorld, type World } from '../testing/world.ts'
import { verifyAll } from '../verify/verify.ts'

/** Each document is a process, which begins slowly on a busy machine. */
vi.setConfig({ testTimeout: 120_000 })

let world: World
let dispatcher: Client
let reporter: Client
let keys = 0
const key = () => `document-${++keys}`

async function close(period: string) {
  const params = { period }
  const { missing } = await dispatcher.get(routes.previewClosing, { params })
  const without = missing.map(one => one.unit)
  return dispatcher.get(routes.closePeriod, { params, body: { without, key: key() } })
}
const issueOf = (more: object = {}) => ({
  ...{ kind: 'bulletin', period: '2020-03', code: '柞发改', date: '2020-05-31' },
  ...{ to: '各镇办', copyTo: '县委办', key: key(), ...more },
})
const issue = (more: object = {}) => dispatcher.get(routes.issueDocument, { body: issueOf(more) })
const refusal = async (more: object) =>
  (await dispatcher.call(routes.issueDocument, { body: issueOf(more) })).error?.code
const list = () => dispatcher.get(routes.listDocuments)
const issuedBytes = async (id: string) => {
  const answer = await dispatcher.fetch(routes.getIssued, { params: { id } })
  return { headers: answer.headers, bytes: Buffer.from(await answer.arrayBuffer()) }
}
const textOf = (bytes: Uint8Array) => paragraphsOf(partsOf(bytes)['word/document.xml'] ?? '').join('\n')
const file = async (query: Record<string, string>) => {
  const answer = await dispatcher.fetch(routes.downloadDocument, { query })
  return { name: answer.headers.get('content-disposition'), bytes: Buffer.from(await answer.arrayBuffer()) }
}
const preview = (period: string, kind = 'bulletin') =>
  dispatcher.get(routes.previewDocument, { query: { kind, period } })

beforeAll(async () => {
  world = await demoWorld()
  dispatcher = await world.as('zs-diaodu')
  reporter = await world.as('zs-tianbao')
  await oweSince(world.database, 'zhashui', '2020-01-01')
  await close('2020-03')
}, 120_000)

describe('a document', () => {
  it('of an open period is a draft that says as of when, without a number', async () => {
    const { state, bar } = await preview('2020-05')
    expect(state).toMatchObject({ period: '2020-05', frozen: false, asOf: '2020-05-31' })
    expect(bar.live).toBe(true)
    const { name, bytes } = await file({ period: '2020-05' })
    expect(decodeURIComponent(name ?? '')).toContain('柞水县通报（草稿）2020-05-31.docx')
    expect(textOf(bytes)).toMatch(/〔2020〕\s*号/)
    expect(JSON.stringify(partsOf(bytes))).toContain('草稿')
    expect(await refusal({ period: '2020-05' })).toBe('period.not-closed')
  })

  it('of a closed period says what was frozen, as of its end and as known at its closing', async () => {
    const { closing } = await close('2020-02')
    const { state, blocks } = await preview('2020-02')
    expect(state).toEqual({
      ...{ period: '2020-02', frozen: true, asOf: '2020-02-29' },
      ...{ seq: closing.seq, hash: closing.hash },
    })
    expect(JSON.stringify(blocks)).toMatch(/本期应报送\d+份/)
    const { name, bytes } = await file({ period: '2020-02', format: 'docx' })
    expect(decodeURIComponent(name ?? '')).toContain('柞水县通报（未编号）2020-02.docx')
    expect(JSON.stringify(partsOf(bytes))).not.toContain('草稿')
  })

  it('comes in its three formats, and only of periods that its kind is about', async () => {
    const start = async (format: string) => (await file({ period: '2020-03', format })).bytes.subarray(0, 4)
    expect(String(await start('docx'))).toBe('PK\x03\x04')
    expect(String(await start('xlsx'))).toBe('PK\x03\x04')
    expect(String(await start('pdf'))).toBe('%PDF')
    const weekly = await dispatcher.call(routes.previewDocument, {
      query: { kind: 'weekly-table', period: '2020-03' },
    })
    expect(weekly.error?.code).toBe('document.not-of-period')
    expect((await preview('2020-W21', 'weekly-table')).layout).toBe('sheet')
    expect((await preview('2020-03', 'special-report')).layout).toBe('brief')
  })
})

describe('issuing', () => {
  it('shows the number that it then gives, counts on, and keeps the exact bytes in two formats', async () => {
    const asked = { query: { kind: 'bulletin', period: '2020-03', code: '柞发改' } }
    expect(await dispatcher.get(routes.previewIssue, asked)).toMatchObject({
      ...{ number: '柞发改〔2020〕1号', before: [], template: null, formats: ['docx', 'pdf'] },
    })
    const first = await issue()
    expect(first.number).toBe('柞发改〔2020〕1号')
    expect((await issue()).number).toBe('柞发改〔2020〕2号')
    const next = await dispatcher.get(routes.previewIssue, {
      query: { kind: 'bulletin', period: '2020-03' },
    })
    expect(next).toMatchObject({
      ...{ code: '柞发改', number: '柞发改〔2020〕3号' },
      before: ['柞发改〔2020〕2号', '柞发改〔2020〕1号'],
    })
    const line = must(
      (await list()).issued.find(one => one.id === first.id),
      'issued',
    )
    expect(line).toMatchObject({ period: '2020-03', to: '各镇办', copyTo: '县委办', templated: false })
    expect(line.files.map(one => one.format)).toEqual(['docx', 'pdf'])
    const { bytes, headers } = await issuedBytes(first.id)
    const text = textOf(bytes)
    for (const said of ['柞发改〔2020〕1号', '各镇办：', '抄送：县委办。', '2020年5月31日'])
      expect(text).toContain(said)
    expect(decodeURIComponent(headers.get('content-disposition') ?? '')).toContain(
      '柞发改〔2020〕1号 柞水县通报 2020-03.docx',
    )
    const pdf = await issuedBytes(must(line.files[1], 'pdf').id)
    expect(String(pdf.bytes.subarray(0, 4))).toBe('%PDF')
  })

  it('at the same moment gives one number each', async () => {
    const both = await Promise.all([issue({ code: '同时' }), issue({ code: '同时' })])
    expect(both.map(one => one.number).sort()).toEqual(['同时〔2020〕1号', '同时〔2020〕2号'])
  })

  it('sent twice gives one number', async () => {
    const body = issueOf({ code: '重发' })
    const [a, b] = await Promise.all([1, 2].map(() => dispatcher.call(routes.issueDocument, { body })))
    expect([a?.error?.code, b?.error?.code].sort()).toEqual(['document.issued-already', undefined])
    expect((await issue({ code: '重发' })).number).toBe('重发〔2020〕2号')
  })

  it('counts reports by the year alone, and gives a table no number', async () => {
    expect((await issue({ kind: 'special-report', code: '' })).number).toBe('〔2020〕第1期')
    expect(await refusal({ kind: 'weekly-table', period: '2020-W21' })).toBe('period.not-closed')
  })

  it.each([
    [{ code: '' }, 'document.code-missing'],
    [{ date: '2020-03-30' }, 'document.date-early'],
    [{ date: '2020-03-31' }, undefined],
    [{ kind: 'x' }, 'request.not-found'],
    [{ period: '2020-01' }, 'period.not-closed'],
    [{ code: '柞/发改' }, 'request.invalid'],
  ])('of %j is answered with %s', async (more, code) => {
    expect(await refusal({ code: '试', ...more })).toBe(code)
  })
})

describe('a template', () => {
  const params = { kind: 'bulletin' }
  const upload = (bytes: Uint8Array | string) =>
    dispatcher.get(routes.addDocumentTemplate, { params, file: { name: '本局.docx', bytes } })
  const inForce = async () => (await list()).templates.map(one => one.fileName)

  it('that is broken is told with its place and mend, and kept out: the built-in layout still works', async () => {
    const told = await upload('no document')
    expect(told).toMatchObject({ kept: false, faults: [{ code: 'template.not-a-docx' }] })
    expect(told.faults[0]?.mend).not.toBe('')
    expect(await inForce()).toEqual([])
    expect((await issue({ code: '模板' })).number).toBe('模板〔2020〕1号')
  })

  it('is in force from its upload until it is retired', async () => {
    const starter = await dispatcher.fetch(routes.getDocumentTemplate, { params })
    const bytes = new Uint8Array(await starter.arrayBuffer())
    expect(await upload(bytes)).toEqual({ kept: true, faults: [] })
    expect(await inForce()).toEqual(['本局.docx'])
    const own = await dispatcher.fetch(routes.getDocumentTemplate, { params, query: { which: 'own' } })
    expect(Buffer.from(await own.arrayBuffer())).toEqual(Buffer.from(bytes))
    const { id } = await issue({ code: '模板' })
    const line = must(
      (await list()).issued.find(one => one.id === id),
      'issued',
    )
    expect(line).toMatchObject({ templated: true, number: '模板〔2020〕2号' })
    expect(line.files).toHaveLength(1)
    expect(textOf((await issuedBytes(id)).bytes)).toContain('模板〔2020〕2号')
    await dispatcher.get(routes.retireDocumentTemplate, { params })
    expect(await inForce()).toEqual([])
    expect((await dispatcher.call(routes.retireDocumentTemplate, { params })).status).toBe(404)
  })
})

describe('a correction approved after a closing', () => {
  it('stands in the note of the next bulletin, and the one that went out stays byte for byte', async () => {
    const before = await file({ period: '2020-03', format: 'docx' })
    const sent = await issue({ code: '更正' })
    const sentBytes = (await issuedBytes(sent.id)).bytes
    const { id } = await reporter.get(routes.proposeCorrection, {
      body: {
        ...{ period: '2020-03', reason: '三月支付重复统计', key: key() },
        rows: [{ project: 'zs-001', figures: { 'paid-ytd': 123_000_000 } }],
      },
    })
    await dispatcher.get(routes.decideCorrection, { params: { id }, body: { approve: true, key: key() } })
    expect((await file({ period: '2020-03', format: 'docx' })).bytes).toEqual(before.bytes)
    expect((await issuedBytes(sent.id)).bytes).toEqual(sentBytes)
    expect(JSON.stringify((await preview('2020-03')).blocks)).not.toContain('更正说明')
    await close('2020-04')
    const next = await issue({ code: '更正', period: '2020-04' })
    const text = textOf((await issuedBytes(next.id)).bytes)
    for (const said of ['更正说明', '三月支付重复统计', '2020年3月', '本年累计支付（万元）', '123'])
      expect(text).toContain(said)
  })

  it('leaves everything as guatu verify wants it', async () => {
    expect(await verifyAll(world.database)).toMatchObject({ ok: true, findings: [], differing: [] })
  })
})
