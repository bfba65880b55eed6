import { expect, test } from 'vitest'
import type { Workbook } from '../grid.ts'
import { PROJECT_FIELDS } from './fields.ts'
import type { Mapping } from './mapping.ts'
import { openTable, type TableRequest } from './open-table.ts'
import { recognise } from './recognise.ts'

const rows = [
  ['工程', '投了多少', '月份'],
  ['凤凰镇雨污分流管网', '8', '2020-05'],
  ['凤凰镇文化广场', '9', '2020-05'],
].map(row => row.map(text => ({ text, kind: 'text' as const })))
const sheet = { name: '五月', rows, merges: [] }
const workbook: Workbook = { format: 'csv', sheets: [sheet] }
const open = (request: Partial<TableRequest> = {}) =>
  openTable(workbook, { fields: PROJECT_FIELDS, ground: {}, ...request })

const paid: Mapping = { columns: [{ header: '投了多少', field: 'paid-ytd', unit: '万元' }] }
const invested: Mapping = { columns: [{ header: '投了多少', field: 'invest-ytd', unit: '亿元' }] }
const foreign: Mapping = { columns: [{ header: '没有的列', field: 'paid-ytd' }] }
const fieldOf = ({ recognition }: ReturnType<typeof open>, column: number) =>
  recognition.columns.find(one => one.column === column)?.field

test('is what the sheet alone says where nothing is known of such files', () => {
  expect(open().recognition).toEqual(recognise(sheet, PROJECT_FIELDS))
  expect(open().fitting).toBeUndefined()
})

test('takes the last of the mappings offered all of whose columns stand in the file', () => {
  const opened = open({ offered: [paid, invested, foreign] })
  expect([opened.fitting, fieldOf(opened, 2)]).toEqual([1, 'invest-ytd'])
  expect(open({ offered: [foreign, {}] }).fitting).toBeUndefined()
})

test('asks no other where a mapping is given', () => {
  const opened = open({ mapping: paid, offered: [invested] })
  expect([opened.fitting, fieldOf(opened, 2)]).toEqual([undefined, 'paid-ytd'])
})

test('puts what was decided for columns before the mapping, and keeps both for the next file', () => {
  const columns = [{ column: 1, field: 'project-name', unit: null }]
  const opened = open({ mapping: paid, columns })
  expect([fieldOf(opened, 1), fieldOf(opened, 2)]).toEqual(['project-name', 'paid-ytd'])
  expect(opened.mapping.columns).toEqual([
    { header: '工程', nth: 1, field: 'project-name' },
    { header: '投了多少', field: 'paid-ytd', unit: '万元' },
  ])
})

test('gives the first texts of each column in rows of data', () => {
  expect(
    open({ mapping: paid, columns: [{ column: 1, field: 'project-name', unit: null }] }).samples,
  ).toEqual([
    { texts: ['凤凰镇雨污分流管网', '凤凰镇文化广场'], computed: false },
    { texts: ['8', '9'], computed: false },
    { texts: ['2020-05', '2020-05'], computed: false },
  ])
})
