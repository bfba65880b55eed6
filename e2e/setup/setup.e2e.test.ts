import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Desk, openDesk, says, watched } from '../support/desk.ts'
import { say } from '../support/words.ts'
import { filled, fillProjects, fillReturns, PEOPLE, UNITS, XLSX } from './forms.ts'

const PASSWORD = 'a long enough one'
const OWN = '十个字以上的自设口令'

let desk: Desk
let page: Page
beforeAll(async () => {
  desk = await openDesk({ GUATU_DEMO: '0' })
  page = await desk.open({ acceptDownloads: true })
})
afterAll(() => desk?.close())

const part = (step: 'roster' | 'list' | 'slips' | 'returns') =>
  page.getByRole('region', { name: say(`setup.step.${step}`) })
const button = (on: Page, key: string, params: Record<string, number> = {}) =>
  on.getByRole('button', { name: say(key, params), exact: true })
const setUp = () => page.goto('/setup')

async function pick(level: string, name: string): Promise<void> {
  const box = page.getByRole('combobox', { name: say(`setup.region.${level}`), exact: true })
  await box.click()
  await box.fill(name)
  await page.locator('.ant-select-item-option').filter({ hasText: name }).first().click()
}

/** On the import page: the file, what was recognised, and into the ledger. */
async function importFile(file: Awaited<ReturnType<typeof filled>>, rows: number): Promise<void> {
  await page.getByLabel(say('import.drop')).setInputFiles(file)
  await button(page, 'import.commit').click()
  await page.getByText(new RegExp(`^已写入 ${rows} 行，未写入 0 行`)).waitFor()
}

describe('an empty installation, from its setup code to its first board', () => {
  test('shows nobody anything without the code of the server’s window', async () => {
    await watched(page, 'setup-code', async () => {
      await page.goto('/')
      await page.getByLabel(say('setup.code.label')).fill('ABCD-EFGH-JKLM')
      await button(page, 'setup.code.enter').click()
      await says(page.getByRole('alert'), '设置码不正确')
      const [, code = ''] = await desk.said(/setup code\s+([0-9A-Z-]{14})/)
      await page.getByLabel(say('setup.code.label')).fill(code)
      await button(page, 'setup.code.enter').click()
      await page.getByRole('heading', { name: say('setup.begin.title') }).waitFor()
    })
  })

  test('takes the region with its name filled in, and the first account', async () => {
    await watched(page, 'setup-begin', async () => {
      await pick('province', '陕西省')
      await pick('city', '安康市')
      await pick('county', '平利县')
      expect(await page.getByLabel(say('setup.begin.name'), { exact: true }).inputValue()).toBe('平利县')
      expect(await page.getByLabel(say('setup.begin.bureau')).inputValue()).toBe('平利县发展和改革局')
      await page.getByLabel(say('setup.begin.person')).fill('李明')
      await page.getByLabel(say('setup.begin.login')).fill('liming')
      await page.getByLabel(say('setup.password'), { exact: true }).fill('too short')
      await page.getByLabel(say('setup.password-again')).fill('too short')
      expect(await button(page, 'setup.begin.save').isEnabled()).toBe(false)
      await page.getByLabel(say('setup.password'), { exact: true }).fill(PASSWORD)
      await page.getByLabel(say('setup.password-again')).fill(PASSWORD)
      await button(page, 'setup.begin.save').click()
      await button(page, 'setup.plan.save').waitFor()
    })
  })

  test('can be left there and come back to; a copied plan says what it leaves out', async () => {
    await watched(page, 'setup-plan', async () => {
      await page.reload()
      await says(page.getByRole('heading', { name: say('setup.plan.title', { name: '平利县' }) }), '平利县')
      await page.getByRole('radio', { name: /^参照：柞水县/ }).click()
      await page.getByLabel(say('setup.plan.year')).fill('2026')
      await button(page, 'setup.plan.save').click()
      await says(page.getByRole('listitem').filter({ hasText: '重点项目完成投资' }), '重点项目完成投资')
      await button(page, 'setup.plan.go-on').click()
      await says(part('roster'), say('setup.roster.count', { units: 2, people: 1 }))
    })
  })

  test('takes units and people from the template, all or nothing', async () => {
    await watched(page, 'setup-roster', async () => {
      const link = part('roster').getByRole('link', { name: say('setup.roster.template') })
      const upload = part('roster').getByLabel(say('setup.roster.upload'))
      const wrong = await filled(page, link, book => {
        book.getWorksheet('单位')?.addRow(['水利局', '处室', null, null])
      })
      await upload.setInputFiles(wrong)
      await says(part('roster').getByRole('alert'), '单位类别“处室”不认识')
      const right = await filled(page, link, book => {
        for (const unit of UNITS) book.getWorksheet('单位')?.addRow([...unit])
        for (const person of PEOPLE) book.getWorksheet('人员岗位')?.addRow([...person])
      })
      await upload.setInputFiles(right)
      await says(part('roster').getByRole('listitem').filter({ hasText: '水利局' }), '赵强', 'p001')
      await button(page, 'setup.roster.save').click()
      await says(part('roster'), say('setup.roster.saved', { units: 3, people: 3, posts: 5 }))
      await says(part('roster'), say('setup.roster.count', { units: 5, people: 4 }))
    })
  })

  test('imports the first list from its template under the new units', async () => {
    await watched(page, 'setup-list', async () => {
      const link = part('list').getByRole('link', { name: say('setup.list.template') })
      const file = await filled(page, link, fillProjects)
      await part('list')
        .getByRole('link', { name: say('setup.list.import') })
        .click()
      await importFile(file, 4)
      await page.goto('/')
      await says(
        page.getByRole('status').filter({ hasText: say('setup.no-returns') }),
        say('setup.no-returns'),
      )
    })
  })

  test('prints slips with QR codes; a reporter signs in by one and sets a password', async () => {
    await watched(page, 'setup-slips', async () => {
      await setUp()
      await part('slips').getByLabel(say('setup.slips.address')).fill('http://10.1.2.3:8787')
      await button(page, 'setup.slips.issue', { count: 3 }).click()
      const slip = page.getByRole('article', { name: '王芳' })
      await says(slip, '住房和城乡建设局', 'wangfang', 'http://10.1.2.3:8787/login')
      expect(await page.getByRole('article').count()).toBe(3)
      const modules = await slip.locator('svg path').getAttribute('d')
      expect(modules?.length).toBeGreaterThan(500)

      const code = await slip.locator('.slip-code').textContent()
      const phone = await desk.open({ viewport: { width: 390, height: 844 } })
      await watched(phone, 'setup-slip', async () => {
        await phone.goto(`/login?code=${code}`)
        await says(phone.locator('.slip-holder'), '王芳', '平利县', '住房和城乡建设局')
        await phone.getByLabel(say('slip.password')).fill(OWN)
        await phone.getByLabel(say('setup.password-again')).fill(OWN)
        await button(phone, 'slip.enter').click()
        await phone.getByRole('navigation', { name: say('shell.pages') }).waitFor()
        expect(phone.url()).not.toContain('code')
        await phone.goto('/projects')
        await phone.getByText('老旧小区改造').first().waitFor()
        expect(await phone.getByText('城北供水厂').count()).toBe(0)
        await phone.goto(`/login?code=${code}`)
        await says(phone.getByRole('alert'), '登录码不正确，或已经使用')
      })
      await setUp()
      await says(part('slips'), say('setup.slips.count', { none: 0, issued: 2, used: 2 }))
    })
  })

  test('imports the first month, and the board shows what was reported', async () => {
    await watched(page, 'setup-board', async () => {
      await setUp()
      const link = part('returns').locator('a.template')
      const file = await filled(page, link, fillReturns)
      expect(file.mimeType).toBe(XLSX)
      await part('returns')
        .getByRole('link', { name: say('setup.returns.import') })
        .click()
      await page.getByLabel(say('import.drop')).setInputFiles(file)
      await button(page, 'import.commit').click()
      await page.getByText(/^已写入 3 行/).waitFor()
      await page.goto('/?asOf=2026-05-31')
      // 5,000 + 1,500 + 1,200 of 24,000 万元; two of four have started.
      const tile = (name: string) => page.getByRole('button', { name: new RegExp(`^${name}`) })
      await says(tile('重点项目年度投资完成率'), '32.1%', '0.77', '2.40')
      await says(tile('重点项目全部开工'), '50.0%', '2/4')
      await says(tile('本年累计完成投资'), '0.77')
      await setUp()
      await says(part('returns'), say('setup.returns.count', { returns: 3 }))
    })
  })

  test('is closed for good: the code is void, one signs in', async () => {
    const window = await desk.open()
    await watched(window, 'setup-closed', async () => {
      const [, code = ''] = await desk.said(/setup code\s+([0-9A-Z-]{14})/)
      const answer = await fetch(`${desk.url}/api/setup/progress`, { headers: { 'x-guatu-setup': code } })
      expect(answer.status).toBe(404)
      await window.goto('/')
      await window.getByLabel(say('login.account')).fill('liming')
      await window.getByLabel(say('login.password'), { exact: true }).fill(PASSWORD)
      await button(window, 'login.enter').click()
      await window.getByRole('navigation', { name: say('shell.pages') }).waitFor()
    })
  })
})
