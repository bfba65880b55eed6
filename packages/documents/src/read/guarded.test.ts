import { randomBytes } from 'node:crypto'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { unwrap } from '@guatu/kernel'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type GuardOptions, readWorkbookGuarded, recogniseGuarded } from './guarded.ts'
import { READ_LIMITS } from './limits.ts'
import { readWorkbook } from './read-workbook.ts'
import { PROJECT_FIELDS } from './recognise/fields.ts'
import { recognise } from './recognise/recognise.ts'
import { buildWorker } from './testing/worker.ts'
import { xlsx } from './testing/xlsx.ts'
import { deflateRepeated, zip } from './testing/zip.ts'

/** Making a large file takes its time on a busy machine; the reader's own limit is asserted below. */
vi.setConfig({ testTimeout: 60_000 })

let worker: Awaited<ReturnType<typeof buildWorker>>
beforeAll(async () => {
  worker = await buildWorker()
})
afterAll(() => worker.remove())

const MEGABYTE = 1024 * 1024
const OLE2 = 'd0cf11e0a1b11ae1'
const oldFile = (stream: string) =>
  Buffer.concat([Buffer.from(OLE2, 'hex'), Buffer.alloc(600), Buffer.from(stream, 'utf16le')])
const part = (data: Uint8Array, size: number) => ({ data, deflated: { size } })
const sheet = (rows: string, after = '') => `<sheetData>${rows}</sheetData>${after}`
const one = sheet('<row><c><v>1</v></c></row>')
const gigabyte = () => deflateRepeated(Buffer.alloc(MEGABYTE), 1024)
const billion = (n = 9) =>
  `<!DOCTYPE w [<!ENTITY l0 "哈">${Array.from({ length: n }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join('')}]>`

/** What a hostile or unusable file is, how it is made, and the one fault it must give. */
const HOSTILE: readonly [string, () => Buffer, string][] = [
  ['nothing', () => Buffer.alloc(0), 'file.empty'],
  ['random bytes', () => randomBytes(100_000), 'file.unreadable'],
  ['an .xls', () => oldFile('Workbook'), 'file.old-format'],
  ['a .doc', () => oldFile('WordDocument'), 'file.old-format'],
  ['a .wps or .et without known streams', () => oldFile('Root Entry'), 'file.old-format'],
  ['a workbook locked with a password', () => oldFile('EncryptedPackage'), 'file.encrypted'],
  [
    'an encrypted zip',
    () => zip([{ name: 'xl/workbook.xml', data: 'x', encrypted: true }]),
    'file.encrypted',
  ],
  ['a web page named .xls', () => Buffer.from('<html><table><tr><td>1</td></tr></table>'), 'file.old-format'],
  ['a .docx', () => zip([{ name: 'word/document.xml', data: '<w/>' }]), 'file.not-a-table'],
  ['a .pdf', () => Buffer.from('%PDF-1.7\n'), 'file.not-a-table'],
  [
    'a zip in a zip',
    () => zip([{ name: 'inner.zip', data: zip([{ name: 'a', data: 'a' }]) }]),
    'file.not-a-table',
  ],
  ['a cut zip', () => xlsx({ sheets: [one] }).subarray(0, 300), 'file.broken'],
  ['a zip with damaged data', () => damaged(xlsx({ sheets: [one] })), 'file.broken'],
  [
    'names that climb out',
    () => xlsx({ sheets: [one], more: [{ name: '../../etc/passwd', data: '' }] }),
    'file.unsafe-names',
  ],
  [
    'absolute names',
    () => xlsx({ sheets: [one], more: [{ name: '/etc/passwd', data: '' }] }),
    'file.unsafe-names',
  ],
  [
    '3,000 parts',
    () =>
      xlsx({ sheets: [one], more: Array.from({ length: 3000 }, (_, i) => ({ name: `a${i}`, data: '' })) }),
    'file.too-many-entries',
  ],
  [
    'a sheet of 1 GB of zeros',
    () => xlsx({ sheets: [part(gigabyte(), 1024 * MEGABYTE)] }),
    'file.unpacks-too-large',
  ],
  ['1 GB that claims to be 1 MB', () => xlsx({ sheets: [part(gigabyte(), MEGABYTE)] }), 'file.broken'],
  [
    '150 MB of blanks in good measure',
    () =>
      xlsx({
        sheets: [part(deflateRepeated(Buffer.alloc(MEGABYTE, ' '), 150, '<worksheet>'), 150 * MEGABYTE + 11)],
      }),
    'file.unpacks-too-large',
  ],
  [
    'a merge of the whole sheet',
    () =>
      xlsx({
        sheets: [
          sheet('<row><c><v>1</v></c></row>', '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'),
        ],
      }),
    'sheet.merge-too-large',
  ],
  [
    '100,000 merges',
    () =>
      xlsx({
        sheets: [sheet('', `<mergeCells>${'<mergeCell ref="A1:B1"/>'.repeat(100_000)}</mergeCells>`)],
      }),
    'sheet.too-many-merges',
  ],
  [
    'a billion laughs',
    () =>
      xlsx({
        sheets: [
          {
            data: `${billion()}<worksheet>${sheet('<row><c t="inlineStr"><is><t>&l9;</t></is></c></row>')}</worksheet>`,
          },
        ],
      }),
    'file.entities',
  ],
  [
    'a million rows',
    () =>
      xlsx({
        sheets: [
          sheet(Array.from({ length: 1_000_000 }, (_, i) => `<row><c><v>${i}</v></c></row>`).join('')),
        ],
      }),
    'sheet.too-many-rows',
  ],
  [
    'a cell far out',
    () => xlsx({ sheets: [sheet('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')] }),
    'sheet.too-many-rows',
  ],
  [
    'one endless text',
    () =>
      xlsx({ sheets: [sheet(`<row><c t="inlineStr"><is><t>${'长'.repeat(1_500_000)}</t></is></c></row>`)] }),
    'sheet.text-too-long',
  ],
  [
    'one endless attribute',
    () => xlsx({ sheets: [sheet(`<row x="${randomBytes(2_000_000).toString('hex')}"/>`)] }),
    'sheet.text-too-long',
  ],
  ['XML that stops', () => xlsx({ sheets: [{ data: '<worksheet><sheetData><row>' }] }), 'file.broken'],
  ['a sheet without rows', () => xlsx({ sheets: [sheet('')] }), 'file.no-rows'],
  ['a csv of blanks', () => Buffer.from(' ,\n , \n'), 'file.no-rows'],
  ['a csv line of 50 MB', () => Buffer.alloc(50 * MEGABYTE, 'a'), 'file.too-large'],
  ['a csv line of 19 MB', () => Buffer.alloc(19 * MEGABYTE, 'a'), 'file.line-too-long'],
  ['a csv of a million rows', () => Buffer.from('1,2\n'.repeat(1_000_000)), 'sheet.too-many-rows'],
  [
    'a csv quote that never ends',
    () => Buffer.from(`a,b\n"${'1,2\n'.repeat(1_000_000)}`),
    'file.line-too-long',
  ],
]

function damaged(bytes: Buffer): Buffer {
  const at = bytes.indexOf('xl/worksheets/sheet1.xml') + 30
  return Buffer.concat([bytes.subarray(0, at), Buffer.alloc(40, 0xff), bytes.subarray(at + 40)])
}

const guarded = (bytes: Uint8Array, options: Partial<GuardOptions> = {}) =>
  readWorkbookGuarded(bytes, 'x.xlsx', { workerUrl: worker.url, ...options })

/** Longest time in ms that the event loop stood still during the work. */
async function lagDuring(work: () => Promise<unknown>): Promise<number> {
  const delay = monitorEventLoopDelay({ resolution: 5 })
  delay.enable()
  await work()
  delay.disable()
  return delay.max / 1e6
}

describe('a hostile or unusable file gives one fault within 5 s', () => {
  it.each(HOSTILE)('%s', async (_, make, code) => {
    const bytes = make()
    const started = performance.now()
    const direct = await readWorkbook(bytes, 'x.xlsx')
    expect(direct).toMatchObject({ ok: false, error: { code } })
    expect(performance.now() - started).toBeLessThan(5000)
    const lag = await lagDuring(async () => expect(await guarded(bytes)).toEqual(direct))
    expect(lag).toBeLessThan(200)
  })
})

describe('the reading thread', () => {
  const table = (rows: number, columns: number) =>
    xlsx({
      sheets: [
        sheet(
          Array.from(
            { length: rows },
            (_, r) =>
              `<row r="${r + 1}">${Array.from({ length: columns }, (_, c) => `<c><v>${r}.${c}1</v></c>`).join('')}</row>`,
          ).join(''),
        ),
      ],
    })

  it('hands over what a direct reading gives', async () => {
    const bytes = table(50, 8)
    expect(unwrap(await guarded(bytes))).toEqual(unwrap(await readWorkbook(bytes, 'x.xlsx')))
  })

  it('hands over a large table in portions: the server stays responsive', async () => {
    const bytes = table(40_000, 12)
    let rows = 0
    const lag = await lagDuring(async () => {
      const result = unwrap(await guarded(bytes, { timeoutMs: 60_000 }))
      rows = result.sheets[0]?.rows.length ?? 0
    })
    expect(rows).toBe(40_000)
    expect(lag).toBeLessThan(200)
  })

  const list = (rows: number, name = '城区供水工程') =>
    Buffer.from(
      `项目名称,责任单位,总投资(万元),是否开工\n${Array.from({ length: rows }, (_, r) => `${name}${r},水利局,${r}.5,是`).join('\n')}`,
    )

  it('recognises there what a direct call recognises', async () => {
    const bytes = list(20)
    const workbook = unwrap(await readWorkbook(bytes, 'x.csv'))
    const [sheet = { name: '', rows: [], merges: [] }] = workbook.sheets
    expect(
      unwrap(await recogniseGuarded(bytes, 'x.csv', { workerUrl: worker.url, fields: PROJECT_FIELDS })),
    ).toEqual({
      format: 'csv',
      encoding: 'utf-8',
      sheets: [{ name: 'x', rows: 21 }],
      recognition: recognise(sheet, PROJECT_FIELDS),
    })
  })

  it('hands over a long recognised list in portions', async () => {
    let rows = 0
    const lag = await lagDuring(async () => {
      const options = { workerUrl: worker.url, fields: PROJECT_FIELDS, timeoutMs: 60_000 }
      rows = unwrap(await recogniseGuarded(list(30_000), 'x.csv', options)).recognition.rows.length
    })
    expect(rows).toBe(30_001)
    expect(lag).toBeLessThan(200)
  })

  it('refuses a classified file and hands on nothing of it', async () => {
    const bytes = list(3, '涉密')
    expect(await recogniseGuarded(bytes, 'x.csv', { workerUrl: worker.url, fields: PROJECT_FIELDS })).toEqual(
      {
        ok: false,
        error: { code: 'row.classified', params: { sheet: 'x', row: 2, column: 1 } },
      },
    )
  })

  it('ends when its time is up', async () => {
    expect(await guarded(table(20_000, 12), { timeoutMs: 1 })).toEqual({
      ok: false,
      error: { code: 'file.too-slow', params: { limit: 1 } },
    })
  })

  it('ends when its memory is used up', async () => {
    const limits = { ...READ_LIMITS, cells: 10_000_000 }
    expect(await guarded(table(60_000, 12), { memoryMb: 24, timeoutMs: 60_000, limits })).toEqual({
      ok: false,
      error: { code: 'file.too-heavy', params: { limit: 24 } },
    })
  })
})
