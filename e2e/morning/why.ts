import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { says } from '../support/desk.ts'
import { say } from '../support/words.ts'
import { FILE_NAME, NAMES, ROWS, SHEET } from './workbook.ts'

/** From the search box to the light, from the light to its inputs, from an input to the row it came from. */
export async function asksWhyRed(page: Page): Promise<void> {
  await page.keyboard.press('/')
  const search = page.getByRole('searchbox', { name: say('shell.search') })
  expect(await search.evaluate(box => box === document.activeElement)).toBe(true)
  await page.keyboard.type(NAMES.turnsRed)
  await page.keyboard.press('Enter')
  await page
    .getByRole('button', { name: say('why.ask', { name: `${NAMES.turnsRed} 投资进度` }) })
    .filter({ hasText: '红' })
    .click()

  const why = page.getByRole('dialog', { name: say('why.title') })
  await why.getByRole('heading', { name: say('why.rule') }).waitFor()
  const input = why.getByRole('row').filter({ hasText: say('field.invest-ytd') })
  await says(input, '4,600')
  await input.getByRole('button').click()

  const entry = page.getByRole('dialog', { name: say('entry.title') })
  const source = `${FILE_NAME} / ${SHEET} / ${say('entry.row', { row: ROWS.turnsRed })}`
  await entry.getByText(source).waitFor()
  const cells = (header: string) =>
    entry.getByRole('row').filter({ hasText: header }).getByRole('cell').allTextContents()
  const trimmed = async (header: string) => (await cells(header)).map(text => text.trim())
  expect(await trimmed('1-5月累计完成投资')).toEqual(['F', '投资/1-5月累计完成投资', '4600'])
  expect(await trimmed('项目名称')).toEqual(['B', '项目名称', NAMES.turnsRed])
  await page.keyboard.press('Escape')
  await entry.waitFor({ state: 'hidden' })
}
