import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { says } from '../support/desk.ts'
import { say } from '../support/words.ts'
import { state } from './sheet.ts'

export const openPeriod = async (page: Page, period: string) => {
  await page.goto(`/periods/${period}`)
  await page.locator('.unit-table').waitFor()
}

const unitLine = (page: Page, unitName: string) =>
  page
    .locator('.unit-table')
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: unitName, exact: true }) })

export const unitSays = (page: Page, unitName: string, ...texts: string[]) =>
  says(unitLine(page, unitName), ...texts)

/** The server tells by itself within seconds of the day's turn. */
export const reminded = async (page: Page, period: string, sent: number) => {
  await expect
    .poll(
      async () => {
        await openPeriod(page, period)
        const counts = page.locator('.chase header .soft')
        await counts.waitFor()
        return counts.innerText()
      },
      { timeout: 30_000, interval: 500 },
    )
    .toMatch(new RegExp(`^${say('chase.counts', { sent, coming: '' }).split('，')[0]}，`))
}

const unread = new RegExp(say('notice.unread', { count: '\\d+' }))

/** The bell counts what is unread; the notice leads to the return. */
export async function followsNotice(page: Page, title: string): Promise<void> {
  await page.reload()
  await page.getByRole('button', { name: unread }).click()
  const notice = page.getByRole('listitem').filter({ hasText: title })
  await notice.getByRole('link', { name: say('notice.open'), exact: true }).click()
  await page.getByRole('heading', { level: 1 }).waitFor()
}

/** A word of the dispatcher's own to everyone who owes; gives the units that nobody can be told of. */
export async function chase(page: Page, words: string): Promise<void> {
  const panel = page.locator('.chase')
  await panel.getByLabel(say('chase.words'), { exact: true }).fill(words)
  await panel.getByRole('button', { name: /./ }).first().click()
  await panel.getByRole('status').waitFor()
}

export async function sendBack(page: Page, unit: string, period: string, whole: string): Promise<void> {
  await page.goto('/returns')
  await page
    .locator(`.due-review a[href="/returns/${unit}/${period}"]`)
    .filter({ hasText: say('due.review') })
    .click()
  await state(page, 'submitted')
  // Who checks reads; the worksheet opens on demand.
  expect(await page.locator('.return-grid').count()).toBe(0)
  await page.getByRole('button', { name: say('sheet.do.return'), exact: true }).click()
  const form = page.getByRole('dialog')
  await form.getByLabel(say('sheet.reason-whole')).fill(whole)
  await form.locator('button[type=submit]').click()
  await state(page, 'returned')
}

/** The box says whose returns passed a warning for a reason. */
export async function acceptAll(
  page: Page,
  period: string,
  count: number,
  ...warned: string[]
): Promise<void> {
  await openPeriod(page, period)
  await page.getByRole('button', { name: say('accept.all', { count }), exact: true }).click()
  const box = page.getByRole('dialog')
  await says(box, ...warned)
  await box.getByRole('button', { name: say('accept.do', { count }), exact: true }).click()
  await says(box, say('accept.done', { accepted: count, refused: 0 }))
  await box.getByRole('button', { name: say('bulk.close'), exact: true }).click()
}

/** Each unit that is not waited for any longer is named, and confirmed one by one. */
export async function close(page: Page, period: string, missing: readonly string[]): Promise<void> {
  await openPeriod(page, period)
  const ask = page.getByRole('button', { name: say('closing.ask'), exact: true })
  const box = page.getByRole('dialog')
  // By keys alone, and out of it again: the focus is where it was.
  await ask.press('Enter')
  await box.waitFor()
  await page.keyboard.press('Escape')
  await box.waitFor({ state: 'hidden' })
  await expect.poll(() => ask.evaluate(one => one === document.activeElement)).toBe(true)
  await ask.click()
  const count = missing.length
  const go = box.getByRole('button', { name: say('closing.do-without', { count }), exact: true })
  await go.waitFor()
  for (const name of missing) {
    expect(await go.isDisabled()).toBe(true)
    await box.getByRole('checkbox', { name: new RegExp(`^${name}`) }).check()
  }
  await go.click()
  await box.waitFor({ state: 'hidden' })
  await says(page.locator('.period-head'), say('periods.state.closed'))
}
