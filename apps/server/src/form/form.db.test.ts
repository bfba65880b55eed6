import { routes } from '@guatu/contract'
import ExcelJS from 'exceljs'
import { beforeAll, expect, test } from 'vitest'
import type { Client } from '../testing/client.ts'
import { demoWorld } from '../testing/world.ts'

const PERIOD = '2020-04'
let dispatcher: Client
beforeAll(async () => {
  dispatcher = await (await demoWorld()).as('zs-diaodu')
})

/** 填表单位 above, a table below; `names`: the projects that it lists itself. */
async function book(names: readonly string[], formula = false) {
  const workbook = new ExcelJS.Workbook()
  const sheet = workbook.addWorksheet('附表2')
  sheet.addRow(['重点项目进展情况表'])
  sheet.mergeCells('A1:E1')
  sheet.addRow(['填报单位：', null, '报告期：', null])
  sheet.addRow(['序号', '项目名称', '总投资（亿元）', '本年累计完成投资（万元）', '项目阶段'])
  for (const [at, name] of names.entries())
    sheet.addRow([at + 1, name, null, formula ? { formula: 'C4*2', result: 0 } : null, null])
  sheet.getCell('D4').numFmt = '#,##0.00'
  sheet.getCell('D4').fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFEE00' } }
  sheet.getCell('H1').value = { formula: 'SUM(D4:D200)', result: 0 }
  workbook.definedNames.add("'附表2'!$B$2", '填报单位')
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}
const add = async (bytes: Uint8Array) =>
  dispatcher.get(routes.addForm, { file: { name: '市级附表2.xlsx', bytes } })
async function filled(id: string) {
  const answer = await dispatcher.fetch(routes.fillForm, { params: { id }, query: { period: PERIOD } })
  expect(answer.status).toBe(200)
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(await answer.arrayBuffer())
  const sheet = workbook.getWorksheet('附表2')
  if (!sheet) throw new Error('no sheet')
  return sheet
}

test('a form that lists projects: rows by name, each column in its own unit, format and formulas kept', async () => {
  const form = await add(await book(['下梁镇设施农业大棚', '没有的项目', '凤凰镇雨污分流管网']))
  expect(form.listed).toBe(3)
  expect(form.columns.map(one => [one.letter, one.field, one.unit])).toEqual([
    ['B', 'project-name', null],
    ['C', 'total-invest', '亿元'],
    ['D', 'invest-ytd', '万元'],
    ['E', 'stage', null],
  ])
  const params = { id: form.id }
  await dispatcher.get(routes.saveForm, {
    params,
    body: {
      cells: [
        { sheet: null, cell: '填报单位', holds: { kind: 'jurisdiction' } },
        { sheet: '附表2', cell: 'D2', holds: { kind: 'period' } },
        {
          sheet: '附表2',
          cell: 'H3',
          holds: { kind: 'list', list: 'key', part: 'count', field: null, unit: null },
        },
        {
          sheet: '附表2',
          cell: 'H4',
          holds: { kind: 'list', list: 'key', part: 'sum', field: 'annual-plan', unit: '亿元' },
        },
      ],
    },
  })
  const preview = await dispatcher.get(routes.previewForm, { params, query: { period: PERIOD } })
  expect(preview).toMatchObject({
    live: true,
    projects: 2,
    appended: false,
    unknown: [{ row: 5, name: '没有的项目' }],
  })
  expect(preview.missing).toHaveLength(93)
  const sheet = await filled(form.id)
  const at = (cell: string) => sheet.getCell(cell).value
  expect([at('B2'), at('D2'), at('H3')]).toEqual(['柞水县', '2020年4月', 95])
  // 总投资 6695 万元; 本年累计 2020-04 of the demo's own file.
  expect([at('B4'), at('C4'), at('D4'), at('E4')]).toEqual(['下梁镇设施农业大棚', 0.6695, 777, '开工'])
  expect([at('C5'), at('D5')]).toEqual([null, null])
  expect([at('C6'), at('D6')]).toEqual([6.6741, 5934])
  expect(sheet.getCell('D4').numFmt).toBe('#,##0.00')
  expect(at('H1')).toMatchObject({ formula: 'SUM(D4:D200)' })
})

test('a form without rows gets all projects of the list below its header', async () => {
  const form = await add(await book([]))
  const sheet = await filled(form.id)
  expect([1, 2, 3, 5].map(column => sheet.getRow(4).getCell(column).value)).toEqual([
    1,
    '凤凰镇雨污分流管网',
    6.6741,
    '开工',
  ])
  expect(sheet.getRow(98).getCell(1).value).toBe(95)
  expect(sheet.getRow(99).getCell(1).value).toBe(null)
})

test('a formula of the form is not overwritten, and its place is told', async () => {
  const form = await add(await book(['凤凰镇雨污分流管网'], true))
  const params = { id: form.id }
  const { status, error } = await dispatcher.call(routes.previewForm, { params, query: { period: PERIOD } })
  expect([status, error.code, error.params]).toMatchObject([
    422,
    'form.refused',
    { cell: 'D4', sheet: '附表2' },
  ])
  const columns = form.columns.map(({ column, field, unit }) => ({
    column,
    field: field === 'invest-ytd' ? null : field,
    unit,
  }))
  await dispatcher.get(routes.saveForm, { params, body: { columns } })
  expect((await filled(form.id)).getCell('C4').value).toBe(6.6741)
})

test('garbage is refused, and nothing is kept', async () => {
  const before = (await dispatcher.get(routes.listForms)).forms.length
  const answer = await dispatcher.call(routes.addForm, { file: { name: 'x.xlsx', bytes: 'PK no' } })
  expect(answer.status).toBe(422)
  const { forms } = await dispatcher.get(routes.listForms)
  expect(forms).toHaveLength(before)
  const [first] = forms
  await dispatcher.get(routes.deleteForm, { params: { id: first?.id ?? '' } })
  expect((await dispatcher.get(routes.listForms)).forms).toHaveLength(before - 1)
})
