import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Desk, openDesk, says, watched } from '../support/desk.ts'
import { say } from '../support/words.ts'

let desk: Desk

beforeAll(async () => {
  desk = await openDesk()
})

afterAll(() => desk?.close())

const clause = (page: Page, id: string) => page.getByRole('region', { name: id, exact: true })
const press = (page: Page, key: string) => page.getByRole('button', { name: say(key), exact: true }).click()
const view = (page: Page, key: string) =>
  page.getByRole('navigation', { name: say('plan.views') }).getByRole('link', { name: say(key) })
const text = (page: Page) => page.getByLabel(say('plan.draft-text'))
const rewrite = async (page: Page, from: string, to: string) => {
  const before = await text(page).inputValue()
  expect(before).toContain(from)
  await text(page).fill(before.replace(from, to))
}
const dayBefore = (day: string) => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10)

it('a clause leads to what runs it and back, and a new cut is written, previewed and published', async () => {
  const page = await desk.signedIn('xx-diaodu')
  await watched(page, 'clause-and-tile', async () => {
    await page
      .getByRole('navigation', { name: say('shell.pages') })
      .getByRole('link', { name: say('plan.title'), exact: true })
      .click()
    await page
      .getByRole('navigation', { name: say('plan.clauses') })
      .getByRole('link', { name: '三色公示和挂牌督办' })
      .click()
    await says(clause(page, 'XX-W1'), '二(五)', '65%')
    await clause(page, 'XX-T1')
      .getByRole('link', { name: say('plan.to-tile') })
      .first()
      .click()
    await page.locator('.tile-marked').click()
    await page
      .getByRole('dialog')
      .getByRole('link', { name: say('plan.to-clause') })
      .first()
      .click()
    await clause(page, 'XX-T1').waitFor()
    expect(new URL(page.url()).hash).toBe('#XX-T1')
    expect(await page.getByRole('dialog').count()).toBe(0)
  })

  let today = ''
  await watched(page, 'mistake-and-preview', async () => {
    await view(page, 'plan.view.edit').click()
    today = await page.getByLabel(say('plan.from-day')).inputValue()
    const line = (await text(page).inputValue()).split('\n').findIndex(one => one.includes('below: 65%')) + 1
    await rewrite(page, 'below: 65%', 'below: 65')
    const findings = page.getByRole('region', { name: say('plan.findings') })
    const place = findings.getByRole('button').filter({ hasText: new RegExp(`第${line}行第\\d+列`) })
    await place.first().waitFor()
    expect(await page.getByRole('button', { name: say('plan.preview') }).isDisabled()).toBe(true)
    await place.first().click()
    const chosen = await text(page).evaluate(
      (box: HTMLTextAreaElement) => box.value.slice(0, box.selectionStart).split('\n').length,
    )
    expect(chosen).toBe(line)
    await rewrite(page, 'below: 65,', 'below: 60%,')
    await findings
      .getByRole('button')
      .filter({ hasText: say('plan.severity.error') })
      .waitFor({ state: 'detached' })
    await press(page, 'plan.preview')
    await says(page.getByRole('region', { name: say('plan.effects') }), say('plan.effects'))
    await says(page.locator('.plan-changes'), '65%', '60%')
  })

  await watched(page, 'publish-and-history', async () => {
    await page.getByLabel(say('person.reason'), { exact: true }).fill('区政府常务会议调整红线')
    await press(page, 'plan.publish')
    const versions = page.getByRole('region', { name: say('plan.view.versions') })
    const row = versions.getByRole('row').filter({ hasText: '区政府常务会议调整红线' })
    await says(row, '人员甲', say('plan.in-force'), say('plan.origin.published'))
    expect(await versions.getByRole('row').count()).toBe(3)
    await row.getByRole('button', { name: say('plan.compare') }).click()
    await says(page.getByRole('region', { name: say('plan.compare') }), '65%', '60%')
    await page.getByRole('button', { name: say('plan.by-lines') }).click()
    await says(page.locator('.plan-diff'), 'below: 60%')
  })

  await watched(page, 'past-and-present', async () => {
    await page.goto(`/plan?asOf=${dayBefore(today)}#XX-W1`)
    await says(clause(page, 'XX-W1'), '65%')
    expect(await view(page, 'plan.view.edit').count()).toBe(0)
    await page.goto('/plan#XX-W1')
    await says(clause(page, 'XX-W1'), '60%')
    await page.setViewportSize({ width: 390, height: 844 })
    for (const address of ['/plan', '/plan?view=versions', '/plan?view=edit']) {
      await page.goto(address)
      await page.locator('.plan-head').waitFor()
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    }
  })
})
