import { describe, expect, it } from 'vitest'
import { sheetOf } from '../testing/sheet.ts'
import { findClassified, findClassifiedIn } from './classified.ts'
import { PROJECT_FIELDS } from './fields.ts'
import { recognise } from './recognise.ts'

const table = (header: string, cell: string) =>
  sheetOf([
    ['项目名称', header],
    ['甲', '乙'],
    ['丙', cell],
  ])
const place = { code: 'row.classified', params: { sheet: '表1', row: 3, column: 2 } }

describe('a row marked secret closes the file', () => {
  it.each([
    ['备注', '涉密'],
    ['备注', '该项目涉密,详见纸质件'],
    ['备注', '机密★10年'],
    ['备注', '秘密 ★'],
    ['备注', '(机密)'],
    ['备注', '密级:秘密'],
    ['是否涉密', '是'],
    ['是否涉密', '涉密'],
  ])('%s: %s', (header, cell) => {
    expect(findClassified(table(header, cell))).toEqual(place)
  })

  it.each([
    ['备注', '非涉密'],
    ['备注', '不涉密'],
    ['备注', '不含涉密内容'],
    ['备注', '注:涉密项目不得填报'],
    ['备注', '商业秘密保护示范基地'],
    ['是否涉密', '否'],
    ['是否开工', '是'],
  ])('%s: %s is no mark', (header, cell) => {
    expect(findClassified(table(header, cell))).toBeUndefined()
  })

  it('hands on nothing of the file, whatever sheet is asked for', () => {
    const marked = table('备注', '涉密')
    expect(recognise(marked, PROJECT_FIELDS)).toEqual({
      sheet: '表1',
      holds: 'projects',
      headerRows: [],
      columns: [],
      rows: [],
      findings: [],
      blocked: place,
    })
    const other = { ...sheetOf([['项目名称']]), name: '表0' }
    const hidden = { ...marked, hidden: true as const }
    expect(findClassifiedIn({ format: 'xlsx', sheets: [other, hidden] })).toEqual(place)
  })
})
