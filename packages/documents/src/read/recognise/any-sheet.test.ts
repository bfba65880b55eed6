import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import type { Cell, Sheet } from '../grid.ts'
import { PROJECT_FIELDS } from './fields.ts'
import { recognise } from './recognise.ts'

vi.setConfig({ testTimeout: 30_000 })

const WORDS =
  '项目名称|责任单位|总投资(万元)|1-5月完成投资|序号|合计|小计|一、续建项目(2个)|(一)工业|其中|单位:万元|2020年5月|续建|已开工|1.2亿|3|-4.5|2020.5.12|注:|(万元)|是否涉密|否|城区供水工程|2603-141124-89-05-346948'
const cell: fc.Arbitrary<Cell | undefined> = fc.option(
  fc.record({
    text: fc.oneof(
      { weight: 9, arbitrary: fc.constantFrom(...WORDS.split('|')) },
      fc.string({ maxLength: 30 }),
    ),
    kind: fc.constantFrom('text', 'number', 'date', 'error', 'boolean'),
  }),
  { nil: undefined, freq: 3 },
)
const index = fc.integer({ min: 1, max: 8 })
const merge = fc.tuple(index, index, index, index).map(([a, b, c, d]) => ({
  top: Math.min(a, b),
  bottom: Math.max(a, b),
  left: Math.min(c, d),
  right: Math.max(c, d),
}))
const sheet: fc.Arbitrary<Sheet> = fc.record({
  name: fc.constantFrom('表1', '5月'),
  rows: fc.array(fc.array(cell, { maxLength: 7 }), { maxLength: 10 }),
  merges: fc.array(merge, { maxLength: 4 }),
})

describe('any sheet', () => {
  it('is told row by row, once each, and only data rows hold values', () => {
    fc.assert(
      fc.property(sheet, given => {
        const { rows, headerRows, blocked } = recognise(given, PROJECT_FIELDS)
        if (blocked) return
        expect(rows.map(row => row.row)).toEqual(given.rows.map((_, i) => i + 1))
        expect(
          rows.filter(row => row.kind !== 'data').every(row => Object.keys(row.values).length === 0),
        ).toBe(true)
        expect(headerRows.every(row => rows[row - 1]?.kind === 'header')).toBe(true)
      }),
      { numRuns: 200 },
    )
  })

  it('gives the same answer to the same sheet', () => {
    fc.assert(
      fc.property(sheet, given => {
        expect(recognise(structuredClone(given), PROJECT_FIELDS)).toEqual(recognise(given, PROJECT_FIELDS))
      }),
    )
  })
})
