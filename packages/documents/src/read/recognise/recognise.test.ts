import { describe, expect, it } from 'vitest'
import { sheetOf } from '../testing/sheet.ts'
import { PROJECT_FIELDS } from './fields.ts'
import type { Mapping } from './mapping.ts'
import type { Recognition } from './model.ts'
import { recognise } from './recognise.ts'

const values = (recognition: Recognition, row: number) =>
  Object.fromEntries(
    Object.entries(recognition.rows.find(r => r.row === row)?.values ?? {}).map(([field, value]) => [
      field,
      value.ok ? value.value.value : value.error.code,
    ]),
  )
const kinds = (recognition: Recognition) => recognition.rows.map(row => row.kind).join(' ')
const fieldsOf = (recognition: Recognition) =>
  Object.fromEntries(recognition.columns.flatMap(c => (c.field ? [[c.field, c.column]] : [])))

/** The kind of table a county sends: title, unit, two merged header rows, headings, subtotals, a note. */
const county = (grandTotal: number = 6.6) =>
  sheetOf(
    [
      ['XX县2020年重点项目1-5月进展情况表'],
      ['填报单位:县发改局', null, null, null, null, null, null, '单位:亿元'],
      ['序号', '项目名称', '项目代码', '责任单位', '投资(亿元)', null, null, '是否开工', '竣工时间'],
      [null, null, null, null, '总投资', '2020年计划投资', '1-5月完成投资'],
      ['合计', null, null, null, grandTotal, 3.1, 1.27],
      ['一', '续建项目(2个)', null, null, 3.6, 2.1, 0.9],
      [1, '城区供水工程', '2603-141124-89-05-346948', '水利局', '1.2亿', 1.1, 0.5, '是', '2021年6月'],
      [2, '县医院迁建项目', null, '卫健局', 2.4, 1, 0.4, '已开工', '2020.12.30'],
      ['二', '新建项目(2个)'],
      [3, '污水处理厂二期', '2601-140100-89-01-123456', '住建局', 3, 1, '3700万元', '否', '43982'],
      ['注:数据截至5月底'],
    ],
    ['A1:I1', 'A3:A4', 'B3:B4', 'C3:C4', 'D3:D4', 'E3:G3', 'H3:H4', 'I3:I4', 'A5:D5', 'A11:I11'],
  )

describe('a county table', () => {
  const recognition = recognise(county(), PROJECT_FIELDS)

  it('tells every row apart', () => {
    expect(kinds(recognition)).toBe('title note header header subtotal section data data section data note')
    expect(recognition.headerRows).toEqual([3, 4])
  })

  it('joins the header path and finds fields, units, measure and months', () => {
    expect(fieldsOf(recognition)).toEqual({
      'project-name': 2,
      'project-code': 3,
      'lead-unit': 4,
      'total-invest': 5,
      'annual-plan': 6,
      'invest-ytd': 7,
      stage: 8,
      'completed-on': 9,
    })
    expect(recognition.columns[6]).toEqual({
      column: 7,
      header: '投资(亿元)/1-5月完成投资',
      field: 'invest-ytd',
      confidence: expect.any(Number),
      unit: '亿元',
      unitFrom: 'header',
      measure: 'year-to-date',
      months: { from: 1, to: 5 },
    })
    expect(recognition.columns[0]?.serial).toBe(true)
  })

  it('reads amounts to 分, words to ids, days with what they are known to', () => {
    expect(values(recognition, 7)).toEqual({
      'project-name': '城区供水工程',
      'project-code': '2603-141124-89-05-346948',
      'lead-unit': '水利局',
      'total-invest': 12_000_000_000,
      'annual-plan': 11_000_000_000,
      'invest-ytd': 5_000_000_000,
      stage: 'started',
      'completed-on': '2021-06-30',
      nature: 'continuing',
    })
    expect(values(recognition, 10)).toMatchObject({
      'invest-ytd': 3_700_000_000,
      stage: 'prepare',
      'completed-on': '2020-05-31',
      nature: 'new',
    })
    expect(recognition.rows[6]?.values['completed-on']).toMatchObject({ value: { precision: 'month' } })
  })

  it('hands headings down to the rows below', () => {
    expect(recognition.rows.map(row => row.section).filter(Boolean)).toEqual([
      '续建项目',
      '续建项目',
      '续建项目',
      '新建项目',
      '新建项目',
    ])
  })

  it('finds the period in the title', () => {
    expect(recognition.period).toEqual({
      period: '2020-05',
      months: { from: 1, to: 5 },
      cumulative: true,
      text: 'XX县2020年重点项目1-5月进展情况表',
      row: 1,
    })
  })

  it('checks subtotals against their parts and imports none', () => {
    expect(recognition.rows[4]?.checks?.map(c => [c.field, c.state, c.difference, c.rows])).toEqual([
      ['total-invest', 'agrees', 0, 3],
      ['annual-plan', 'agrees', 0, 3],
      ['invest-ytd', 'agrees', 0, 3],
    ])
    expect(recognition.rows[5]?.checks?.every(c => c.state === 'agrees' && c.rows === 2)).toBe(true)
    expect(
      recognition.rows.filter(row => row.kind !== 'data').every(row => Object.keys(row.values).length === 0),
    ).toBe(true)
  })

  it('says what needs a look', () => {
    expect(recognition.findings.map(f => [f.code, f.params.row])).toEqual([
      ['section.count-differs', 9],
      ['code.check-digit', 10],
    ])
  })
})

describe('a stated total off by more than its last digit shows', () => {
  it.each([
    [6.6, 'agrees'],
    [6.64, 'differs'],
    [6.7, 'differs'],
    [7, 'agrees'],
    [7.2, 'differs'],
  ])('%s 亿元 for parts of 6.6', (total, state) => {
    const checks = recognise(county(total), PROJECT_FIELDS).rows[4]?.checks ?? []
    expect(checks[0]).toMatchObject({ field: 'total-invest', state, parts: 66_000_000_000 })
  })
})

describe('headers without merges, as a csv has them', () => {
  it('carries group words to the right and reads plan by quarter and month', () => {
    const recognition = recognise(
      sheetOf([
        ['', '', '年度投资计划(万元)', '', '', '完成投资(万元)', ''],
        ['项目名称', '总投资(亿元)', '小计', '一季度', '二季度', '本月', '自年初累计'],
        ['甲路', '1.5', '300', '100', '200', '10', '55.5'],
      ]),
      PROJECT_FIELDS,
    )
    expect(recognition.headerRows).toEqual([1, 2])
    expect(values(recognition, 3)).toEqual({
      'project-name': '甲路',
      'total-invest': 15_000_000_000,
      'annual-plan': 300_000_000,
      'plan-q1': 100_000_000,
      'plan-q2': 200_000_000,
      'invest-month': 10_000_000,
      'invest-ytd': 55_500_000,
    })
  })
})

describe('bad cells block only themselves', () => {
  const bad = (
    cell: Parameters<typeof sheetOf>[0][number][number],
    header = '总投资(万元)',
    mapping: Mapping = {},
  ) => {
    const sheet = sheetOf([
      ['项目名称', header, '责任单位'],
      ['甲', cell, '乙'],
    ])
    const recognition = recognise(sheet, PROJECT_FIELDS, mapping)
    const field = recognition.columns[1]?.field ?? ''
    const value = recognition.rows[1]?.values[field]
    return value?.ok === false ? value.error : value?.value.value
  }

  it.each([
    ['约12', '总投资(万元)', 'cell.not-a-number'],
    ['12', '总投资', 'cell.unit-unknown'],
    ['99999999999999', '总投资(亿元)', 'cell.too-large'],
    [{ text: '#REF!', kind: 'error' as const }, '总投资(万元)', 'cell.error-value'],
    [
      { text: '#NOT-CALCULATED', kind: 'error' as const, computed: true as const },
      '总投资(万元)',
      'cell.not-calculated',
    ],
    ['近期', '计划开工时间', 'cell.not-a-day'],
    ['2020-02-30', '计划开工时间', 'cell.not-a-day'],
    [2020.1, '计划开工时间', 'cell.ambiguous-day'],
    ['快了', '项目阶段', 'cell.unknown-word'],
    ['扩建', '建设性质', 'cell.unknown-word'],
  ])('%j under %s', (cell, header, code) => {
    expect(bad(cell, header)).toMatchObject({ code, params: { sheet: '表1', row: 2, column: 2, header } })
  })

  it.each([
    ['—', '总投资(万元)'],
    ['/', '计划开工时间'],
    ['  ', '总投资(万元)'],
  ])('takes %j for not reported', (cell, header) => {
    expect(bad(cell, header)).toBeUndefined()
  })

  it('keeps 0 apart from blank', () => {
    expect(bad(0)).toBe(0)
  })

  it('misses a required name', () => {
    const recognition = recognise(
      sheetOf([
        ['项目名称', '责任单位', '总投资(万元)'],
        ['', '水利局', '5'],
      ]),
      PROJECT_FIELDS,
    )
    expect(values(recognition, 2)['project-name']).toBe('cell.missing')
  })

  it('rounds what is finer than 分 and says so', () => {
    const recognition = recognise(
      sheetOf([
        ['项目名称', '总投资(万元)'],
        ['甲', { text: '33.3333333333333', kind: 'number', computed: true }],
      ]),
      PROJECT_FIELDS,
    )
    expect(recognition.rows[1]?.values['total-invest']).toEqual({
      ok: true,
      value: { value: 33_333_333, raw: '33.3333333333333', computed: true, rounded: true },
    })
    expect(recognition.findings.map(f => f.code)).toEqual(['amount.rounded'])
  })
})

describe('merged cells in the rows', () => {
  it('gives a word to every row it covers, an amount to the first only', () => {
    const recognition = recognise(
      sheetOf(
        [
          ['项目名称', '责任单位', '总投资(万元)'],
          ['甲', '水利局', 5],
          ['乙', null, null],
        ],
        ['B2:B3', 'C2:C3'],
      ),
      PROJECT_FIELDS,
    )
    expect(values(recognition, 3)).toEqual({ 'project-name': '乙', 'lead-unit': '水利局' })
    expect(recognition.findings).toEqual([
      { code: 'amount.merged', params: { row: 2, last: 3, column: 3, field: 'total-invest' } },
    ])
  })
})

describe('rows that hold nothing yet', () => {
  it('are blank with their serial number and formulas that give 0 or an error', () => {
    const recognition = recognise(
      sheetOf([
        ['序号', '项目名称', '总投资(万元)', '备注'],
        [1, '甲', 1],
        [
          2,
          null,
          { text: '0', kind: 'number', computed: true },
          { text: '#DIV/0!', kind: 'error', computed: true },
        ],
        [3, null, { text: '5', kind: 'number', computed: true }],
      ]),
      PROJECT_FIELDS,
    )
    expect(kinds(recognition)).toBe('header data blank data')
  })
})
