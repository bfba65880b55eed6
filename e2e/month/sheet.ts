import type { Page } from 'playwright-core'
import { says } from '../support/desk.ts'
import { say } from '../support/words.ts'

export const open = async (page: Page, unit: string, period: string) => {
  await page.goto(`/returns/${unit}/${period}`)
  await page.getByRole('heading', { level: 1 }).waitFor()
}

export const state = (page: Page, name: 'open' | 'submitted' | 'returned' | 'accepted' | 'frozen') =>
  says(page.locator('.sheet-head'), say(`sheet.state.${name}`))

/** Where the grid keeps the figures of a project. */
export const row = (page: Page, name: string) =>
  page.locator('tr[aria-rowindex]').filter({ has: page.getByRole('rowheader', { name, exact: true }) })

/** Whatever warnings are left, for one reason. */
export async function explain(page: Page, reason: string): Promise<void> {
  const panel = page.locator('#warnings')
  if ((await panel.count()) === 0) return
  const all = panel.getByLabel(say('sheet.same-reason'), { exact: true })
  if ((await all.count()) > 0) {
    await all.fill(reason)
    await panel.locator('.same-reason button').click()
  } else await panel.getByPlaceholder(say('sheet.reason-box'), { exact: true }).fill(reason)
}

export async function submit(page: Page): Promise<void> {
  await page.getByRole('button', { name: say('sheet.submit'), exact: true }).click()
}

/** Figures that stood in the ledger already change for a reason. */
export const because = (page: Page, reason: string) =>
  page.getByLabel(say('return.reason'), { exact: true }).fill(reason)

/** A worksheet's way: the first cell is picked, figures are typed downwards. */
export async function typeDown(page: Page, texts: readonly string[]): Promise<void> {
  await page.locator('tr[aria-rowindex="2"] td[aria-colindex="2"]').click()
  for (const text of texts) {
    await page.keyboard.type(text)
    await page.keyboard.press('Enter')
  }
}

export const namesInGrid = async (page: Page): Promise<string[]> => {
  await page.locator('tr[aria-rowindex="2"]').waitFor()
  return page.locator('tr[aria-rowindex] th[scope=row] .cell-value').allTextContents()
}
