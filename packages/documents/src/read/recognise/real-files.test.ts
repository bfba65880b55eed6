import { existsSync, readFileSync } from 'node:fs'
import { must, unwrap } from '@guatu/kernel'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { readWorkbook } from '../read-workbook.ts'
import { PROJECT_FIELDS } from './fields.ts'
import type { Mapping } from './mapping.ts'
import type { FieldSpec, Recognition } from './model.ts'
import { pickSheet } from './pick-sheet.ts'
import { recognise } from './recognise.ts'

const DATA = '../shared/data'
const read = async (file: string) => unwrap(await readWorkbook(readFileSync(`${DATA}/${file}`), file))
const valueAt = (recognition: Recognition, row: number, field: string) => {
  const value = recognition.rows[row - 1]?.values[field]
  return value?.ok ? value.value.value : value
}

const NYC = 'timeseries/nyc_capital_projects_2014_2019.csv'
const NYC_FIELDS: readonly FieldSpec[] = [
  { id: 'period', type: 'day', names: [], required: true },
  { id: 'project-code', type: 'text', names: [], required: true },
  { id: 'project-name', type: 'text', names: [], required: true },
  { id: 'stage', type: 'stage', names: [] },
  { id: 'design-start', type: 'day', names: [] },
  { id: 'budget', type: 'money', names: [] },
  { id: 'budget-change', type: 'money', names: [] },
  { id: 'completion', type: 'day', names: [] },
  { id: 'slip-days', type: 'integer', names: [] },
]
const NYC_MAPPING: Mapping = {
  onlyMapped: true,
  unit: 'plain',
  currency: { code: 'USD', minorPerUnit: 100 },
  dateFormat: 'MM/DD/YYYY HH:mm:ss A',
  words: {
    stage: {
      'Scoping/Planning': 'plan',
      Design: 'prepare',
      'Construction Procurement': 'prepare',
      Construction: 'started',
      IT: 'started',
      'Close-Out': 'completed',
    },
  },
  columns: [
    { header: 'Date Reported As Of', field: 'period' },
    { header: 'PID', field: 'project-code' },
    { header: 'Project Name', field: 'project-name' },
    { header: 'Current Phase', field: 'stage' },
    { header: 'Design Start', field: 'design-start', dateFormat: 'MM/DD/YYYY' },
    { header: 'Budget Forecast', field: 'budget' },
    { header: 'Total Budget Changes', field: 'budget-change' },
    { header: 'Forecast Completion', field: 'completion', dateFormat: 'MM/DD/YYYY' },
    { header: 'Total Schedule Changes', field: 'slip-days' },
  ],
}

describe.skipIf(!existsSync(`${DATA}/${NYC}`))(`New York's projects, skipped where ${NYC} is absent`, () => {
  it('are read whole by a saved mapping, without a fault', async () => {
    const workbook = await read(NYC)
    const recognition = recognise(must(workbook.sheets[0], 'a sheet'), NYC_FIELDS, NYC_MAPPING)
    const data = recognition.rows.filter(row => row.kind === 'data')
    expect(data.length).toBe(1547)
    const ids = data.map(row => row.values['project-code']).map(v => (v?.ok ? v.value.value : ''))
    expect(new Set(ids).size).toBe(254)
    const faults = data.flatMap(row => Object.values(row.values).filter(value => !value.ok))
    expect(faults).toEqual([])
    const dates = data.map(row => row.values.period).map(v => (v?.ok ? v.value.value : ''))
    expect(new Set(dates).size).toBe(15)
  })

  it('keeps cents, minus signs and blanks as they stand', async () => {
    const workbook = await read(NYC)
    const recognition = recognise(must(workbook.sheets[0], 'a sheet'), NYC_FIELDS, NYC_MAPPING)
    const row = (id: string, date: string) =>
      must(
        recognition.rows.find(
          ({ row }) =>
            valueAt(recognition, row, 'project-code') === id && valueAt(recognition, row, 'period') === date,
        ),
        `${id} at ${date}`,
      ).row
    const first = row('7', '2013-09-01')
    expect(valueAt(recognition, first, 'budget')).toBe(5_349_300_000)
    expect(valueAt(recognition, first, 'design-start')).toBe('2013-05-01')
    expect(valueAt(recognition, first, 'completion')).toBe('2018-03-31')
    expect(valueAt(recognition, first, 'slip-days')).toBe(685)
    const budgets = recognition.rows.map(({ row }) => valueAt(recognition, row, 'budget'))
    expect(budgets).toContain(6_311_178_530)
    expect(budgets).toContain(-410_260_600)
    expect(budgets.filter(budget => budget === undefined).length).toBe(70 + 1)
  })
})

describe.skipIf(!existsSync(`${DATA}/messy-xlsx`))(
  `messy books, skipped where ${DATA}/messy-xlsx is absent`,
  () => {
    it.each([
      ['DiousDoc_项目清单_7sheets.xlsx', 7, '项目总表', 24, 0, [1], 13],
      ['ershouche_项目进度表_255merges.xlsx', 3, 'Sheet1', 42, 255, [1, 2], 40],
      ['macropage_固定资产投资_全国月度.xlsx', 1, '指标', 384, 0, [1, 2, 3, 4, 5, 6], 371],
    ])('%s', async (file, sheets, name, rows, merges, headerRows, data) => {
      const workbook = await read(`messy-xlsx/${file}`)
      expect(workbook.sheets.length).toBe(sheets)
      const sheet = must(pickSheet(workbook, PROJECT_FIELDS), 'a sheet')
      expect([sheet.name, sheet.rows.length, sheet.merges.length]).toEqual([name, rows, merges])
      const recognition = recognise(sheet, PROJECT_FIELDS)
      expect(recognition.headerRows).toEqual(headerRows)
      expect(recognition.rows.filter(row => row.kind === 'data').length).toBe(data)
      expect(recognition.rows.length).toBe(rows)
      const faults = recognition.rows.flatMap(row => Object.values(row.values).filter(value => !value.ok))
      expect(faults).toEqual([])
      expect(recognition.findings.map(one => one.code)).not.toContain('field.required-missing')
    })

    it('the national statistics book is the published series cell by cell: 371 months, 13 indicators', async () => {
      const book = await read('messy-xlsx/macropage_固定资产投资_全国月度.xlsx')
      const recognition = recognise(must(book.sheets[0], 'a sheet'), PROJECT_FIELDS)
      expect(recognition.holds).toBe('reported')
      const series = parse(readFileSync(`${DATA}/timeseries/cn_fixed_asset_investment_monthly.csv`, 'utf8'), {
        columns: true,
        bom: true,
      }) as Readonly<Record<string, string>>[]
      const data = recognition.rows.filter(row => row.kind === 'data')
      expect([data.length, series.length]).toEqual([371, 371])
      const cells = data.map(({ values }) =>
        Object.fromEntries(
          Object.entries(values).map(([field, value]) => [
            field,
            value.ok ? String(value.value.value) : 'fault',
          ]),
        ),
      )
      const plain = (text: string) => (text === '' ? undefined : String(Number(text)))
      for (const month of series) {
        const row = must(
          cells.find(one => one.period === month.date),
          `a row of ${month.date}`,
        )
        const { date: _, ...indicators } = month
        expect([month.date, Object.entries(row).length - 1]).toEqual([
          month.date,
          Object.values(indicators).filter(text => text !== '').length,
        ])
        for (const [indicator, text] of Object.entries(indicators))
          expect([month.date, indicator, row[indicator] && plain(row[indicator])]).toEqual([
            month.date,
            indicator,
            plain(text),
          ])
      }
      expect(cells[0]?.period).toBe('2025-03')
    })
  },
)

const CITIES = 'cn-lists/guangxi_major_projects_by_city_2018.csv'
describe.skipIf(!existsSync(`${DATA}/${CITIES}`))(
  `a real total row, skipped where ${CITIES} is absent`,
  () => {
    const mapping: Mapping = {
      columns: [
        { header: 'name', field: 'place' },
        { header: 'n_projects', field: 'count' },
        { header: 'total_wan', field: 'total', unit: '万元' },
        { header: 'plan_wan', field: 'plan', unit: '万元' },
      ],
    }
    const fields: readonly FieldSpec[] = [
      { id: 'place', type: 'text', names: [] },
      { id: 'count', type: 'integer', names: [] },
      { id: 'total', type: 'money', names: [] },
      { id: 'plan', type: 'money', names: [] },
    ]
    it('agrees with its 15 parts', async () => {
      const workbook = await read(CITIES)
      const recognition = recognise(must(workbook.sheets[0], 'a sheet'), fields, mapping)
      const total = recognition.rows.find(row => row.kind === 'subtotal')
      expect(total?.checks?.map(c => [c.field, c.state, c.rows, c.stated])).toEqual([
        ['count', 'agrees', 15, 772],
        ['total', 'agrees', 15, 156_990_158_000_000],
        ['plan', 'agrees', 15, 21_096_357_000_000],
      ])
    })
  },
)
