import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Cell } from '../grid.ts'
import type { CellFault, FieldValue, Finding, RecognisedRow } from '../recognise/model.ts'
import { packCells, unpackCells } from './cells.ts'
import { packFindings, unpackFindings } from './findings.ts'
import { packRows, unpackRows } from './rows.ts'

const word = fc.constantFrom('', '项目', '1.5', '8%')
const cell: fc.Arbitrary<Cell> = fc.record(
  {
    text: word,
    kind: fc.constantFrom('text', 'number', 'date', 'boolean', 'error'),
    computed: fc.constant(true as const),
    percent: fc.constant(true as const),
  },
  { requiredKeys: ['text', 'kind'] },
)
const fault: fc.Arbitrary<CellFault> = fc.record({
  code: fc.constantFrom('cell.missing', 'cell.not-a-day'),
  params: fc.record({
    sheet: word,
    row: fc.nat(9),
    column: fc.nat(9),
    header: word,
    field: word,
    text: word,
  }),
})
const value: fc.Arbitrary<FieldValue> = fc.oneof(
  fault.map(error => ({ ok: false as const, error })),
  fc
    .record(
      {
        value: fc.oneof(word, fc.integer(), fc.constant({ n: 1, d: 3 })),
        raw: word,
        computed: fc.constant(true as const),
        rounded: fc.constant(true as const),
        precision: fc.constantFrom('month', 'quarter', 'half', 'year'),
      },
      { requiredKeys: ['value', 'raw'] },
    )
    .map(parsed => ({ ok: true as const, value: parsed as never })),
)
const row: fc.Arbitrary<RecognisedRow> = fc.record(
  {
    row: fc.integer({ min: 1, max: 200_000 }),
    kind: fc.constantFrom('data', 'subtotal', 'section', 'title', 'header', 'note', 'blank'),
    text: word,
    section: word,
    values: fc.dictionary(fc.constantFrom('project-name', 'invest-ytd', 'nature'), value),
    checks: fc.array(
      fc.record({
        column: fc.nat(9),
        field: word,
        header: word,
        state: fc.constantFrom('agrees', 'differs'),
        stated: fc.integer(),
        rows: fc.nat(9),
      }),
    ),
  },
  { requiredKeys: ['row', 'kind', 'values'], noNullPrototype: true },
)
const finding: fc.Arbitrary<Finding> = fc.record({
  code: fc.constantFrom('column.unknown', 'rows.same-code', 'code.shape'),
  params: fc.dictionary(fc.constantFrom('row', 'text', 'other'), fc.oneof(word, fc.integer())),
})

/** As another thread receives it. */
const cross = <T>(packed: T): T => structuredClone(packed)

describe('what is handed over comes out as it was', () => {
  it('cells', () => {
    const rows = fc.array(fc.array(fc.option(cell, { nil: undefined })))
    fc.assert(
      fc.property(rows, given => {
        expect(unpackCells(cross(packCells(given)))).toEqual(given)
      }),
    )
  })

  it('rows', () => {
    const columns = [{ column: 1, header: '名称', field: 'project-name', confidence: 1, also: ['nature'] }]
    fc.assert(
      fc.property(fc.array(row), given => {
        expect(unpackRows(cross(packRows(given, columns)))).toEqual(given)
      }),
    )
  })

  it('findings', () => {
    fc.assert(
      fc.property(fc.array(finding), given => {
        expect(unpackFindings(cross(packFindings(given)))).toEqual(given)
      }),
    )
  })
})

it('keeps the order of the columns in each row, whatever the rows before lack', () => {
  const read = (text: string): FieldValue => ({ ok: true, value: { value: text, raw: text } })
  const columns = ['a', 'b', 'c'].map((field, at) => ({
    column: at + 1,
    header: field,
    field,
    confidence: 1,
  }))
  const rows: RecognisedRow[] = [
    { row: 1, kind: 'data', values: { a: read('1'), c: read('3') } },
    { row: 2, kind: 'data', values: { a: read('1'), b: read('2'), c: read('3') } },
  ]
  expect(Object.keys(unpackRows(packRows(rows, columns))[1]?.values ?? {})).toEqual(['a', 'b', 'c'])
})
