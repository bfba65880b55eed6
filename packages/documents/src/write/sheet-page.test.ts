import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import { writeDocument } from './document.ts'
import { sampleDocument, sampleTable } from './sample.ts'
import { sampleProjectTable } from './sample-table.ts'
import { rowHeight } from './sheet-page.ts'
import { writeProjectTable } from './xlsx.ts'

async function opened(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(Buffer.from(bytes) as never)
  return book
}
/** Units of all columns. */
const unitsOf = (sheet: ExcelJS.Worksheet | undefined) =>
  (sheet?.columns ?? []).reduce((sum, column) => sum + (column.width ?? 0), 0)

describe('the height of a row', () => {
  it.each([
    ['甲'.repeat(9), 18.5, 22],
    ['甲'.repeat(10), 18.5, 36],
    ['甲\n乙\n丙', 18.5, 50],
    ['', 18.5, 22],
    ['甲'.repeat(5000), 18.5, 400],
  ])('holds %s in %d units', (text, units, points) => {
    expect(rowHeight([{ text, units }])).toBe(points)
  })
})

describe('a sheet on paper', () => {
  it('takes A4, and A3 for a list so wide that A4 would make it unreadable', async () => {
    const [narrow] = (await opened(await writeProjectTable(sampleProjectTable))).worksheets
    expect(narrow?.pageSetup.paperSize).toBe(9)
    const more = Array.from(
      { length: 6 },
      (_, i) => ({ id: `t${i}`, header: `列${i}`, type: 'text' }) as const,
    )
    const columns = [...sampleProjectTable.columns, ...more]
    const rows = sampleProjectTable.rows.map(row => [...row, ...more.map(() => null)])
    const [wide] = (await opened(await writeProjectTable({ ...sampleProjectTable, columns, rows })))
      .worksheets
    expect(wide?.pageSetup.paperSize).toBe(8)
  })

  it('has its words in a column that fits the page, and tables that fill it', async () => {
    const book = await opened(await writeDocument(sampleDocument, 'xlsx'))
    const [words, table] = book.worksheets
    expect(unitsOf(words)).toBeLessThanOrEqual(90)
    expect(unitsOf(table)).toBeCloseTo(136, 0)
    expect(table?.pageSetup.orientation).toBe('landscape')
    const [upright] = (
      await opened(
        await writeDocument(
          {
            ...sampleDocument,
            layout: 'sheet',
            annexes: [],
            blocks: [
              {
                kind: 'table',
                table: { ...sampleTable(0), columns: sampleTable(0).columns.slice(0, 6), rows: [] },
              },
            ],
          },
          'xlsx',
        ),
      )
    ).worksheets
    expect(upright?.pageSetup.orientation).toBe('portrait')
    expect(unitsOf(upright)).toBeCloseTo(90, 0)
  })

  it('keeps heads and the name of each row in view', async () => {
    const book = await opened(await writeDocument(sampleDocument, 'xlsx'))
    expect(book.worksheets[1]?.views[0]).toMatchObject({ state: 'frozen', xSplit: 2, ySplit: 3 })
  })

  it('names the annexes among its words', async () => {
    const book = await opened(await writeDocument(sampleDocument, 'xlsx'))
    const texts: string[] = []
    book.worksheets[0]?.eachRow(row => texts.push(String(row.getCell(1).value)))
    expect(texts).toContain('　　附件：1. 重点项目进度情况表')
    expect(texts).toContain('　　　　　2. 亮红灯项目清单')
  })
})
