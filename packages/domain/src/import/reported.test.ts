import { describe, expect, it } from 'vitest'
import type { FieldValue, ReportedFact } from '../facts/index.ts'
import { SAMPLE } from '../testing/scheme.ts'
import { planReported, reportedColumns } from './reported.ts'
import type { ImportRow } from './row.ts'
import { importWrites } from './writes.ts'

const scheme = SAMPLE
const row = (number: number, values: Record<string, FieldValue>, computed = false): ImportRow => ({
  row: number,
  values: Object.fromEntries(
    Object.entries(values).map(([field, value]) => [field, { value, ...(computed ? { computed } : {}) }]),
  ) as ImportRow['values'],
  faults: [],
})
const fact = (period: string, values: ReportedFact['values'], unit = 'statistics'): ReportedFact => ({
  indicator: 'fai',
  unit,
  period,
  values,
})
const plan = (rows: readonly ImportRow[], reported: readonly ReportedFact[] = []) =>
  planReported({ reported, scheme, today: '2023-07-15', rows, unit: 'statistics' })
const told = (rows: readonly ImportRow[], reported: readonly ReportedFact[] = []) =>
  plan(rows, reported).rows.map(one => [one.row, one.kind, one.findings.map(finding => finding.code)])

it('a closed period takes no reported figure, and one that repeats what is known asks nothing', () => {
  const refused = { code: 'return.frozen', params: { period: '2023-05' } } as const
  const known = [fact('2023-05', { amount: 5 })]
  const of = (amount: number) =>
    planReported({
      ...{ reported: known, scheme, today: '2023-07-15', unit: 'statistics', refuses: () => refused },
      rows: [
        { row: 2, values: { period: { value: '2023-05' }, 'fai.amount': { value: amount } }, faults: [] },
      ],
    }).rows[0]
  expect(of(6)).toMatchObject({
    kind: 'bad',
    writes: null,
    findings: [{ ...refused, level: 'error', row: 2 }],
  })
  expect(of(5)).toMatchObject({ kind: 'unchanged', findings: [] })
})

describe('a file of reported figures', () => {
  it('may hold the values of indicators that units report, none that are sums over projects', () => {
    const columns = reportedColumns(scheme)
    expect(columns.map(column => [column.id, column.type])).toEqual([
      ['fai.amount', 'money'],
      ['fai.growth', 'rate'],
    ])
  })

  it('plans a row by whether the unit has reported its period', () => {
    const rows = [
      row(3, { period: '2023-06', 'fai.amount': 900, 'fai.growth': '4.2%' }),
      row(4, { period: '2023-05', 'fai.amount': 700 }),
      row(5, { period: '2023-04', 'fai.amount': 500 }),
      row(6, { period: '2023-03' }),
    ]
    const known = [fact('2023-05', { amount: 600 }), fact('2023-04', { amount: 500 })]
    expect(told(rows, known)).toEqual([
      [3, 'new', []],
      [4, 'update', []],
      [5, 'unchanged', []],
      [6, 'unchanged', []],
    ])
    expect(plan(rows, known).rows[1]?.changes).toEqual([
      { field: 'fai.amount', before: 600, after: 700, computed: false },
    ])
  })

  it("does not see another unit's figures as its own", () => {
    const rows = [row(2, { period: '2023-05', 'fai.amount': 700 })]
    expect(told(rows, [fact('2023-05', { amount: 700 }, 'finance')])).toEqual([[2, 'new', []]])
  })

  it('refuses a period that has not ended, a period twice, and a row without one', () => {
    const rows = [
      row(2, { period: '2023-07', 'fai.amount': 1 }),
      row(3, { period: '2023-06', 'fai.amount': 1 }),
      row(4, { period: '2023-06', 'fai.amount': 2 }),
      row(5, { 'fai.amount': 2 }),
    ]
    expect(told(rows)).toEqual([
      [2, 'bad', ['row.period-not-ended']],
      [3, 'new', []],
      [4, 'bad', ['row.twice-period']],
      [5, 'bad', ['row.no-period']],
    ])
  })

  it('asks about amounts that fall inside a year or are negative, whatever the order of the rows; not about growth', () => {
    const rows = [
      row(2, { period: '2023-03', 'fai.amount': 99, 'fai.growth': '-1%' }),
      row(3, { period: '2023-02', 'fai.amount': 100, 'fai.growth': '5%' }),
      row(4, { period: '2022-12', 'fai.amount': 1000 }),
      row(5, { period: '2022-11', 'fai.amount': -1 }),
      row(6, { period: '2023-01', 'fai.amount': 100 }),
    ]
    expect(told(rows)).toEqual([
      [2, 'new', ['figure.fell']],
      [3, 'new', []],
      [4, 'new', []],
      [5, 'new', ['figure.negative']],
      [6, 'new', []],
    ])
  })

  it('is written as entries of the indicator and unit, never of a project', () => {
    const rows = [row(2, { period: '2023-06', 'fai.amount': 900, 'fai.growth': '4.2%' }, true)]
    const writes = importWrites(plan(rows), { file: 'f', sheet: 's' })
    expect(writes).toEqual({
      facts: [],
      entries: [
        {
          subject: { kind: 'reported', indicator: 'fai', unit: 'statistics' },
          period: '2023-06',
          figures: { amount: 900, growth: '4.2%' },
          origin: { via: 'import', file: 'f', sheet: 's', row: 2, computed: ['amount', 'growth'] },
        },
      ],
    })
  })
})
