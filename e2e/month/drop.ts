import ExcelJS from 'exceljs'
import type { Page } from 'playwright-core'
import { says } from '../support/desk.ts'
import { say } from '../support/words.ts'
import { linesOf } from './figures.ts'
import { explain, open, state, submit } from './sheet.ts'

/** What came in the chat group from units that fill in nothing themselves. */
async function workbook(unit: string, unitName: string): Promise<Buffer> {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('7月')
  sheet.addRow([`${unitName}2023年7月重点项目投资进度表`])
  sheet.addRow(['单位：万元'])
  sheet.addRow(['序号', '项目名称', '责任单位', '1-7月累计完成投资'])
  for (const [index, line] of linesOf(unit).entries())
    sheet.addRow([index + 1, line.name, unitName, line.july])
  return Buffer.from(await book.xlsx.writeBuffer())
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** The dispatcher takes a unit's file in and sends its return for it (代报), which is accepted at once. */
export async function dropFile(page: Page, unit: string, unitName: string): Promise<void> {
  await page.goto('/import')
  const name = `${unitName}2023年7月进度表.xlsx`
  await page
    .getByLabel(say('import.drop'))
    .setInputFiles({ name, mimeType: XLSX, buffer: await workbook(unit, unitName) })
  await page.getByRole('heading', { name: say('import.step.recognised'), exact: true }).waitFor()
  await says(page.getByRole('main'), say('period.month', { year: 2023, second: 7 }))
  await page.getByRole('button', { name: say('import.commit') }).click()
  await page
    .getByRole('status')
    .filter({
      hasText: say('import.written', { accepted: linesOf(unit).length, left: 0, first: '', last: '' }).slice(
        0,
        6,
      ),
    })
    .waitFor()
  await open(page, unit, '2023-07')
  await explain(page, '已电话核实')
  await submit(page)
  await state(page, 'accepted')
}
