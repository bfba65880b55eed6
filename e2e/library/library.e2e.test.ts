import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Desk, openDesk, says, watched } from '../support/desk.ts'
import { say } from '../support/words.ts'

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
})
afterAll(() => desk?.close())

const on = async (name: string, account: string, steps: (page: Page) => Promise<void>) => {
  const page = await desk.signedIn(account)
  await watched(page, name, () => steps(page))
  await page.context().close()
}

/** Straight from the demo's file. */
const HOUSING = readFileSync(new URL('../../demo/zhashui/projects.csv', import.meta.url), 'utf8')
  .split('\n')
  .filter(line => line.split(',')[2] === 'housing').length

const table = (page: Page) => page.locator('.library-table')
const value = (page: Page, filter: string, name: string) =>
  page
    .locator('details.filter')
    .filter({ has: page.locator('summary', { hasText: filter }) })
    .getByRole('listitem')
    .filter({ hasText: name })
const found = (page: Page, count: number) => page.getByText(say('project.found', { count })).waitFor()

describe('the library', () => {
  it('is narrowed by a click, says so in a chip and in the address, and is widened again', () =>
    on('library-filters', 'zs-diaodu', async page => {
      await page.goto('/projects')
      await says(value(page, say('facet.unit'), '住房和城乡建设局'), String(HOUSING))
      await value(page, say('facet.unit'), '住房和城乡建设局').getByRole('checkbox').check()
      await found(page, HOUSING)
      expect(new URL(page.url()).searchParams.get('unit')).toBe('housing')
      const chip = page.locator('.chips li')
      await says(chip, '住房和城乡建设局')
      await page.reload()
      await found(page, HOUSING)
      await chip.getByRole('button').click()
      await found(page, 95)
    }))

  it('is walked with the arrows and opened with Enter', () =>
    on('library-keys', 'zs-diaodu', async page => {
      await page.goto('/projects?sort=name')
      await table(page).waitFor()
      const third = await table(page).locator('tbody th a').nth(2).textContent()
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Enter')
      await says(page.locator('.project-head h1'), third ?? '')
    }))

  it('shows the columns that are chosen, and gives just these as a sheet', () =>
    on('library-columns', 'zs-diaodu', async page => {
      await page.goto('/projects')
      await table(page).waitFor()
      const heads = () => table(page).locator('thead th').allTextContents()
      expect((await heads()).some(text => text.startsWith(say('field.total-invest')))).toBe(false)
      await page.getByRole('button', { name: say('project.columns') }).click()
      await page.getByRole('checkbox', { name: say('field.total-invest') }).check()
      await table(page).getByText(say('field.total-invest')).waitFor()
      const href = await page.getByRole('link', { name: say('project.export') }).getAttribute('href')
      expect(new URLSearchParams(href?.split('?')[1]).get('columns')?.split(',')).toContain('total-invest')
    }))

  it('is saved as a view that a colleague opens by its link, and only its maker can change', () =>
    on('library-view', 'zs-diaodu', async page => {
      await page.goto('/projects?unit=housing')
      await found(page, HOUSING)
      await page.getByRole('button', { name: say('view.title') }).click()
      await page.getByRole('button', { name: say('view.save') }).click()
      await page.getByLabel(say('view.name')).fill('住建项目')
      await page.getByRole('checkbox', { name: say('view.share') }).check()
      await page.getByRole('button', { name: say('view.ok') }).click()
      await page.getByRole('button', { name: say('view.current', { name: '住建项目' }) }).waitFor()
      const view = new URL(page.url()).searchParams.get('view')
      await on('library-view-leader', 'zs-lingdao', async other => {
        await other.goto(`/projects?view=${view}`)
        await found(other, HOUSING)
        expect(new URL(other.url()).searchParams.get('unit')).toBe('housing')
        await other.getByRole('button', { name: say('view.current', { name: '住建项目' }) }).click()
        await other.locator('.views').getByText(say('view.link')).waitFor()
        expect(await other.locator('.views').getByText(say('view.edit')).count()).toBe(0)
      })
    }))

  it('changes many at once after a preview, and takes it back by one click', () =>
    on('library-bulk', 'zs-diaodu', async page => {
      await page.goto('/projects?unit=housing')
      await found(page, HOUSING)
      await table(page).locator('thead').getByRole('checkbox').check()
      await says(page.locator('.bulk-bar'), say('bulk.ticked', { count: HOUSING }))
      await page.getByRole('button', { name: say('bulk.title') }).click()
      const box = page.getByRole('dialog')
      await box.getByLabel(say('facet.leader')).fill('县领导新')
      await box.getByRole('button', { name: say('bulk.preview') }).click()
      await says(box, say('bulk.counts', { changed: HOUSING, unchanged: 0, refused: 0 }))
      const commit = box.getByRole('button', { name: say('bulk.commit', { count: HOUSING }) })
      expect(await commit.isDisabled()).toBe(true)
      await box.getByLabel(say('bulk.reason')).fill('分工调整')
      await commit.click()
      await box.getByRole('button', { name: say('bulk.undo') }).waitFor()
      await says(table(page).locator('tbody tr').first(), '县领导新')
      await box.getByRole('button', { name: say('bulk.undo') }).click()
      await says(box, say('bulk.undone'))
      await table(page).getByText('县领导新').first().waitFor({ state: 'detached' })
    }))

  it('offers no change to a leader', () =>
    on('library-leader', 'zs-lingdao', async page => {
      await page.goto('/projects')
      await table(page).waitFor()
      expect(await table(page).getByRole('checkbox').count()).toBe(0)
    }))
})
