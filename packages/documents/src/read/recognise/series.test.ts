import { parsePeriod } from '@guatu/kernel'
import { describe, expect, it, test } from 'vitest'
import type { Cell, Merge, Sheet } from '../grid.ts'
import { PROJECT_FIELDS } from './fields.ts'
import type { Mapping } from './mapping.ts'
import type { FieldSpec, Recognition } from './model.ts'
import { recognise } from './recognise.ts'

const cell = (value: string | number): Cell | undefined =>
  value === '' ? undefined : { text: String(value), kind: typeof value === 'number' ? 'number' : 'text' }
const sheet = (rows: readonly (readonly (string | number)[])[], merges: readonly Merge[] = []): Sheet => ({
  name: '表',
  rows: rows.map(row => row.map(cell)),
  merges,
})

const FAI: readonly FieldSpec[] = [
  { id: 'fai.amount', type: 'money', names: ['固定资产投资', '固定资产投资完成额累计值', 'investment'] },
  { id: 'fai.growth', type: 'rate', names: ['固定资产投资增速', '固定资产投资完成额累计同比', 'growth'] },
]
const read = (
  rows: readonly (readonly (string | number)[])[],
  mapping: Mapping = {},
  merges?: readonly Merge[],
) => recognise(sheet(rows, merges), PROJECT_FIELDS, mapping, FAI)
const values = (recognition: Recognition) =>
  recognition.rows
    .filter(row => row.kind === 'data')
    .map(row =>
      Object.fromEntries(
        Object.entries(row.values).map(([field, value]) => [
          field,
          value.ok ? value.value.value : value.error.code,
        ]),
      ),
    )

test.each([
  [cell('2025-03'), '2025-03'],
  [cell('2025年3月'), '2025-03'],
  [cell('2025年1-3月'), '2025-03'],
  [cell('202503'), '2025-03'],
  [cell('2025Q1'), '2025-Q1'],
  [cell('2025年一季度'), '2025-Q1'],
  [cell('2025年上半年'), '2025-H1'],
  [cell('2025年'), '2025'],
  [cell('2025年2-3月'), undefined],
  [cell('共3个'), undefined],
  [{ text: '2025-03-31', kind: 'date' } as const, '2025-03'],
  // 45717 days after 1899-12-30
  [cell(45717), '2025-03'],
])('%o names the period %s', (given, period) => expect(given && parsePeriod(given)).toBe(period))

describe('a table of periods', () => {
  it('gives each row its period and each column its indicator, whichever comes first', () => {
    const recognition = read([
      ['XX县固定资产投资'],
      ['日期', '固定资产投资(亿元)', '固定资产投资增速(%)'],
      ['2025年3月', 12.5, 4.2],
      ['2025年2月', 8, -1.5],
      ['2024年12月', 40, ''],
    ])
    expect(recognition.holds).toBe('reported')
    expect(recognition.headerRows).toEqual([2])
    expect(values(recognition)).toEqual([
      { period: '2025-03', 'fai.amount': 125_000_000_000, 'fai.growth': { n: 42, d: 1000 } },
      { period: '2025-02', 'fai.amount': 80_000_000_000, 'fai.growth': { n: -15, d: 1000 } },
      { period: '2024-12', 'fai.amount': 400_000_000_000 },
    ])
  })

  it('takes units from a row of their own, and rows of codes and sources for no names', () => {
    const recognition = read([
      ['指标名称', '固定资产投资完成额:累计值', '固定资产投资完成额:累计同比'],
      ['指标ID', 'M01', 'M02'],
      ['频率', '月', '月'],
      ['单位', '万元', '%'],
      [45717, 12, 4],
      [45689, 8, 5],
      [45657, 40, 6],
      ['数据来源：统计局'],
    ])
    expect(recognition.columns.map(one => [one.field, one.unit])).toEqual([
      ['period', undefined],
      ['fai.amount', '万元'],
      ['fai.growth', '%'],
    ])
    expect(values(recognition).map(one => [one.period, one['fai.amount']])).toEqual([
      ['2025-03', 12_000_000],
      ['2025-02', 8_000_000],
      ['2024-12', 40_000_000],
    ])
    expect(recognition.rows.at(-1)?.kind).toBe('note')
  })

  it('joins a merged head with what stands below it', () => {
    const recognition = read(
      [
        ['期', '固定资产投资', ''],
        ['', '完成额累计值(亿元)', '完成额累计同比(%)'],
        ['2025-01', 1, 2],
        ['2025-02', 3, 4],
        ['2025-03', 5, 6],
      ],
      {},
      [
        { top: 1, left: 1, bottom: 2, right: 1 },
        { top: 1, left: 2, bottom: 1, right: 3 },
      ],
    )
    expect(recognition.columns.map(one => one.field)).toEqual(['period', 'fai.amount', 'fai.growth'])
  })

  it('reads English heads, and takes what a saved mapping says before what it would guess', () => {
    const recognition = read(
      [
        ['Month', 'Total', 'Growth'],
        ['2025-01', '1.5', '3%'],
        ['2025-02', '2', '4%'],
        ['2025-03', '3', '5%'],
      ],
      { columns: [{ header: 'Total', field: 'fai.amount', unit: '亿元' }] },
    )
    expect(values(recognition)[0]).toEqual({
      period: '2025-01',
      'fai.amount': 15_000_000_000,
      'fai.growth': { n: 3, d: 100 },
    })
  })

  it('takes every column as it stands where no indicators are known', () => {
    const rows = [
      ['月份', '甲', '乙', '备注'],
      ['2025-01', 1.5, '', '初步'],
      ['2025-02', 2, 3, ''],
      ['2025-03', 4, 5, ''],
    ]
    expect(values(recognise(sheet(rows), PROJECT_FIELDS))).toEqual([
      { period: '2025-01', 甲: '1.5' },
      { period: '2025-02', 甲: '2', 乙: '3' },
      { period: '2025-03', 甲: '4', 乙: '5' },
    ])
  })

  it('tells a figure for no readable period as bad and leaves a total out', () => {
    const recognition = read([
      ['日期', '固定资产投资(亿元)'],
      ['2025-01', 1],
      ['2025-02', 2],
      ['2025-03', 3],
      ['本月', 4],
      ['合计', 10],
    ])
    expect(recognition.rows.slice(-2).map(row => row.kind)).toEqual(['data', 'subtotal'])
    expect(values(recognition).at(-1)?.period).toBe('cell.not-a-day')
  })
})

describe('a table of projects stays one', () => {
  it('that has a column of months', () => {
    const rows = [
      ['月份', '项目名称', '本月完成投资(万元)'],
      ['2025-01', '甲', 1],
      ['2025-02', '甲', 2],
      ['2025-03', '甲', 3],
    ]
    expect(read(rows).holds).toBe('projects')
  })
  it('without names but with dates and serial numbers only', () => {
    const rows = [
      ['序号', '任务', '开始', '结束'],
      [1, '一', '2025-01-01', '2025-02-01'],
      [2, '二', '2025-01-02', '2025-02-01'],
      [3, '三', '2025-01-03', '2025-02-01'],
    ]
    expect(read(rows).holds).toBe('projects')
  })
  it('where the user says so', () => {
    const rows = [
      ['日期', '数'],
      ['2025-01', 1],
      ['2025-02', 2],
      ['2025-03', 3],
    ]
    expect(read(rows, { holds: 'projects' }).holds).toBe('projects')
    expect(read(rows).holds).toBe('reported')
  })
})
