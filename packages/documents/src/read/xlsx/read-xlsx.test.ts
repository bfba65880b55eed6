import { must, unwrap } from '@guatu/kernel'
import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import type { Workbook } from '../grid.ts'
import { READ_LIMITS } from '../limits.ts'
import { readWorkbook } from '../read-workbook.ts'
import { type XlsxParts, xlsx } from '../testing/xlsx.ts'

const read = async (parts: XlsxParts, limits = READ_LIMITS): Promise<Workbook> =>
  unwrap(await readWorkbook(xlsx(parts), 'x.xlsx', limits))
const cells = (workbook: Workbook, sheet = 0) => workbook.sheets[sheet]?.rows ?? []

describe('cells of a workbook', () => {
  it('takes shared, rich, inline and formula text without reading aids', async () => {
    const workbook = await read({
      strings:
        '<si><t>项目名称</t></si><si><r><t>甲</t></r><r><t>乙</t></r><rPh sb="0" eb="1"><t>jia</t></rPh></si>',
      sheets: [
        '<sheetData><row r="2"><c r="A2" t="s"><v>0</v></c><c r="C2" t="s"><v>1</v></c><c t="inlineStr"><is><t>丙</t></is></c><c t="str"><f>A2</f><v>丁_x000D_</v></c></row></sheetData>',
      ],
    })
    expect(cells(workbook)).toEqual([
      [],
      [
        { text: '项目名称', kind: 'text' },
        undefined,
        { text: '甲乙', kind: 'text' },
        { text: '丙', kind: 'text' },
        { text: '丁\r', kind: 'text', computed: true },
      ],
    ])
  })

  it.each([
    ['0.1', '0.1'],
    ['0.30000000000000004', '0.3'],
    ['3.2000000000000002', '3.2'],
    ['1E-3', '0.001'],
    ['-2.5e-3', '-0.0025'],
    ['1.2E+20', '120000000000000000000'],
    ['1.25E+22', '12500000000000000000000'],
    ['115.4', '115.4'],
  ])('reads the stored number %s as %s', async (stored, text) => {
    const workbook = await read({ sheets: [`<sheetData><row><c><v>${stored}</v></c></row></sheetData>`] })
    expect(cells(workbook)[0]).toEqual([{ text, kind: 'number' }])
  })

  const styles =
    '<numFmts><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/><numFmt numFmtId="177" formatCode="[Red]#,##0.00&quot;day&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="176"/><xf numFmtId="177"/><xf numFmtId="10"/></cellXfs>'
  const styled = (style: number, value: string) => `<c s="${style}"><v>${value}</v></c>`

  it('tells dates and percentages by number format', async () => {
    const row = [
      styled(0, '43982'),
      styled(1, '43982'),
      styled(2, '43982.75'),
      styled(3, '1'),
      styled(4, '0.853'),
    ]
    const workbook = await read({ styles, sheets: [`<sheetData><row>${row.join('')}</row></sheetData>`] })
    expect(cells(workbook)[0]).toEqual([
      { text: '43982', kind: 'number' },
      { text: '2020-05-31', kind: 'date' },
      { text: '2020-05-31', kind: 'date' },
      { text: '1', kind: 'number' },
      { text: '0.853', kind: 'number', percent: true },
    ])
  })

  it.each([
    [false, '1', '1900-01-01'],
    [false, '59', '1900-02-28'],
    [false, '61', '1900-03-01'],
    [false, '2958465', '9999-12-31'],
    [true, '0', '1904-01-01'],
    [true, '42520', '2020-05-31'],
  ])('counts days from the right start (1904: %s, %s)', async (date1904, serial, day) => {
    const sheets = [`<sheetData><row>${styled(1, serial)}</row></sheetData>`]
    expect(cells(await read({ styles, sheets, date1904 }))[0]).toEqual([{ text: day, kind: 'date' }])
  })

  it.each(['0', '60', '2958466', '-1'])('leaves %s a number: no such day', async serial => {
    const sheets = [`<sheetData><row>${styled(1, serial)}</row></sheetData>`]
    expect(cells(await read({ styles, sheets }))[0]).toEqual([{ text: serial, kind: 'number' }])
  })

  it('marks cached formula values, errors, and formulas that were never calculated', async () => {
    const workbook = await read({
      sheets: [
        '<sheetData><row><c><f>1+1</f><v>2</v></c><c t="e"><f>1/0</f><v>#DIV/0!</v></c><c><f>A1</f><v></v></c><c t="str"><f>""</f><v></v></c><c t="b"><v>1</v></c></row></sheetData>',
      ],
    })
    expect(cells(workbook)[0]).toEqual([
      { text: '2', kind: 'number', computed: true },
      { text: '#DIV/0!', kind: 'error', computed: true },
      { text: '#NOT-CALCULATED', kind: 'error', computed: true },
      undefined,
      { text: 'TRUE', kind: 'boolean' },
    ])
  })

  it('collects merges and hidden sheets, and ignores formatting far out', async () => {
    const workbook = await read({
      states: ['', 'veryHidden'],
      sheets: [
        '<dimension ref="A1:XFD1048576"/><sheetData><row r="1"><c r="A1"><v>1</v></c><c r="XFD1" s="1"/></row><row r="1048576"><c r="A1048576" s="1"/></row></sheetData><mergeCells><mergeCell ref="A1:XFD1"/></mergeCells>',
        '<sheetData><row><c><v>2</v></c></row></sheetData>',
      ],
    })
    expect(workbook.sheets[0]).toEqual({
      name: '表1',
      rows: [[{ text: '1', kind: 'number' }]],
      merges: [{ top: 1, left: 1, bottom: 1, right: 16384 }],
    })
    expect(workbook.sheets[1]?.hidden).toBe(true)
  })

  it('reads what a common writer writes', async () => {
    const book = new ExcelJS.Workbook()
    const sheet = book.addWorksheet('清单')
    sheet.addRow(['项目名称', '总投资(万元)'])
    sheet.addRow(['城区供水工程', 1234.56])
    sheet.mergeCells('A3:B4')
    sheet.getCell('A3').value = '备注'
    const bytes = new Uint8Array(await book.xlsx.writeBuffer())
    const read = must(unwrap(await readWorkbook(bytes, 'x.xlsx')).sheets[0], 'the sheet')
    expect(read.name).toBe('清单')
    expect(read.rows[1]?.map(cell => cell?.text)).toEqual(['城区供水工程', '1234.56'])
    expect(read.merges).toEqual([{ top: 3, left: 1, bottom: 4, right: 2 }])
  })
})

describe('limits, at the value and one beyond', () => {
  const code = async (parts: XlsxParts, limits: Partial<typeof READ_LIMITS>) => {
    const result = await readWorkbook(xlsx(parts), 'x.xlsx', { ...READ_LIMITS, ...limits })
    return result.ok ? 'ok' : result.error
  }
  const at = (ref: string, value = '1') => ({
    sheets: [
      `<sheetData><row r="${ref.replace(/\D/g, '')}"><c r="${ref}"><v>${value}</v></c></row></sheetData>`,
    ],
  })
  const merged = (ref: string) => ({
    sheets: [
      `<sheetData><row><c><v>1</v></c></row></sheetData><mergeCells><mergeCell ref="${ref}"/></mergeCells>`,
    ],
  })

  it.each([
    [
      'rows',
      at('B5'),
      { rows: 5 },
      at('B6'),
      { code: 'sheet.too-many-rows', params: { sheet: '表1', row: 6, column: 2, limit: 5, found: 6 } },
    ],
    [
      'columns',
      at('C1'),
      { columns: 3 },
      at('D1'),
      { code: 'sheet.too-many-columns', params: { sheet: '表1', row: 1, column: 4, limit: 3, found: 4 } },
    ],
    [
      'text',
      at('A1', '123'),
      { textLength: 3 },
      at('A1', '1234'),
      { code: 'sheet.text-too-long', params: { sheet: '表1', row: 1, column: 1, limit: 3, found: 4 } },
    ],
    [
      'merges',
      merged('A1:C2'),
      { mergedCells: 6 },
      merged('A1:G1'),
      { code: 'sheet.merge-too-large', params: { sheet: '表1', row: 1, column: 1, limit: 6, found: 7 } },
    ],
    [
      'sheets',
      { sheets: ['<sheetData><row><c><v>1</v></c></row></sheetData>'] },
      { sheets: 1 },
      { sheets: ['', ''] },
      { code: 'file.too-many-sheets', params: { limit: 1, found: 2 } },
    ],
  ] as const)('%s', async (_, inside, limits, beyond, fault) => {
    expect(await code(inside, limits)).toBe('ok')
    expect(await code(beyond, limits)).toEqual(fault)
  })
})
