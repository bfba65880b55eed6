import { existsSync, readFileSync } from 'node:fs'
import { unwrap } from '@guatu/kernel'
import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { READ_LIMITS } from '../limits.ts'
import { readWorkbook } from '../read-workbook.ts'

const read = async (bytes: Uint8Array | string, limits = READ_LIMITS) =>
  readWorkbook(Buffer.from(bytes), 'C:\\报表\\五月.csv', limits)
const texts = async (bytes: Uint8Array | string) => {
  const workbook = unwrap(await read(bytes))
  return {
    encoding: workbook.encoding,
    rows: workbook.sheets[0]?.rows.map(row => row.map(cell => cell?.text)),
  }
}

describe('encodings', () => {
  const text = '项目名称,总投资(万元)\n城区供水工程,1234.5\n'
  const rows = [
    ['项目名称', '总投资(万元)'],
    ['城区供水工程', '1234.5'],
  ]
  it.each([
    ['utf-8', Buffer.from(text)],
    ['utf-8', Buffer.from(`\ufeff${text}`)],
    ['gbk', iconv.encode(text, 'gbk')],
    ['utf-16', iconv.encode(text, 'utf-16le', { addBOM: true })],
    ['utf-16', iconv.encode(text, 'utf-16be', { addBOM: true })],
  ] as const)('%s', async (encoding, bytes) => {
    expect(await texts(bytes)).toEqual({ encoding, rows })
  })

  it('reads rare characters that only GBK has among common ones', async () => {
    const bytes = iconv.encode('镇,村\n柞水县营盘镇,朱镕基囧\n', 'gbk')
    expect(await texts(bytes)).toEqual({
      encoding: 'gbk',
      rows: [
        ['镇', '村'],
        ['柞水县营盘镇', '朱镕基囧'],
      ],
    })
  })

  it('reads western text with pounds and accents', async () => {
    const bytes = iconv.encode('name;cost\nCafé – Genève;£1,200\n', 'win1252')
    expect(await texts(bytes)).toEqual({
      encoding: 'latin-1',
      rows: [
        ['name', 'cost'],
        ['Café – Genève', '£1,200'],
      ],
    })
  })
})

describe('shape', () => {
  it.each([
    ['a,b\n1,2\n', ','],
    ['a;b;c\n1,5;2,5;3,5\n', ';'],
    ['a\tb\n1\t2\n', '\t'],
    ['"x;y;z",b\n1,2\n', ','],
  ])('finds the delimiter of %j', async text => {
    expect((await texts(text)).rows?.every(row => row.length >= 2)).toBe(true)
  })

  it('keeps lines and quotes inside cells, blank lines, uneven rows and duplicate headers', async () => {
    expect((await texts('a,a,b\n"第一行\n第二行","他说""好""",\n\n1\n')).rows).toEqual([
      ['a', 'a', 'b'],
      ['第一行\n第二行', '他说"好"', undefined],
      [undefined],
      ['1'],
    ])
  })

  it('names the sheet after the file', async () => {
    expect(unwrap(await read('a\n1')).sheets[0]?.name).toBe('五月')
  })
})

describe('faults name the row', () => {
  const fault = async (text: string, limits: Partial<typeof READ_LIMITS> = {}) => {
    const result = await read(text, { ...READ_LIMITS, ...limits })
    return result.ok ? 'ok' : result.error
  }
  it('an unclosed quote', async () => {
    expect(await fault('a,b\n1,"2\n3,4\n')).toMatchObject({
      code: 'file.quote-not-closed',
      params: { sheet: '五月' },
    })
  })
  it('rows, columns, cells, text: the value passes, one more does not', async () => {
    expect(await fault('1\n2\n', { rows: 2 })).toBe('ok')
    expect(await fault('1\n2\n3\n', { rows: 2 })).toMatchObject({
      code: 'sheet.too-many-rows',
      params: { row: 3, limit: 2 },
    })
    expect(await fault('1,2\n', { columns: 2 })).toBe('ok')
    expect(await fault('1,2,3\n', { columns: 2 })).toMatchObject({
      code: 'sheet.too-many-columns',
      params: { row: 1, column: 3 },
    })
    expect(await fault('1,2\n', { cells: 2 })).toBe('ok')
    expect(await fault('1,2\n3\n', { cells: 2 })).toMatchObject({
      code: 'sheet.too-many-cells',
      params: { row: 2 },
    })
    expect(await fault('12\n', { textLength: 2 })).toBe('ok')
    expect(await fault('1\n123\n', { textLength: 2 })).toMatchObject({
      code: 'sheet.text-too-long',
      params: { row: 2, column: 1 },
    })
  })
})

const UK = '../shared/data/timeseries/uk_gmpp_2023_raw_latin1_semicolon.csv'
describe.skipIf(!existsSync(UK))(`a real file, skipped where ${UK} is absent`, () => {
  it('is read whole: Latin-1, semicolons, cells of several lines', async () => {
    const workbook = unwrap(await read(readFileSync(UK)))
    expect(workbook.encoding).toBe('latin-1')
    const rows = workbook.sheets[0]?.rows ?? []
    expect(rows.length).toBe(245)
    expect(new Set(rows.map(row => row.length)).size).toBe(1)
  })
})

describe('any table of text', () => {
  it('comes back as it was, whatever the delimiter and encoding', async () => {
    const cell = fc.string({ unit: fc.constantFrom(...'项目a1,;\t"\n 元'), maxLength: 8 })
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 2, maxLength: 6 })
    await fc.assert(
      fc.asyncProperty(
        table,
        fc.constantFrom(',', ';', '\t'),
        fc.constantFrom('utf-8', 'gbk'),
        async (rows, mark, encoding) => {
          const all = [['项目名称', '责任单位', '镇'], ...rows]
          const text = all
            .map(row => row.map(value => `"${value.replaceAll('"', '""')}"`).join(mark))
            .join('\n')
          const read = await texts(iconv.encode(text, encoding))
          expect(read.rows).toEqual(
            all.map(row => row.map(value => (value.trim() === '' ? undefined : value))),
          )
        },
      ),
    )
  })
})
