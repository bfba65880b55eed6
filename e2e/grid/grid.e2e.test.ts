import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openBrowser } from '../browser.ts'
import { GRID_PAGE, pasteInto, serveGrid } from './serve.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
let browser: Browser
let page: Page
let answer = 200

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())
beforeEach(async () => {
  await page?.context().close()
  answer = 200
  page = await (await browser.newContext({ viewport: { width: 1280, height: 720 } })).newPage()
  await serveGrid(page, root, () => answer)
})

const cell = (row: number, column: number) =>
  page.locator(`tr[aria-rowindex="${row + 2}"] td[aria-colindex="${column + 2}"]`)
const open = async (query = '') => {
  await page.goto(`${GRID_PAGE}${query}`)
  await page.locator('td, .phone-box').first().waitFor()
}
const boxText = () => page.locator('.cell-box').inputValue()

describe('the grid of a return', () => {
  it('takes keys as a worksheet does', async () => {
    await open()
    await cell(0, 5).click()
    await page.keyboard.type('12')
    await page.keyboard.press('Enter')
    await page.keyboard.type('34')
    await page.keyboard.press('Tab')
    await page.keyboard.type('基础')
    await page.keyboard.press('ArrowUp')
    expect(await cell(0, 5).innerText()).toContain('12')
    expect(await cell(1, 5).innerText()).toContain('34')
    expect(await cell(1, 6).innerText()).toContain('基础')
    await page.keyboard.press('Control+z')
    await page.keyboard.press('Control+z')
    expect(await cell(1, 5).innerText()).not.toContain('34')
    await page.keyboard.press('Control+y')
    expect(await boxText()).toBe('34')
    await page.keyboard.press('F2')
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.type('0')
    await page.keyboard.press('Escape')
    expect(await boxText()).toBe('34')
    await page.keyboard.press('Delete')
    expect(await boxText()).toBe('')
  })

  it('pastes a table from Excel, says what it left, and takes one key to undo', async () => {
    await open()
    await cell(0, 0).click()
    const html = readFileSync(join(root, 'apps/web/src/grid/paste/fixtures/excel.txt'), 'utf8')
    await pasteInto(page, { html, text: 'x' })
    await page.locator('.paste-note').waitFor()
    expect(await cell(1, 0).innerText()).toContain('12,000')
    expect(await cell(2, 0).getAttribute('aria-invalid')).toBe('true')
    expect(await page.locator('.paste-note li').count()).toBe(3)
    await page.locator('.paste-note .as-link').click()
    await page.locator('td:has(.cell-box)[aria-colindex="2"][aria-invalid=true]').waitFor()
    expect(await boxText()).toBe('约300')
    await page.keyboard.press('Control+z')
    expect(await cell(1, 0).innerText()).not.toContain('12,000')
  })

  it('tells a finding at the cell while it is typed, in words that the box refers to', async () => {
    await open()
    await cell(0, 0).click()
    await page.keyboard.type('6000')
    const said = await page.locator('.cell-box').getAttribute('aria-describedby')
    expect(await page.locator(`[id="${said}"]`).innerText()).toContain('累计数比上期少')
    await page.keyboard.type('约')
    expect(await page.locator(`[id="${said}"]`).innerText()).toContain('不是金额')
    expect(await page.locator('.cell-box').getAttribute('aria-invalid')).toBe('true')
  })

  it('leaves Enter to an input method at work', async () => {
    await open()
    await cell(0, 6).click()
    const client = await page.context().newCDPSession(page)
    await client.send('Input.imeSetComposition', { text: 'jichu', selectionStart: 5, selectionEnd: 5 })
    const key = { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 229 }
    await client.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...key })
    await client.send('Input.insertText', { text: '基础' })
    expect(await boxText()).toBe('基础')
    expect(await cell(0, 6).locator('.cell-box').count()).toBe(1)
    await page.keyboard.press('Enter')
    expect(await cell(0, 6).innerText()).toContain('基础')
  })

  it('draws few of many rows, keeps the one being written, and all of them on paper', async () => {
    await open('?rows=600&columns=4')
    expect(await page.locator('tr[aria-rowindex]').count()).toBeLessThan(70)
    await cell(0, 0).click()
    await page.keyboard.type('5')
    await page.locator('.grid-box').evaluate(box => box.scrollTo({ top: 20_000 }))
    await page.locator('tr[aria-rowindex="460"]').waitFor()
    expect(await boxText()).toBe('5')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Control+End')
    await cell(599, 3).locator('.cell-box').waitFor()
    await page.emulateMedia({ media: 'print' })
    await page.locator('tr[aria-rowindex="300"]').waitFor()
    expect(await page.locator('tbody tr[aria-rowindex]').count()).toBe(600)
  })

  it('keeps the rows that were chosen while they are mended', async () => {
    await open()
    for (const row of [0, 2]) {
      await cell(row, 0).click()
      await page.keyboard.type('约3')
      await page.keyboard.press('Enter')
    }
    await page.getByLabel('显示').selectOption('findings')
    const names = () => page.locator('tbody tr[aria-rowindex] th').allInnerTexts()
    const [mended, next] = await names()
    await cell(0, 0).click()
    await page.keyboard.type('99999')
    expect((await names())[0]).toBe(mended)
    await page.keyboard.press('Enter')
    await expect.poll(names).toEqual([next])
    expect(await page.locator('tr:has(.cell-box) th').innerText()).toBe(next)
    expect(await page.getByLabel('显示').inputValue()).toBe('findings')
    await page.keyboard.press('Control+z')
    await expect.poll(names).toEqual([mended, next])
  })

  it('keeps what is half written over a reload, and not what was given up', async () => {
    await open()
    await cell(0, 6).click()
    await page.keyboard.type('写到一半')
    await page.reload()
    await page.locator('td').first().waitFor()
    await expect.poll(() => cell(0, 6).innerText()).toContain('写到一半')
    await cell(1, 6).click()
    await page.keyboard.type('不要了')
    await page.keyboard.press('Escape')
    await page.reload()
    await page.locator('td').first().waitFor()
    await expect.poll(() => cell(0, 6).innerText()).toContain('写到一半')
    expect(await cell(1, 6).innerText()).not.toContain('不要了')
  })

  it('keeps a draft over a reload', async () => {
    await open()
    await cell(0, 5).click()
    await page.keyboard.type('77')
    await page.keyboard.press('Enter')
    await page.reload()
    await page.locator('td').first().waitFor()
    await expect.poll(() => cell(0, 5).innerText()).toContain('77')
  })

  it('says how many wait on this device, and sends them when the line is back', async () => {
    answer = 503
    await open()
    const submit = page.getByRole('button', { name: '送出' })
    await submit.click()
    await page.getByText('本机有 1 份未送出').waitFor()
    await submit.click()
    await page.getByText('本机有 2 份未送出').waitFor()
    answer = 200
    await page.reload()
    await page.locator('td').first().waitFor()
    await expect.poll(() => page.locator('.unsent-note').count()).toBe(0)
    answer = 409
    await submit.click()
    await page.getByText('别人改过这份报表').waitFor()
  })
})

describe('the form of a phone', () => {
  it('shows one project at a time, and takes photos', async () => {
    await page.setViewportSize({ width: 390, height: 844 })
    await open('?form=phone')
    await page.getByLabel('在场人数').fill('9')
    await page.getByRole('button', { name: '下一个' }).click()
    await page.getByText('2/3', { exact: true }).waitFor()
    await page.getByRole('button', { name: '上一个' }).click()
    expect(await page.getByLabel('在场人数').inputValue()).toBe('9')
    const wide = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(wide).toBeLessThanOrEqual(390)
    const file = { name: 'site.png', mimeType: 'image/png', buffer: Buffer.from('89504e47', 'hex') }
    await page.locator('input[type=file]').setInputFiles(file)
    await page.getByText('water site.png').waitFor()
    expect(await page.locator('.photo-slot img').count()).toBe(1)
  })
})
