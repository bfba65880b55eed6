import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import { writeDocument } from './document.ts'
import type { DocumentModel } from './model.ts'
import { numberCell, sumsTo } from './number-cell.ts'
import { sampleDocument, sampleTable } from './sample.ts'
import { partsOf } from './testing.ts'

const model: DocumentModel = {
  ...sampleDocument,
  annexes: [{ title: '附表', blocks: [{ kind: 'table', table: { ...sampleTable(30), caption: '' } }] }],
}
const tables = [...model.blocks, ...model.annexes.flatMap(annex => annex.blocks)].flatMap(block =>
  block.kind === 'table' ? [block.table.rows.map(row => [...row])] : [],
)

/** The body rows of each table of a .docx. */
async function ofDocx(): Promise<string[][][]> {
  const xml = partsOf(await writeDocument(model, 'docx'))['word/document.xml'] ?? ''
  return [...xml.matchAll(/<w:tbl>.*?<\/w:tbl>/gs)].map(([table]) =>
    [...table.matchAll(/<w:tr>.*?<\/w:tr>/gs)]
      .slice(1)
      .map(([row]) =>
        [...row.matchAll(/<w:tc>.*?<\/w:tc>/gs)].map(([cell]) =>
          [...cell.matchAll(/<w:t [^>]*>([^<]*)/g)].map(([, text]) => text).join(''),
        ),
      ),
  )
}

async function workbook(of: DocumentModel = model): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(Buffer.from(await writeDocument(of, 'xlsx')) as never)
  return book
}

/** What a sheet shows of a cell: a number by its format, a formula by its kept result. */
function shown(cell: ExcelJS.Cell): string {
  const value =
    typeof cell.value === 'object' && cell.value && 'result' in cell.value ? cell.result : cell.value
  if (typeof value !== 'number') return String(value ?? '')
  const [, decimals = ''] = /0\.?(0*)%?$/.exec(cell.numFmt) ?? []
  const percent = cell.numFmt.endsWith('%')
  const text = (percent ? value * 100 : value).toFixed(decimals.length) + (percent ? '%' : '')
  return cell.numFmt.startsWith('#,##0') ? text.replace(/\B(?=(\d{3})+(?!\d)(?=.*\.))/g, ',') : text
}

describe('the same document', () => {
  it('has the same tables in .docx and .xlsx, to the letter', async () => {
    expect(await ofDocx()).toEqual(tables)
    const sheets = (await workbook()).worksheets.slice(1)
    const rows = sheets.map((sheet, t) =>
      (tables[t] ?? []).map((row, r) => row.map((_, c) => shown(sheet.getCell(r + 4, c + 1)))),
    )
    expect(rows).toEqual(tables)
  })

  it('gives the same bytes of each format each time', async () => {
    for (const format of ['docx', 'xlsx', 'pdf'] as const)
      expect(await writeDocument(model, format)).toEqual(await writeDocument(model, format))
  })

  it('is a PDF with its own dates and the fonts inside', async () => {
    const pdf = Buffer.from(await writeDocument(model, 'pdf')).toString('latin1')
    expect(pdf.slice(0, 5)).toBe('%PDF-')
    expect(pdf).toContain('20200531')
    expect(pdf).toMatch(/FontFile/)
    expect(pdf).toMatch(/NotoSerifSC/)
  })

  it('is set whatever its texts hold', async () => {
    const text = '#let x = 1 $a$ *b* _c_ @d <e> \\ "f" {g} [h] ①〔〕\u0000'
    for (const layout of ['official', 'brief', 'sheet'] as const) {
      const blocks = [...model.blocks, { kind: 'paragraph', text } as const]
      const odd = { ...model, layout, mark: text, title: [text], to: text, copyTo: text, blocks }
      for (const format of ['docx', 'xlsx', 'pdf'] as const)
        expect((await writeDocument(odd, format)).length).toBeGreaterThan(1000)
    }
  })
})

describe('a workbook of a document', () => {
  it('keeps numbers as numbers, totals as formulas where the rows sum to them, on A4', async () => {
    const table = {
      ...sampleTable(0),
      columns: [
        { title: '单位', align: 'left', width: 2 },
        { title: '完成', align: 'right', width: 1 },
        { title: '不重复', align: 'right', width: 1 },
      ] as const,
      rows: [
        ['甲', '0.10', '3'],
        ['乙', '0.20', '—'],
        ['合计', '0.30', '2'],
      ],
      strong: [2],
    }
    const [, sheet] = (await workbook({ ...model, blocks: [{ kind: 'table', table }], annexes: [] }))
      .worksheets
    expect(sheet?.getCell('B4').value).toBe(0.1)
    expect(sheet?.getCell('B6').value).toEqual({ formula: 'SUM(B4:B5)', result: 0.3 })
    expect(sheet?.getCell('C6').value).toBe(2)
    expect(sheet?.getCell('C5').value).toBe('—')
    expect(sheet?.pageSetup).toMatchObject({ paperSize: 9, fitToWidth: 1, printTitlesRow: '3:3' })
  })

  it.each([
    ['1,234.50', { value: 1234.5, decimals: 2, percent: false }],
    ['-3', { value: -3, decimals: 0, percent: false }],
    ['37.6%', { value: 0.376, decimals: 1, percent: true }],
    ['007', undefined],
    ['—', undefined],
    ['1,23', undefined],
    ['1234567890123456', undefined],
  ])('reads %s', (text, cell) => {
    expect(numberCell(text)).toEqual(cell)
  })

  it('compares sums exactly', () => {
    expect(sumsTo(['0.1', '0.2'], '0.3')).toBe(true)
    expect(sumsTo(['1', '—', ''], '1')).toBe(true)
    expect(sumsTo(['1', '1'], '3')).toBe(false)
    expect(sumsTo(['10%', '20%'], '30%')).toBe(false)
  })
})
