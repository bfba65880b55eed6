import { MONEY_UNITS, type MoneyUnit, moneyText, parseDay, parseMonth } from '@guatu/kernel'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Cell } from '../grid.ts'
import type { Mapping } from './mapping.ts'
import type { AmountUnit, FieldType } from './model.ts'
import { parseCell } from './values.ts'

const text = (value: string): Cell => ({ text: value, kind: 'text' })
const number = (value: string): Cell => ({ text: value, kind: 'number' })

function parse(cell: Cell, type: FieldType, unit?: AmountUnit, mapping: Mapping = {}) {
  const field = { id: 'f', type, names: [] }
  const place = { sheet: 's', row: 1, column: 1, header: 'h' }
  const value = parseCell(cell, { ...place, field, mapping, ...(unit ? { unit } : {}) })
  return value && (value.ok ? value.value.value : value.error.code)
}

describe('amounts', () => {
  it.each([
    ['1.2亿', '万元', 12_000_000_000],
    ['1.2亿元', undefined, 12_000_000_000],
    ['3,200万元', '亿元', 3_200_000_000],
    ['１２．５', '万元', 12_500_000],
    ['-4,102,606', '元', -410_260_600],
    ['￥12.34', '元', 1234],
    ['0.005', '元', 1],
    ['0.0049', '元', 0],
    ['-0.005', '元', -1],
    ['5.', '元', 500],
    ['1,23', '元', 'cell.not-a-number'],
    ['12-15', '万元', 'cell.not-a-number'],
    ['5', '%', 'cell.unit-unknown'],
    ['90071992547409.91', '元', 9_007_199_254_740_991],
    ['90071992547409.92', '元', 'cell.too-large'],
  ] as const)('%s in %s is %s', (cell, unit, minor) => {
    expect(parse(text(cell), 'money', unit)).toBe(minor)
  })

  it('reads dollars as cents under a mapping', () => {
    const mapping = { currency: { code: 'USD', minorPerUnit: 100 } }
    expect(parse(text('63111785.3'), 'money', 'plain', mapping)).toBe(6_311_178_530)
  })

  it('reads back what is written in any unit', () => {
    const units = fc.constantFrom(...(Object.keys(MONEY_UNITS) as MoneyUnit[]))
    const minors = fc.integer({ min: -1e15, max: 1e15 })
    fc.assert(
      fc.property(units, minors, (unit, minor) => {
        const scale = MONEY_UNITS[unit]
        return parse(text(moneyText(minor, scale, Math.log10(scale))), 'money', unit) === minor
      }),
    )
  })
})

describe('rates and counts', () => {
  it.each([
    [text('85.3%'), undefined, { n: 853, d: 1000 }],
    [number('85.3'), '%', { n: 853, d: 1000 }],
    [{ ...number('0.853'), percent: true as const }, '%', { n: 853, d: 1000 }],
    [number('0.853'), undefined, { n: 853, d: 1000 }],
  ] as const)('%j under unit %s', (cell, unit, rate) => {
    expect(parse(cell, 'rate', unit)).toEqual(rate)
  })

  it.each([
    ['1,234', 1234],
    ['17个', 17],
    ['5.0', 5],
    ['5.5', 'cell.not-a-number'],
  ])('%s is the count %s', (cell, count) => {
    expect(parse(text(cell), 'integer')).toBe(count)
  })
})

describe('days', () => {
  it.each([
    ['2020年5月12日', { day: '2020-05-12' }],
    ['2020.5.12', { day: '2020-05-12' }],
    ['2020/05/12', { day: '2020-05-12' }],
    ['2020-5-12 00:00:00', { day: '2020-05-12' }],
    ['20200512', { day: '2020-05-12' }],
    ['43982', { day: '2020-05-31' }],
    ['2020年5月', { day: '2020-05-31', precision: 'month' }],
    ['2020.10', { day: '2020-10-31', precision: 'month' }],
    ['2020/2', { day: '2020-02-29', precision: 'month' }],
    ['2020年5月底', { day: '2020-05-31', precision: 'month' }],
    ['2020年5月上旬', { day: '2020-05-10', precision: 'month' }],
    ['2020年二季度', { day: '2020-06-30', precision: 'quarter' }],
    ['2020年上半年', { day: '2020-06-30', precision: 'half' }],
    ['2021年底', { day: '2021-12-31', precision: 'year' }],
    ['2021年', { day: '2021-12-31', precision: 'year' }],
    ['2021', { day: '2021-12-31', precision: 'year' }],
    ['2020-13', undefined],
    ['2020年2月30日', undefined],
    ['19999', undefined],
    ['80001', undefined],
    ['5月', undefined],
    ['尽快', undefined],
  ])('%s', (cell, day) => {
    expect(parseDay(text(cell))).toEqual(day)
  })

  it('completes a year from the title', () => {
    expect(parseDay(text('5月'), undefined, 2020)).toEqual({ day: '2020-05-31', precision: 'month' })
    expect(parseDay(text('5月12日'), undefined, 2020)).toEqual({ day: '2020-05-12' })
  })

  it('does not guess between January and October of a number', () => {
    expect(parseDay(number('2020.1'))).toBe('ambiguous')
    expect(parseDay(text('2020.1'))).toEqual({ day: '2020-01-31', precision: 'month' })
    expect(parseDay(number('2020.11'))).toEqual({ day: '2020-11-30', precision: 'month' })
  })

  it.each([
    ['03/31/2018', 'MM/DD/YYYY', '2018-03-31'],
    ['09/01/2013 12:00:00 AM', 'MM/DD/YYYY HH:mm:ss A', '2013-09-01'],
    ['31.3.2018', 'D.M.YYYY', '2018-03-31'],
  ])('%s as %s', (cell, format, day) => {
    expect(parseDay(text(cell), format)).toEqual({ day })
    expect(parseDay(text(cell.replace('1', 'x')), format)).toBeUndefined()
  })

  it('takes a bare month in the year of the title', () => {
    expect(parseMonth(number('5'), undefined, 2020)).toBe('2020-05')
    expect(parseMonth(number('5'))).toBeUndefined()
    expect(parseMonth(number('13'), undefined, 2020)).toBeUndefined()
  })

  it.each([
    ['202005', '2020-05'],
    ['2020年5月', '2020-05'],
    ['2020-05-31', '2020-05'],
    ['2020年', undefined],
  ])('%s is the month %s', (cell, month) => {
    expect(parseMonth(text(cell))).toBe(month)
  })
})

describe('words of stage and nature', () => {
  it.each([
    ['stage', '已开工', 'started'],
    ['stage', '在建', 'started'],
    ['stage', '续建', 'started'],
    ['stage', '是', 'started'],
    ['stage', '否', 'prepare'],
    ['stage', '未开工', 'prepare'],
    ['stage', '停工', 'paused'],
    ['stage', '已竣工', 'completed'],
    ['stage', '已投产', 'operating'],
    ['stage', '谋划阶段', 'plan'],
    ['stage', '储备', 'reserve'],
    ['stage', '退出', 'withdrawn'],
    ['stage', 'operating', 'operating'],
    ['nature', '续建', 'continuing'],
    ['nature', '新 建', 'new'],
    ['nature', '新建(新开工)', 'new'],
    ['nature', '预备项目', 'preparatory'],
    ['nature', '改建', 'cell.unknown-word'],
  ] as const)('%s %s is %s', (type, word, id) => {
    expect(parse(text(word), type)).toBe(id)
  })

  it('takes the words of a mapping first', () => {
    expect(parse(text('Design'), 'stage', undefined, { words: { f: { design: 'prepare' } } })).toBe('prepare')
  })
})
