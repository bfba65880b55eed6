import { fileURLToPath } from 'node:url'
import { routes } from '@guatu/contract'
import { paragraphsOf, partsOf } from '@guatu/documents/testing'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import type { Client } from '../testing/client.ts'
import { oweSince } from '../testing/owed.ts'
import { demoWorld } from '../testing/world.ts'
import { Gate } from './testing/gate.ts'

/** Each document is a process, which begins slowly on a busy machine. */
vi.setConfig({ testTimeout: 120_000 })

const GATED = fileURLToPath(new URL('./testing/gated-maker.ts', import.meta.url))
const PERIOD = '2020-03'
let gate: Gate
let dispatcher: Client
let reporter: Client
let keys = 0
const key = () => `making-${++keys}-key`

const download = (format: string, signal?: AbortSignal) =>
  dispatcher.fetch(routes.downloadDocument, { query: { period: PERIOD, format }, signal })
const errorOf = async (answer: Response) =>
  ((await answer.json()) as { error: { code: string; zh: string } }).error
const asked = (code: string) => ({
  ...{ kind: 'bulletin', period: PERIOD, code, date: '2020-05-31', to: '各镇办', copyTo: '' },
  key: key(),
})
const issue = (code: string) => dispatcher.get(routes.issueDocument, { body: asked(code) })
const nextNumber = async (code: string) =>
  (await dispatcher.get(routes.previewIssue, { query: { kind: 'bulletin', period: PERIOD, code } })).number
const issuedText = async (id: string) => {
  const answer = await dispatcher.fetch(routes.getIssued, { params: { id } })
  const bytes = Buffer.from(await answer.arrayBuffer())
  return paragraphsOf(partsOf(bytes)['word/document.xml'] ?? '').join('\n')
}
const correct = () =>
  reporter.get(routes.proposeCorrection, {
    body: {
      ...{ period: PERIOD, reason: '三月支付重复统计', key: key() },
      rows: [{ project: 'zs-001', figures: { 'paid-ytd': 123_000_000 } }],
    },
  })

beforeAll(async () => {
  gate = await Gate.open()
  const world = await demoWorld({ maker: GATED })
  dispatcher = await world.as('zs-diaodu')
  reporter = await world.as('zs-tianbao')
  await oweSince(world.database, 'zhashui', '2020-01-01')
  const { missing } = await dispatcher.get(routes.previewClosing, { params: { period: PERIOD } })
  const without = missing.map(one => one.unit)
  await dispatcher.get(routes.closePeriod, { params: { period: PERIOD }, body: { without, key: key() } })
}, 120_000)

describe('while a PDF is made', () => {
  it('others are answered, the same person too', async () => {
    const order: string[] = []
    const pdf = download('pdf').then(async answer => {
      order.push('made')
      return Buffer.from(await answer.arrayBuffer())
    })
    const held = await gate.next()
    expect(held).toMatchObject({ what: 'pdf', pid: expect.any(Number) })
    expect(held.pid).not.toBe(process.pid)
    await dispatcher.get(routes.whoAmI)
    await dispatcher.get(routes.previewDocument, { query: { kind: 'bulletin', period: PERIOD } })
    await reporter.get(routes.getWarRoom)
    order.push('others answered')
    held.open()
    expect(String((await pdf).subarray(0, 4))).toBe('%PDF')
    expect(order).toEqual(['others answered', 'made'])
  })

  it('to be issued, figures are taken and others issue: the number in the text is the one then given', async () => {
    const first = issue('并行')
    expect(await gate.pass()).toBe('docx')
    const pdf = await gate.next()
    await correct()
    const second = issue('并行')
    expect([await gate.pass(), await gate.pass()]).toEqual(['docx', 'pdf'])
    const early = await second
    expect(early).toMatchObject({ number: '并行〔2020〕1号', formats: ['docx', 'pdf'] })
    pdf.open()
    expect([await gate.pass(), await gate.pass()]).toEqual(['docx', 'pdf'])
    const late = await first
    expect(late.number).toBe('并行〔2020〕2号')
    expect(await issuedText(early.id)).toContain('并行〔2020〕1号')
    expect(await issuedText(late.id)).toContain('并行〔2020〕2号')
    expect(await issuedText(late.id)).not.toContain('并行〔2020〕1号')
  })
})

describe('who goes before the answer', () => {
  it('leaves no process behind', async () => {
    const going = new AbortController()
    const answer = download('pdf', going.signal).catch((error: Error) => error.name)
    const held = await gate.next()
    going.abort()
    expect(await answer).toBe('AbortError')
    await held.gone
  })

  it('has issued nothing and takes no number', async () => {
    const going = new AbortController()
    const body = asked('取消')
    const answer = dispatcher
      .fetch(routes.issueDocument, { body, signal: going.signal })
      .catch((error: Error) => error.name)
    await gate.pass()
    const held = await gate.next()
    going.abort()
    expect(await answer).toBe('AbortError')
    await held.gone
    expect(await nextNumber('取消')).toBe('取消〔2020〕1号')
    const again = dispatcher.get(routes.issueDocument, { body })
    await gate.pass()
    await gate.pass()
    expect((await again).number).toBe('取消〔2020〕1号')
  })
})

describe('a process that fails', () => {
  it.each(['docx', 'xlsx', 'pdf'])('while it makes .%s is told with a number for the log', async format => {
    const answer = download(format)
    ;(await gate.next()).fail()
    const { status } = await answer
    const { code, zh } = await errorOf(await answer)
    expect({ status, code }).toEqual({ status: 422, code: 'document.not-made' })
    expect(zh).toMatch(/编号 [0-9a-f]{8} 告诉管理员/)
  })

  it('issues nothing, whichever of the files it was', async () => {
    const body = asked('故障')
    for (const before of [[], ['docx']]) {
      const answer = dispatcher.call(routes.issueDocument, { body })
      for (const format of before) expect(await gate.pass()).toBe(format)
      ;(await gate.next()).fail()
      expect((await answer).error?.code).toBe('document.not-made')
    }
    expect(await nextNumber('故障')).toBe('故障〔2020〕1号')
  })
})

describe('more than may wait', () => {
  it('are told that the system is busy, and those who go make room', async () => {
    const going = new AbortController()
    const asking = Array.from({ length: 11 }, () => download('xlsx', going.signal))
    const held = [await gate.next(), await gate.next()]
    const refused = await Promise.race(asking)
    expect({ status: refused.status, code: (await errorOf(refused)).code }).toEqual({
      status: 503,
      code: 'server.busy',
    })
    going.abort()
    await Promise.allSettled(asking)
    await Promise.all(held.map(one => one.gone))
    const next = download('xlsx')
    expect(await gate.pass()).toBe('xlsx')
    expect((await next).status).toBe(200)
  })
})
