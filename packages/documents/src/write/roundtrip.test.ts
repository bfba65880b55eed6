import { addDays, dayNumber, must } from '@guatu/kernel'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PROJECT_FIELDS, type RecognisedRow, readWorkbook, recognise } from '../read/index.ts'
import type { CellValue, ProjectTable, TableColumn } from './project-table.ts'
import { sampleProjectTable } from './sample-table.ts'
import { writeProjectTable } from './xlsx.ts'

/** The header of a field as an export names it. */
const headerOf = (id: string) =>
  must(
    PROJECT_FIELDS.find(field => field.id === id),
    id,
  ).names[0] ?? ''

async function readBack(table: ProjectTable) {
  const read = await readWorkbook(await writeProjectTable(table), 'table.xlsx')
  if (!read.ok) throw new Error(read.error.code)
  const sheet = must(read.value.sheets[0], 'sheet')
  return recognise(sheet, PROJECT_FIELDS)
}

/** What a data row says by field: faults as their code, so that they differ from any value. */
const valuesOf = (row: RecognisedRow) =>
  Object.fromEntries(
    Object.entries(row.values).map(([id, value]) => [id, value.ok ? value.value.value : value.error.code]),
  )
const reported = (columns: readonly TableColumn[], row: readonly CellValue[]) =>
  Object.fromEntries(
    columns.flatMap((column, i) => {
      const value = row[i] ?? null
      return value === null || column.id === 'serial' ? [] : [[column.id, value]]
    }),
  )

const words = fc
  .array(fc.constantFrom(...'甲乙丙示范县镇产业园①③〔〕“”（）、&<>"\'%#·—AZaz019 =+'), { maxLength: 30 })
  .map(characters => characters.join('').trim())
const names = words.map(text => `${text}道路改造工程`)
/** 15 digits are exact; a column of eight such amounts must still have an exact sum. */
const amounts = fc.oneof(
  fc.integer({ min: 0, max: 1e14 }),
  fc.integer({ min: 0, max: 10_000 }),
  fc.integer({ min: -1_000_000, max: 0 }).map(n => n * 1_000_000 + 0),
)
const days = fc
  .integer({ min: dayNumber('1990-01-01'), max: dayNumber('2060-12-31') })
  .map(n => addDays('1970-01-01', n))

const units = fc.constantFrom('万元', '亿元')
const moneyColumn = (id: string, group?: string) =>
  fc.record({ unit: units, grouped: fc.boolean() }).map(
    ({ unit, grouped }): TableColumn => ({
      id,
      header: headerOf(id),
      type: 'money',
      unit,
      ...(group && grouped ? { group } : {}),
    }),
  )
const plain = (id: string, type: 'text' | 'day') =>
  fc.constant<TableColumn>({ id, header: headerOf(id), type })

/** Columns of a group stand side by side. */
const groupedLast = (columns: readonly TableColumn[]) =>
  columns.toSorted((a, b) => Number(a.group !== undefined) - Number(b.group !== undefined))

const columnsOf = fc
  .tuple(
    fc.option(fc.constant<TableColumn>({ id: 'serial', header: '序号', type: 'integer' }), {
      nil: undefined,
    }),
    plain('project-name', 'text'),
    ...['project-code', 'lead-unit', 'content', 'progress', 'remark'].map(id =>
      fc.option(plain(id, 'text'), { nil: undefined }),
    ),
    moneyColumn('total-invest'),
    moneyColumn('annual-plan', '2020年投资'),
    moneyColumn('invest-ytd', '2020年投资'),
    ...['planned-start', 'started-on', 'completed-on'].map(id =>
      fc.option(plain(id, 'day'), { nil: undefined }),
    ),
  )
  .map(columns => columns.filter(column => column !== undefined))
  .chain(columns => fc.shuffledSubarray(columns, { minLength: columns.length }))
  .map(groupedLast)

function valueFor(column: TableColumn, at: number): fc.Arbitrary<CellValue> {
  if (column.id === 'serial') return fc.constant(at + 1)
  if (column.id === 'project-name') return names
  if (column.type === 'money') return fc.option(amounts, { freq: 5 })
  if (column.type === 'day') return fc.option(days)
  return fc.option(names, { freq: 3 })
}

const tables = columnsOf.chain(columns =>
  fc
    .integer({ min: 1, max: 8 })
    .chain(count =>
      fc
        .tuple(...Array.from({ length: count }, (_, at) => fc.tuple(...columns.map(c => valueFor(c, at)))))
        .map((rows): ProjectTable => ({ ...sampleProjectTable, columns, rows, totals: true })),
    ),
)

describe('a project table', () => {
  it('is read back by our own import unchanged, its total checked and not taken', {
    timeout: 60_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(tables, async table => {
        const found = await readBack(table)
        const kinds = found.rows.map(row => row.kind).filter(kind => kind !== 'title' && kind !== 'note')
        const header = table.columns.some(column => column.group) ? ['header', 'header'] : ['header']
        expect(kinds).toEqual([...header, ...table.rows.map(() => 'data'), 'subtotal'])
        const data = found.rows.filter(row => row.kind === 'data')
        expect(data.map(valuesOf)).toEqual(table.rows.map(row => reported(table.columns, row)))
        for (const check of found.rows.at(-1)?.checks ?? []) expect(check).toMatchObject({ difference: 0 })
        expect(
          found.rows
            .at(-1)
            ?.checks?.map(check => check.field)
            .toSorted(),
        ).toEqual(['annual-plan', 'invest-ytd', 'total-invest'])
        expect(found.period).toMatchObject({ period: '2020-05' })
      }),
      { numRuns: 60 },
    )
  })

  it('reads back as the sample: every column known or plainly not of the import', async () => {
    const found = await readBack(sampleProjectTable)
    expect(found.columns.map(column => column.field)).toEqual([
      undefined,
      'project-name',
      'project-code',
      'lead-unit',
      'total-invest',
      'annual-plan',
      'invest-ytd',
      undefined,
      'started-on',
    ])
    expect(found.columns.flatMap(column => column.unit ?? [])).toEqual(['亿元', '万元', '万元'])
  })
})
