import ExcelJS from 'exceljs'
import type { Page } from 'playwright-core'
import { says } from '../support/desk.ts'
import { say } from '../support/words.ts'
import { linesOf } from './figures.ts'
import { open, state } from './sheet.ts'

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

/** The dispatcher drops the units' files at once; each is entered on its unit's behalf (代报) and accepted with that. */
export async function dropFiles(
  page: Page,
  units: readonly (readonly [id: string, name: string])[],
): Promise<void> {
  await page.goto('/import')
  const files = units.map(async ([unit, unitName]) => ({
    name: `${unitName}2023年7月进度表.xlsx`,
    mimeType: XLSX,
    buffer: await workbook(unit, unitName),
  }))
  await page.getByLabel(say('import.drop')).setInputFiles(await Promise.all(files))
  await page.getByRole('heading', { name: say('intake.title'), exact: true }).waitFor()
  await says(page.getByRole('main'), '2023年7月')
  const count = units.length
  await page.getByRole('button', { name: say('intake.commit', { count }), exact: true }).click()
  await says(page.getByRole('main'), say('intake.taken', { done: count, all: count, refused: 0 }))
  for (const [unit] of units) {
    await open(page, unit, '2023-07')
    await state(page, 'accepted')
  }
}
