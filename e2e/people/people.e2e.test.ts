import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Desk, openDesk, says, watched } from '../support/desk.ts'
import { say } from '../support/words.ts'

let desk: Desk

beforeAll(async () => {
  desk = await openDesk()
})

afterAll(() => desk?.close())

const row = (page: Page, name: string) => page.getByRole('row').filter({ hasText: name })
const drawer = (page: Page) => page.getByRole('dialog')
const press = (where: Locator, key: string) =>
  where.getByRole('button', { name: say(key), exact: true }).click()

describe('after the first day', () => {
  it('a bureau gets a new name from a day on, previewed before and undone after', async () => {
    const page = await desk.signedIn('zs-diaodu')
    await watched(page, 'rename-unit', async () => {
      await page.getByRole('button', { name: say('shell.more') }).click()
      await page.getByRole('link', { name: say('unit.title'), exact: true }).click()
      await page.getByRole('button', { name: say('unit.change-of', { name: '水利局' }) }).click()
      await page.getByRole('menuitem', { name: say('reorganise.kind.rename-unit') }).click()
      await drawer(page).getByLabel(say('reorganise.new-name')).fill('水务局')
      await drawer(page).getByLabel(say('reorganise.day')).fill('2020-05-20')
      await drawer(page).getByLabel(say('person.reason'), { exact: true }).fill('机构改革方案')
      await press(drawer(page), 'reorganise.preview')
      await says(
        drawer(page),
        say('reorganise.from-day', { day: '2020-05-20' }),
        say('reorganise.past-stays'),
      )
      await press(drawer(page), 'reorganise.save')
      await says(row(page, '水务局'), say('unit.aliases', { names: '水利局' }))

      const named = async (asOf: string, name: string) => {
        await page.goto(`/projects?q=${encodeURIComponent(name)}&asOf=${asOf}`)
        await says(page.getByRole('table'), name)
      }
      await named('2020-05-19', '水利局')
      await named('2020-05-20', '水务局')

      await page.goto('/units')
      const records = page.getByRole('region', { name: say('reorganise.records') })
      await press(records, 'import.undo')
      await says(records, say('import.undone'))
      await page.getByRole('button', { name: say('unit.change-of', { name: '水利局' }) }).waitFor()
    })
  })

  it('a clerk leaves: the posts pass on, and the open page is shut out', async () => {
    const leaver = await desk.signedIn('zs-tianbao')
    const page = await desk.signedIn('zs-guanli')
    await watched(page, 'hand-over', async () => {
      await row(page, '人员乙')
        .getByRole('button', { name: say('person.hand-over') })
        .click()
      await says(drawer(page), '住房和城乡建设局')
      await drawer(page).getByLabel(say('person.successor')).click({ force: true })
      await page.keyboard.type('人员丙')
      await page.keyboard.press('Enter')
      await drawer(page).getByLabel(say('person.reason'), { exact: true }).fill('调离')
      await press(drawer(page), 'person.hand-over')
      await says(row(page, 'zs-tianbao'), say('person.state.closed'))
      await says(row(page, 'zs-zhenjie'), '住房和城乡建设局', '营盘镇')
      await says(
        page.getByRole('region', { name: say('person.log') }),
        say('person.event.handed-over', { by: '人员戊', person: '人员乙' }),
      )
    })
    await watched(leaver, 'leaver', async () => {
      await leaver.reload()
      await leaver.getByRole('button', { name: say('login.enter'), exact: true }).waitFor()
    })
  })

  it('a forgotten password is reset by a slip that lets in once', async () => {
    const page = await desk.signedIn('zs-guanli')
    let link = ''
    await watched(page, 'reset', async () => {
      await row(page, 'zs-ducha')
        .getByRole('button', { name: say('person.reset') })
        .click()
      await press(drawer(page), 'person.reset-send')
      const slip = page.getByRole('article', { name: '人员丁' })
      const code = (await slip.locator('.slip-code').textContent()) ?? ''
      expect(code).toMatch(/^([2-9A-Z]{4}-){2}[2-9A-Z]{4}$/)
      link = `/login?code=${code}`
    })
    const own = await desk.open()
    await watched(own, 'slip', async () => {
      await own.goto(link)
      await own.getByLabel(say('slip.password'), { exact: true }).fill('ten-chars-own')
      await own.getByLabel(say('setup.password-again'), { exact: true }).fill('ten-chars-own')
      await own.getByRole('button', { name: say('slip.enter') }).click()
      await own.getByRole('navigation', { name: say('shell.pages') }).waitFor()
    })
    const again = await desk.open()
    await watched(again, 'slip-again', async () => {
      await again.goto(link)
      await again.getByRole('alert').waitFor()
    })
  })
})
