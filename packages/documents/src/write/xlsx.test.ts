import { describe, expect, it } from 'vitest'
import type { ProjectTable } from './project-table.ts'
import { sampleProjectTable } from './sample-table.ts'
import { amountIn, sheetValue } from './sheet-value.ts'
import { partsOf } from './testing.ts'
import { writeProjectTable } from './xlsx.ts'

const parts = async (change: Partial<ProjectTable> = {}) =>
  partsOf(await writeProjectTable({ ...sampleProjectTable, ...change }))
const sheetOf = async (change: Partial<ProjectTable> = {}) =>
  (await parts(change))['xl/worksheets/sheet1.xml'] ?? ''
/** Inner XML of a cell. */
const cellOf = (sheet: string, at: string) =>
  new RegExp(`<c r="${at}"[^>]*?(?:/>|>(.*?)</c>)`).exec(sheet)?.[1] ?? ''

const money = (unit: '万元' | '亿元') => ({ id: 'm', header: '投资', type: 'money', unit }) as const

describe('amounts', () => {
  it.each([
    [1, '万元', '0.000001'],
    [123_456_789, '万元', '123.456789'],
    [-50_000_000, '万元', '-50'],
    [999_999_999_999_999, '万元', '999999999.999999'],
    [25_0000_0000, '亿元', '0.25'],
    [999_999_999_999_999, '亿元', '99999.9999999999'],
  ] as const)('%d 分 is in %s exactly %s', (minor, unit, text) => {
    expect(String(amountIn(minor, money(unit)))).toBe(text)
  })

  it('of 16 digits are refused: a sheet would keep another', () => {
    expect(() => amountIn(1e15, money('万元'))).toThrow(RangeError)
    expect(() => amountIn(1.5, money('万元'))).toThrow(RangeError)
  })
})

describe('days', () => {
  const day = { id: 'd', header: '日', type: 'day' } as const
  it.each([
    ['1900-03-01', 61],
    ['2020-05-31', 43982],
    ['1900-02-28', '1900-02-28'],
    ['2020-02-30', '2020-02-30'],
  ])('%s is stored as %s', (text, stored) => expect(sheetValue(text, day)).toBe(stored))
})

describe('the sheet', () => {
  it('says title, note and where its figures stand, then the header', async () => {
    const shared = (await parts())['xl/sharedStrings.xml'] ?? ''
    const texts = [...shared.matchAll(/<t[^>]*>([^<]*)<\/t>/g)].map(match => match[1])
    expect(texts.slice(0, 9)).toEqual([
      '示范县2020年重点项目进展情况表',
      '口径：调度口径',
      '数据截至2020年5月31日　台账序号128　示例数据',
      '序号',
      '项目名称',
      '项目代码',
      '责任单位',
      '总投资\n（亿元）',
      '2020年投资',
    ])
    expect(shared).toContain('①号标准化厂房（A&amp;B区）&lt;二期&gt;')
  })

  it('groups its header over two rows, else has one', async () => {
    const sheet = await sheetOf()
    for (const merge of ['F4:H4', 'A4:A5', 'I4:I5']) expect(sheet).toContain(`<mergeCell ref="${merge}"/>`)
    expect(sheet).toMatch(/xSplit="2" ySplit="5"[^>]*state="frozen"/)
    const flat = await sheetOf({ columns: sampleProjectTable.columns.map(({ group: _, ...rest }) => rest) })
    expect(flat).toMatch(/xSplit="2" ySplit="4"/)
    expect(flat).not.toContain('ref="A4:A5"')
  })

  it('freezes up to the name and writes the total under it, wherever it stands', async () => {
    const order = [2, 0, 1, 4]
    const pick = <T>(values: readonly T[]) => order.flatMap(i => values[i] ?? [])
    const columns = pick(sampleProjectTable.columns)
    const rows = sampleProjectTable.rows.slice(0, 1).map(row => order.map(i => row[i] ?? null))
    const sheet = await sheetOf({ columns, rows })
    expect(sheet).toMatch(/xSplit="3" ySplit="4"/)
    expect(cellOf(sheet, 'A6')).toBe('')
    expect(cellOf(sheet, 'C6')).not.toBe('')
  })

  it('sums its money columns in formulas with stored values', async () => {
    const sheet = await sheetOf()
    expect(cellOf(sheet, 'E8')).toBe('<f>SUM(E6:E7)</f><v>362</v>')
    expect(cellOf(sheet, 'G8')).toBe('<f>SUM(G6:G7)</f><v>45150.000001</v>')
    expect(cellOf(sheet, 'H8')).toBe('')
  })

  it('has no total where none is asked for or nothing is to be summed', async () => {
    expect(await sheetOf({ totals: false })).not.toContain('<f>')
    expect(await sheetOf({ rows: [] })).not.toContain('<f>')
  })

  it('tells not reported from 0', async () => {
    const sheet = await sheetOf()
    expect(cellOf(sheet, 'F7')).toBe('<v>0</v>')
    expect(cellOf(sheet, 'G7')).toBe('')
  })

  it('prints on A4 landscape, one page wide, with the header repeated', async () => {
    const all = await parts()
    expect(all['xl/worksheets/sheet1.xml']).toContain(
      '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>',
    )
    expect(all['xl/workbook.xml']).toContain('!$4:$5</definedName>')
  })

  it('takes any name', async () => {
    const book = (await parts({ sheetName: `[a]:*?/\\'${'长'.repeat(40)}` }))['xl/workbook.xml']
    expect(/<sheet [^>]*name="([^"]*)"/.exec(book ?? '')?.[1]).toBe(`a       ${'长'.repeat(23)}`)
    expect((await parts({ sheetName: '' }))['xl/workbook.xml']).toContain('name="项目表"')
  })

  it('refuses text where a figure belongs', async () => {
    const columns = [money('万元')]
    await expect(writeProjectTable({ ...sampleProjectTable, columns, rows: [['12']] })).rejects.toThrow(
      TypeError,
    )
  })
})
