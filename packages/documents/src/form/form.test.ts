import ExcelJS from 'exceljs'
import { unzipSync } from 'fflate'
import { beforeAll, describe, expect, test } from 'vitest'
import { parseAddress, parseRange } from './address.ts'
import { type FormCell, fillForm } from './fill.ts'
import { scanSheet } from './scan.ts'
import { spliceCells } from './splice.ts'

let form: Uint8Array
beforeAll(async () => {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('附表1')
  sheet.getCell('A1').value = '固定资产投资调度表'
  sheet.mergeCells('A1:D1')
  sheet.getCell('B3').numFmt = '#,##0.00'
  sheet.getCell('B3').fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFEE00' } }
  sheet.getCell('B3').value = 1
  sheet.getCell('B4').value = 2
  sheet.getCell('B5').value = { formula: 'SUM(B3:B4)', result: 3 }
  sheet.mergeCells('C3:D4')
  sheet.getColumn(2).width = 31
  book.definedNames.add("'附表1'!$B$4", '累计完成')
  book.addWorksheet("it's")
  form = new Uint8Array(await book.xlsx.writeBuffer())
})

async function opened(bytes: Uint8Array) {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(bytes.buffer as ArrayBuffer)
  return book
}
async function filled(...cells: FormCell[]) {
  const result = fillForm(form, cells)
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}

describe('a form is filled', () => {
  test('at an address, and the cell keeps its format', async () => {
    const book = await opened(await filled({ sheet: '附表1', cell: 'B3', value: 8123.45 }))
    const cell = book.getWorksheet('附表1')?.getCell('B3')
    expect(cell?.value).toBe(8123.45)
    expect([cell?.numFmt, cell?.fill]).toEqual([
      '#,##0.00',
      expect.objectContaining({ fgColor: { argb: 'FFFFEE00' } }),
    ])
  })

  test('at a name that the file defines, in the first sheet, in new rows and before and behind known cells', async () => {
    const bytes = await filled(
      { cell: '累计完成', value: 7 },
      { cell: 'a3', value: '嘉峪关市 <A&B>' },
      { cell: 'AA3', value: 5 },
      { cell: 'B2', value: 0 },
      { cell: 'C99', value: '末行' },
      { sheet: "it's", cell: 'B2', value: 12 },
    )
    const book = await opened(bytes)
    const at = (cell: string, sheet = '附表1') => book.getWorksheet(sheet)?.getCell(cell).value
    expect(['B4', 'A3', 'AA3', 'B2', 'C99'].map(cell => at(cell))).toEqual([
      7,
      '嘉峪关市 <A&B>',
      5,
      0,
      '末行',
    ])
    expect(at('B2', "it's")).toBe(12)
    expect(at('A1')).toBe('固定资产投资调度表')
  })

  test('inside a merge at its first cell', async () => {
    const book = await opened(await filled({ sheet: '附表1', cell: 'D4', value: 3 }))
    expect(book.getWorksheet('附表1')?.getCell('C3').value).toBe(3)
  })

  test('and nothing else changes: every other part byte for byte, the sheet but for the cell', async () => {
    const before = unzipSync(form)
    const after = unzipSync(await filled({ sheet: '附表1', cell: 'B3', value: 9 }))
    const differ = Object.keys(before).filter(
      path => Buffer.compare(before[path] ?? Buffer.of(), after[path] ?? Buffer.of()) !== 0,
    )
    expect(differ.sort()).toEqual(['xl/workbook.xml', 'xl/worksheets/sheet1.xml'])
    const text = (files: typeof before) => Buffer.from(files['xl/worksheets/sheet1.xml'] ?? []).toString()
    expect(text(after)).toBe(text(before).replace(/(<c r="B3" s="\d+"><v>)1</, '$19<'))
  })

  test('and its own formulas are reckoned anew when it is opened', async () => {
    const workbook = Buffer.from(
      unzipSync(await filled({ cell: 'B3', value: 9 }))['xl/workbook.xml'] ?? [],
    ).toString()
    expect(workbook.match(/fullCalcOnLoad="1"/g)).toHaveLength(1)
  })

  test('the same values give the same bytes', async () => {
    const cell = { cell: 'B3', value: 9 }
    expect(Buffer.compare(await filled(cell), await filled(cell))).toBe(0)
  })
})

test.each([
  ['form.no-sheet', { sheet: '附表9', cell: 'B3', value: 1 }],
  ['form.no-cell', { sheet: '附表1', cell: '没有这个名', value: 1 }],
  ['form.no-cell', { sheet: '附表1', cell: 'B0', value: 1 }],
  ['form.formula', { sheet: '附表1', cell: 'B5', value: 1 }],
])('%s is told and nothing is written', (code, cell) => {
  expect(fillForm(form, [{ cell: 'B3', value: 1 }, cell])).toMatchObject({ ok: false, error: { code } })
})

test('what is no workbook is unreadable', () => {
  expect(fillForm(new Uint8Array([1, 2, 3]), [{ cell: 'A1', value: 1 }])).toMatchObject({
    ok: false,
    error: { code: 'form.unreadable' },
  })
})

test('an empty sheet, a row that closes itself, and tags with a prefix', () => {
  const cells = [{ at: { row: 2, column: 2 }, value: 5 }]
  const inside = (xml: string) => spliceCells(xml, cells).xml
  expect(inside('<worksheet><sheetData/></worksheet>')).toBe(
    '<worksheet><sheetData><row r="2"><c r="B2"><v>5</v></c></row></sheetData></worksheet>',
  )
  expect(inside('<w><sheetData><row r="2" ht="9"/></sheetData></w>')).toBe(
    '<w><sheetData><row r="2" ht="9"><c r="B2"><v>5</v></c></row></sheetData></w>',
  )
  expect(inside('<x:w><x:sheetData><x:row r="3"/></x:sheetData></x:w>')).toBe(
    '<x:w><x:sheetData><x:row r="2"><x:c r="B2"><x:v>5</x:v></x:c></x:row><x:row r="3"/></x:sheetData></x:w>',
  )
})

test('a document type is refused', () => {
  expect(() => scanSheet('<!DOCTYPE w [<!ENTITY a "b">]><w/>')).toThrow('document type')
})

test.each([
  ['B5', { row: 5, column: 2 }],
  ['$XFD$1048576', { row: 1_048_576, column: 16_384 }],
  ['A0', undefined],
  ['5B', undefined],
  ['', undefined],
])('the address %s', (text, at) => {
  expect(parseAddress(text)).toEqual(at)
})

test('a range of one cell and of several', () => {
  expect(parseRange('B5')).toEqual({ from: { row: 5, column: 2 }, to: { row: 5, column: 2 } })
  expect(parseRange('B5:C7')?.to).toEqual({ row: 7, column: 3 })
  expect(parseRange('B5:?')).toBeUndefined()
})
