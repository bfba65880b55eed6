import { createHash } from 'node:crypto'
import { unwrap } from '@guatu/kernel'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { writeStarter } from '../document-template/starter.ts'
import { sampleDocument, sampleTable } from '../write/sample.ts'
import { sampleProjectTable } from '../write/sample-table.ts'
import { type MakeOptions, makeApart } from './apart.ts'
import { MAKE_LIMITS } from './limits.ts'
import { type MakeTask, make } from './make.ts'
import { buildMaker } from './testing/maker.ts'

/** A process begins slowly on a busy machine. */
vi.setConfig({ testTimeout: 60_000 })

let maker: Awaited<ReturnType<typeof buildMaker>>
beforeAll(async () => {
  maker = await buildMaker()
})
afterAll(() => maker.remove())

const apart = (task: MakeTask, options: Partial<MakeOptions> = {}) =>
  makeApart(task, { makerUrl: maker.url, ...options })
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const text = new TextEncoder()
const starter = await writeStarter()

const document = { kind: 'document', model: sampleDocument } as const
const long: MakeTask = {
  ...document,
  format: 'pdf',
  model: {
    ...sampleDocument,
    annexes: [{ title: '附表', blocks: [{ kind: 'table', table: sampleTable(3_000) }] }],
  },
}
const TASKS: readonly [string, MakeTask][] = [
  ['a .docx', { ...document, format: 'docx' }],
  ['an .xlsx', { ...document, format: 'xlsx' }],
  ['a .pdf', { ...document, format: 'pdf' }],
  ['a filled template', { ...document, format: 'docx', template: { bytes: starter, tables: [] } }],
  ['a broken template', { ...document, format: 'docx', template: { bytes: text.encode('x'), tables: [] } }],
  ['a table of projects', { kind: 'project-table', table: sampleProjectTable }],
]

describe('the making process', () => {
  it.each(TASKS)('gives of %s the bytes that a direct call gives', async (_, task) => {
    const here = await make(task)
    const there = unwrap(await apart(task))
    expect(sha256(there.bytes)).toBe(sha256(here.bytes))
    expect({ ...there, bytes: undefined }).toEqual({ ...here, bytes: undefined })
  })

  it('tells whether the template drew it, and if not why', async () => {
    const [filled, broken] = await Promise.all(TASKS.slice(3, 5).map(([, task]) => apart(task)))
    expect(unwrap(filled ?? never())).toMatchObject({ templated: true, faults: [] })
    expect(unwrap(broken ?? never())).toMatchObject({
      templated: false,
      faults: [{ code: 'template.not-a-docx' }],
    })
  })

  it('is ended when its time is up', async () => {
    const limits = { ...MAKE_LIMITS, seconds: 0.001 }
    expect(await apart(long, { limits })).toEqual({ ok: false, error: { why: 'too-slow', limit: 0.001 } })
  })

  it('ends when it outgrows its memory, while Typst sets the page too', async () => {
    const limits = { ...MAKE_LIMITS, memoryMb: 160 }
    expect(await apart(long, { limits })).toEqual({ ok: false, error: { why: 'too-heavy', limit: 160 } })
  })

  it('is ended when nobody waits for it any more, and not begun for one who is gone', async () => {
    const gone = new AbortController()
    const asked = apart(long, { signal: gone.signal })
    gone.abort()
    expect(await asked).toEqual({ ok: false, error: { why: 'stopped' } })
    expect(await apart(long, { signal: gone.signal, makerUrl: new URL('file:///none') })).toEqual({
      ok: false,
      error: { why: 'stopped' },
    })
  })

  it.each([
    ['cannot be drawn', { ...document, format: 'docx', model: {} } as unknown as MakeTask, undefined],
    ['meets no process', { ...document, format: 'docx' } as const, new URL('file:///none.mjs')],
  ])('of what %s tells the cause', async (_, task, makerUrl = maker.url) => {
    const answer = await apart(task, { makerUrl })
    expect(answer).toMatchObject({ ok: false, error: { why: 'broken', cause: expect.any(Error) } })
  })
})

function never(): never {
  throw new Error('not asked')
}
