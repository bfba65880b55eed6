import ExcelJS from 'exceljs'
import type { Locator, Page } from 'playwright-core'

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** The template behind a link, opened, written into and saved, as a clerk does with WPS. */
export async function filled(
  page: Page,
  link: Locator,
  write: (book: ExcelJS.Workbook) => void,
): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()])
  const book = new ExcelJS.Workbook()
  await book.xlsx.readFile(await download.path())
  write(book)
  return {
    name: download.suggestedFilename(),
    mimeType: XLSX,
    buffer: Buffer.from(await book.xlsx.writeBuffer()),
  }
}

const MONTHS = Array.from({ length: 12 }, () => null)

export const UNITS = [
  ['住房和城乡建设局', '部门', null, '住建局'],
  ['水利局', '部门', null, null],
  ['城关镇', '镇街', null, null],
] as const

export const PEOPLE = [
  ['王芳', 'wangfang', '住房和城乡建设局', '填报', '13900000000'],
  ['赵强', null, '水利局', '填报', null],
  ['周县长', 'zhou', '平利县人民政府', '领导', null],
] as const

/** Name, lead unit, town, nature, total and annual plan in 万元. */
const PROJECTS = [
  ['城北供水厂', '水利局', '城关镇', '新建', 30_000, 12_000],
  ['老旧小区改造', '住建局', '城关镇', '续建', 15_000, 6_000],
  ['滨河路改建', '住建局', null, '新建', 9_000, 3_600],
  ['防洪堤加固', '水利局', null, '续建', 6_000, 2_400],
] as const

export function fillProjects(book: ExcelJS.Workbook): void {
  for (const [name, unit, town, nature, total, plan] of PROJECTS)
    book
      .getWorksheet('项目清单')
      ?.addRow([
        name,
        null,
        '县重点项目',
        unit,
        null,
        town,
        null,
        nature,
        total,
        plan,
        '2026-03-01',
        null,
        ...MONTHS,
      ])
}

/** Done since January in 万元, and stage; the third project says nothing. */
const RETURNS: Readonly<Record<string, readonly [number, string]>> = {
  城北供水厂: [5_000, '开工'],
  老旧小区改造: [1_500, '开工'],
  防洪堤加固: [1_200, '前期'],
}

/** May of the plan year, whatever month the template was made for. */
export function fillReturns(book: ExcelJS.Workbook): void {
  const sheet = book.worksheets[0]
  sheet?.eachRow((row, number) => {
    if (number <= 2) return
    row.getCell(4).value = '2026年5月'
    const [done, stage] = RETURNS[row.getCell(1).text] ?? []
    if (done === undefined) return
    row.getCell(5).value = done
    row.getCell(8).value = stage
  })
}
