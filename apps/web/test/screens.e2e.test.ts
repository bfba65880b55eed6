import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { build } from 'vite'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from '../../../e2e/browser.ts'
import { answersFor } from './fixtures/answers.ts'
import { serveWith } from './serve.ts'

const SIZES = { wall: [1920, 1080], desk: [1366, 768], phone: [390, 844] } as const
const PAGES = [
  '/',
  '/projects',
  '/projects/p1',
  '/import',
  '/import?id=i1',
  '/bulletin',
  '/returns',
  '/returns/housing/2023-07',
  '/periods',
  '/periods/2023-07',
  '/corrections',
] as const

let who: 'nobody' | 'dispatcher' | 'administrator' = 'dispatcher'
let dist: string
let site: { address: string; close: () => void }
let browser: Browser

beforeAll(async () => {
  dist = await mkdtemp(join(tmpdir(), 'guatu-web-'))
  await build({
    configFile: fileURLToPath(new URL('../vite.config.ts', import.meta.url)),
    build: { outDir: dist, emptyOutDir: true },
    logLevel: 'error',
  })
  site = await serveWith(dist, () => answersFor(who))
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  site?.close()
  await rm(dist, { recursive: true, force: true })
})
afterEach(async () => {
  who = 'dispatcher'
  await Promise.all(browser.contexts().map(context => context.close()))
})

/** A page that keeps what went wrong on it and whom it called. */
async function open(size: keyof typeof SIZES, path: string, language = 'zh') {
  const [width, height] = SIZES[size]
  const context = await browser.newContext({ viewport: { width, height }, locale: 'zh-CN' })
  await context.addInitScript(chosen => localStorage.setItem('guatu.language', chosen), language)
  const page = await context.newPage()
  const wrong: string[] = []
  page.on('pageerror', error => wrong.push(error.message))
  page.on('console', line => line.type() === 'error' && wrong.push(line.text()))
  page.on('request', request => {
    const own = request.url().startsWith(site.address) || /^(data|blob):/.test(request.url())
    if (!own) wrong.push(`asked ${request.url()}`)
  })
  await page.goto(site.address + path, { waitUntil: 'networkidle' })
  return { page, wrong }
}

const sizeOf = (page: Page) =>
  page.evaluate(() => {
    const { scrollWidth, scrollHeight } = document.documentElement
    return { wide: scrollWidth - innerWidth, high: scrollHeight - innerHeight }
  })

describe('every page', () => {
  for (const size of Object.keys(SIZES) as (keyof typeof SIZES)[])
    for (const path of PAGES)
      it(`${path} fits the width of the ${size}, without errors or foreign requests`, async () => {
        const { page, wrong } = await open(size, path)
        await page.locator('main').waitFor()
        expect((await sizeOf(page)).wide).toBeLessThanOrEqual(0)
        expect(wrong).toEqual([])
      })

  it('says everything in English but what people and plans have named', async () => {
    const { page } = await open('desk', '/?x=1', 'en')
    const frame = await page
      .locator('.top-bar nav, .panel > header, .tile-foot .standing, .copy-bar button')
      .allTextContents()
    expect(frame.length).toBeGreaterThan(5)
    expect(frame.filter(text => /\p{Script=Han}/u.test(text))).toEqual([])
  })
})

describe('war room', () => {
  it('does not scroll on the wall, and cuts no row in half', async () => {
    const { page } = await open('wall', '/')
    await page.locator('.curve svg').waitFor()
    expect((await sizeOf(page)).high).toBeLessThanOrEqual(0)
    const cut = await page.evaluate(() => {
      const box = document.querySelector('.matrix .table-wrap')?.getBoundingClientRect().bottom ?? 0
      return [...document.querySelectorAll('.matrix tbody tr')].filter(
        row => row.getBoundingClientRect().bottom > box + 1,
      ).length
    })
    expect(cut).toBe(0)
  })

  it('opens the reason of a red light and its entry, and goes back', async () => {
    const { page } = await open('desk', '/')
    await page.locator('.todo-head button').first().click()
    const drawer = page.locator('.ant-drawer')
    await drawer.getByText('二(九)').first().waitFor()
    await drawer.getByRole('button', { name: '第1611条' }).first().click()
    await drawer.getByText('1-7月累计完成投资（万元）').waitFor()
    await drawer.getByText('返回上一项').click()
    await drawer.locator('.sentence').waitFor()
  })

  it('is a list on the phone, red first', async () => {
    const { page } = await open('phone', '/')
    const top = (selector: string) =>
      page
        .locator(selector)
        .first()
        .evaluate(element => element.getBoundingClientRect().top)
    expect(await top('.todo')).toBeLessThan(await top('.tiles'))
    expect(await top('.tiles')).toBeLessThan(await top('.matrix'))
  })

  it('passes its filters on by the address alone', async () => {
    const { page } = await open('desk', '/')
    await page.locator('.matrix tbody tr').nth(1).locator('a').first().click()
    await page.locator('.library-table').waitFor()
    expect(new URL(page.url()).searchParams.get('unit')).toMatch(/^u\d+$/)
  })
})

describe('a document that takes long', () => {
  it('says so and can be cancelled: the request is hung up, and the page says that nothing came', async () => {
    const { page } = await open('desk', '/bulletin')
    await page.route('**/api/documents/file*', () => {})
    const hungUp = page.waitForEvent('requestfailed')
    await page.getByRole('button', { name: '下载 .pdf' }).click()
    await page.getByText(/^正在编制 \.pdf，已 \d+ 秒/).waitFor()
    await page.getByRole('button', { name: '取消编制' }).click()
    expect((await hungUp).url()).toContain('format=pdf')
    await page.getByText('已取消编制，没有生成文件。').waitFor()
    expect(await page.getByText('正在编制').count()).toBe(0)
  })

  it('that fails says why, beside the buttons', async () => {
    const { page } = await open('desk', '/bulletin')
    const error = {
      code: 'document.too-slow',
      zh: '编制超过 120 秒，已停止。',
      en: 'It took more than 120 s.',
    }
    await page.route('**/api/documents/file*', route => route.fulfill({ status: 422, json: { error } }))
    await page.getByRole('button', { name: '下载 .docx' }).click()
    await page.getByRole('alert').filter({ hasText: error.zh }).waitFor()
  })
})

describe('the past', () => {
  it('has an amber frame, keeps its date from page to page, and can be edited nowhere', async () => {
    const { page } = await open('desk', '/?asOf=2023-05-31')
    await page.locator('.past-frame').waitFor()
    await page.getByRole('link', { name: '项目库' }).click()
    await page.locator('.library-table tbody a').nth(1).click()
    await page.locator('.project-head').waitFor()
    expect(new URL(page.url()).searchParams.get('asOf')).toBe('2023-05-31')
    expect(await page.locator('.past-frame').count()).toBe(1)
    expect(await page.locator('.return-form').count()).toBe(0)
  })
})

describe('keyboard', () => {
  it('finds by / and shows help by ?', async () => {
    const { page } = await open('desk', '/')
    await page.locator('.tile').first().waitFor()
    await page.keyboard.press('?')
    await page.locator('.keys').waitFor()
    await page.keyboard.press('Escape')
    await page.locator('.keys').waitFor({ state: 'hidden' })
    await page.keyboard.press('/')
    await page.keyboard.type('机场')
    await page.keyboard.press('Enter')
    await page.locator('.library-table').waitFor()
    expect(new URL(page.url()).searchParams.get('q')).toBe('机场')
  })

  it('keeps an unsaved return on the device and asks a reason for a correction', async () => {
    const { page } = await open('desk', '/projects/p1')
    const save = page.locator('.return-end button').first()
    const first = page.locator('.return-form .box input').first()
    expect(await save.isDisabled()).toBe(true)
    await first.fill('9,100')
    expect(await save.isDisabled()).toBe(true)
    await page.getByLabel('更正原因').fill('核对监理月报')
    expect(await save.isDisabled()).toBe(false)
    await page.reload()
    await page.locator('.return-form .ant-alert').waitFor()
    expect(await first.inputValue()).toBe('9,100')
  })
})

describe('doors', () => {
  it('ask a stranger to sign in at any address', async () => {
    who = 'nobody'
    const { page } = await open('phone', '/projects')
    await page.locator('.login-form').waitFor()
    expect((await sizeOf(page)).wide).toBeLessThanOrEqual(0)
  })

  it('show an administrator the posts and no business page', async () => {
    who = 'administrator'
    const { page, wrong } = await open('desk', '/')
    await page.getByRole('cell', { name: 'dispatcher' }).waitFor()
    expect(await page.getByRole('link', { name: '项目库' }).count()).toBe(0)
    expect(wrong).toEqual([])
  })
})
