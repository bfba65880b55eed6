import { describe, expect, it } from 'vitest'
import { sheetOf } from '../testing/sheet.ts'
import { PROJECT_FIELDS } from './fields.ts'
import type { Recognition } from './model.ts'
import { recognise } from './recognise.ts'

const values = (recognition: Recognition, row: number) =>
  Object.fromEntries(
    Object.entries(recognition.rows.find(r => r.row === row)?.values ?? {}).map(([field, value]) => [
      field,
      value.ok ? value.value.value : value.error.code,
    ]),
  )

describe('decisions of a saved mapping', () => {
  const sheet = sheetOf([
    ['名称', '金额', '金额', '序', '性质'],
    ['一、续建项目'],
    ['甲', '5', '6', 'x', 'y'],
  ])

  it('name field, unit, constants, section field; null takes nothing', () => {
    const recognition = recognise(sheet, PROJECT_FIELDS, {
      columns: [
        { header: '名称', field: 'project-name' },
        { header: '金额', nth: 2, field: 'total-invest', unit: '亿元' },
        { header: '金额', nth: 1, field: null },
        { header: '性质', field: null },
      ],
      constants: { list: '重点项目', period: '2020-05' },
      sectionField: 'nature',
    })
    expect(values(recognition, 3)).toEqual({
      'project-name': '甲',
      'total-invest': 60_000_000_000,
      list: '重点项目',
      period: '2020-05',
      nature: 'continuing',
    })
  })

  it('takes the unit of the mapping where the file says none', () => {
    const plain = sheetOf([
      ['项目名称', '总投资'],
      ['甲', '5'],
    ])
    expect(values(recognise(plain, PROJECT_FIELDS, { unit: '万元' }), 2)['total-invest']).toBe(5_000_000)
    expect(values(recognise(plain, PROJECT_FIELDS), 2)['total-invest']).toBe('cell.unit-unknown')
  })

  it('gives one cell to several fields', () => {
    const phases = sheetOf([
      ['项目名称', '阶段'],
      ['甲', 'Design'],
    ])
    const recognition = recognise(phases, PROJECT_FIELDS, {
      columns: [{ header: '阶段', field: 'stage', also: ['progress'] }],
      words: { stage: { Design: 'prepare' } },
    })
    expect(values(recognition, 2)).toEqual({ 'project-name': '甲', stage: 'prepare', progress: 'Design' })
  })

  it.each([
    [undefined, '2019-09'],
    ['day', '2019-09-01'],
    ['half', '2019-H2'],
  ] as const)('takes a date in the period column for its %s', (periodKind, period) => {
    const dated = sheetOf([
      ['项目名称', '报告期'],
      ['甲', '09/01/2019'],
      ['乙', '2019年9月'],
    ])
    const recognition = recognise(dated, PROJECT_FIELDS, { dateFormat: 'MM/DD/YYYY', periodKind })
    expect(values(recognition, 2).period).toBe(period)
    expect(values(recognition, 3).period).toBe(periodKind ? 'cell.not-a-day' : '2019-09')
  })
})
