import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { says } from '../support/desk.ts'
import { say } from '../support/words.ts'
import { goTo } from './board.ts'
import { FILE_NAME, NAMES, ROWS, SHEET, workbook } from './workbook.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const step = (page: Page, key: string) =>
  page.locator('section').filter({ has: page.getByRole('heading', { name: say(key), exact: true }) })

/** The line of the preview for one row of the sheet. */
const line = (page: Page, row: number) =>
  step(page, 'import.rows')
    .getByRole('row')
    .filter({ has: page.getByRole('cell', { name: String(row), exact: true }) })

export async function uploadTable(page: Page): Promise<void> {
  await goTo(page, 'import.title')
  const box = page.getByLabel(say('import.drop'))
  await box.setInputFiles({ name: FILE_NAME, mimeType: XLSX, buffer: await workbook() })
  await step(page, 'import.step.recognised').waitFor()
}

/** Headers over two rows, unit from the note, period from title and header, formula, subtotals, rows of each kind. */
export async function recognised(page: Page): Promise<void> {
  const found = step(page, 'import.step.recognised')
  await says(found, say('import.sheet-rows', { name: SHEET, rows: 14 }))
  await says(found, '2020年5月')
  await expect(found.getByRole('radio', { name: say('import.cumulative') }).isChecked()).resolves.toBe(true)
  const column = (header: string) =>
    found.getByRole('row').filter({ has: page.getByRole('rowheader', { name: header }) })
  await says(column('投资/2020年计划投资'), say('field.annual-plan'), '万元')
  await says(column('投资/1-5月累计完成投资'), say('field.invest-ytd'), '万元', say('import.computed'))
  await says(column('责任单位'), '住房和城乡建设局')

  await says(line(page, ROWS.turnsRed), say('import.kind.update'), NAMES.turnsRed, '9,230', '4,600')
  await says(line(page, ROWS.fromFormula), say('import.kind.update'), '7,000', say('import.computed'))
  await says(line(page, ROWS.driftingName), say('import.kind.duplicate'))
  await says(line(page, ROWS.bad), say('import.kind.bad'), '“清明前后”不是日期')
  await says(
    line(page, ROWS.begins),
    say('import.kind.new'),
    NAMES.begins,
    '农业农村局',
    '县重点项目',
    '新建',
  )
  await says(line(page, ROWS.begins), '3,000 万元', '1,300 万元')
  expect(await line(page, ROWS.begins).textContent()).not.toMatch(/[a-z]/i)
  for (const [row, plan, done] of [
    [ROWS.subtotal, '39342.00万元', '13300.00万元'],
    [ROWS.total, '61949.00万元', '23600.00万元'],
  ] as const) {
    const agrees = (figure: string) => say('import.subtotal', { states: figure, parts: figure })
    await says(line(page, row), say('import.kind.subtotal'), agrees(plan), agrees(done), say('import.agrees'))
    expect(await line(page, row).textContent()).not.toContain(say('import.disagrees'))
  }
}

/** The drifting name is the known project; the bad row stays out. */
export async function settle(page: Page): Promise<void> {
  const decisions = step(page, 'import.step.decide')
  const write = page.getByRole('button', { name: say('import.commit') })
  await says(step(page, 'import.step.result'), say('import.still-to-decide', { count: 1 }))
  expect(await write.isEnabled()).toBe(false)
  await decisions.getByRole('radio', { name: NAMES.knownAs }).click()
  await says(line(page, ROWS.driftingName), say('import.kind.update'), NAMES.driftingName, '1,524', '1,700')
  await says(decisions, `${SHEET} / ${say('entry.row', { row: ROWS.bad })} / H`)
  expect(await write.isEnabled()).toBe(false)
  await decisions.getByRole('checkbox', { name: say('import.skip-bad', { count: 1 }) }).click()
}

export async function commit(page: Page): Promise<void> {
  await page.getByRole('button', { name: say('import.commit') }).click()
  const written = say('import.written', { accepted: 4, left: 1, first: '', last: '' })
  const upTo = written.slice(0, written.indexOf('1') + 1)
  await page.getByRole('status').filter({ hasText: upTo }).waitFor()
}

export async function undo(page: Page): Promise<void> {
  await goTo(page, 'import.title')
  const recent = step(page, 'import.recent').getByRole('listitem').filter({ hasText: FILE_NAME })
  await recent.getByRole('button', { name: say('import.undo') }).click()
  await recent.getByText(say('import.undone'), { exact: true }).waitFor()
}
