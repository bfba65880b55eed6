import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Desk, openDesk, says, watched } from '../support/desk.ts'
import { say } from '../support/words.ts'

const PLAN = new URL('../../schemes/zhashui/scheme.yaml', import.meta.url)

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
})
afterAll(() => desk?.close())

const on = async (name: string, account: string, steps: (page: Page) => Promise<void>, phone = false) => {
  const page = await desk.signedIn(account, phone ? { viewport: { width: 390, height: 844 } } : {})
  await watched(page, name, async () => {
    await page.goto('/replay')
    await steps(page)
  })
  await page.context().close()
}
const run = (page: Page) => page.getByRole('button', { name: say('replay.run'), exact: true })
const outcome = (page: Page) => page.locator('.replay-outcome')
const rows = (page: Page) => page.locator('.replay-lights tbody tr')

async function moveLine(page: Page): Promise<void> {
  await says(outcome(page), say('replay.empty'))
  expect(await run(page).isDisabled()).toBe(true)
  await page.locator('input[name="gap-red"]').fill('-15pp')
  await run(page).click()
  await rows(page).first().waitFor()
}

describe('a replay', () => {
  it('of a moved line lists what changes side by side, narrows it, answers why, and gives a sheet', () =>
    on('replay-line', 'zs-diaodu', async page => {
      await moveLine(page)
      const first = rows(page).first()
      await says(first, say('replay.why'), '−15 个百分点', '−20 个百分点')
      const count = await rows(page).count()
      await page.getByLabel(say('replay.changed-only')).uncheck()
      await page.waitForFunction(
        least => document.querySelectorAll('.replay-lights tbody tr').length > least,
        count,
      )
      await page.getByLabel(say('replay.changed-only')).check()
      await page.waitForFunction(
        same => document.querySelectorAll('.replay-lights tbody tr').length === same,
        count,
      )
      await rows(page)
        .first()
        .getByRole('button', { name: say('replay.why') })
        .click()
      await says(page.locator('.why'), say('why.rule'))
      await page.keyboard.press('Escape')
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: say('replay.export') }).click(),
      ])
      expect(download.suggestedFilename()).toMatch(/2020-0\d\.xlsx$/)
    }))

  it('of a draft says what is wrong with its text, then compares it', () =>
    on('replay-draft', 'zs-lingdao', async page => {
      await page.getByRole('button', { name: say('replay.by.draft') }).click()
      const box = page.getByLabel(say('replay.draft'), { exact: true })
      await box.fill('scheme: x\nlights: [\n')
      await run(page).click()
      await says(outcome(page), say('replay.finding', { line: 3, column: 1 }))
      await box.fill(readFileSync(PLAN, 'utf8').replace('default: -20pp', 'default: -15pp'))
      await run(page).click()
      await rows(page).first().waitFor()
    }))

  it('fits a phone', () =>
    on(
      'replay-phone',
      'zs-diaodu',
      async page => {
        await moveLine(page)
        const wide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)
        expect(wide).toBe(false)
      },
      true,
    ))
})
