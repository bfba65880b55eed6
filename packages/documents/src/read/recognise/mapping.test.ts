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
})
