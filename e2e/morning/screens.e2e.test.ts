import { deflateRawSync } from 'node:zlib'
import { routes } from '@guatu/contract'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { zip } from '../../packages/documents/src/read/testing/zip.ts'
import { type Desk, openDesk, says, watched } from '../support/desk.ts'
import { say } from '../support/words.ts'
import { goTo, tile } from './board.ts'

let desk: Desk

beforeAll(async () => {
  desk = await openDesk()
})

afterAll(() => desk?.close())

/** A test on a page of its own: signed in, and pictured when it fails. */
const on = async (
  name: string,
  account: string,
  steps: (page: Page) => Promise<void>,
  options?: Parameters<Desk['signedIn']>[1],
) => {
  const page = await desk.signedIn(account, options)
  await watched(page, name, () => steps(page))
  await page.context().close()
}

const bar = (page: Page) => page.getByRole('region', { name: say('time.bar') })

describe('who sees what', () => {
  it('shows a reporter its own projects, and totals that say so', () =>
    on('reporter', 'zs-zhenjie', async page => {
      await says(bar(page), say('time.scope', { scope: '营盘镇' }))
      await says(tile(page, '重点项目全部开工'), '8/10')
      await goTo(page, 'project.library')
      await says(page.getByRole('table'), say('project.sums', { count: 10 }))
      const rows = await page.getByRole('table').getByRole('rowheader').allTextContents()
      expect(rows.filter(name => name.startsWith('营盘镇'))).toHaveLength(10)
      expect(rows.filter(name => !name.startsWith('营盘镇'))).toHaveLength(1)
    }))

  it('shows an administrator posts and no figures', () =>
    on('administrator', 'zs-guanli', async page => {
      const links = page.getByRole('navigation', { name: say('shell.pages') }).getByRole('link')
      await links.first().waitFor()
      expect(await links.allTextContents()).toEqual([say('post.title')])
      await page.goto('/projects')
      await page.getByRole('heading', { name: say('post.title'), exact: true }).waitFor()
      expect(await page.getByRole('main').textContent()).not.toMatch(/亿元|万元|凤凰镇雨污分流管网/)
      for (const { path } of [routes.getWarRoom, routes.listProjects, routes.exportProjects])
        expect((await page.request.get(path)).status()).toBe(403)
    }))
})

describe('where one is in time', () => {
  it('frames a past day and lets nothing be changed there', () =>
    on('past', 'zs-diaodu', async page => {
      const amber = () =>
        page
          .getByRole('main')
          .locator('..')
          .evaluate(frame => getComputedStyle(frame).outlineStyle)
      await says(bar(page), say('time.live', { seq: '' }).split('第')[0] ?? '')
      expect(await amber()).toBe('none')
      await page.getByRole('textbox', { name: say('time.as-of'), exact: true }).fill('2020-04-30')
      await bar(page)
        .getByRole('button', { name: say('time.back', { day: '2020年5月31日' }) })
        .waitFor()
      expect(await amber()).toBe('solid')
      expect(new URL(page.url()).searchParams.get('asOf')).toBe('2020-04-30')
      await goTo(page, 'import.title')
      await page.getByText(say('import.past')).waitFor()
      expect(await page.getByLabel(say('import.drop')).count()).toBe(0)
      await page.goto('/projects/zs-001?asOf=2020-04-30')
      await page.getByRole('heading', { name: say('project.lights') }).waitFor()
      expect(await page.getByRole('heading', { name: say('return.title') }).count()).toBe(0)
    }))
})

describe('languages, keys and small screens', () => {
  it('switches to English and back', () =>
    on('english', 'zs-diaodu', async page => {
      await page.getByRole('button', { name: say('shell.other-language') }).click()
      await page.getByRole('link', { name: say('board.title', {}, 'en'), exact: true }).waitFor()
      await page.getByText('All key projects started').waitFor()
      await page.getByRole('button', { name: say('shell.other-language', {}, 'en') }).click()
      await page.getByRole('link', { name: say('board.title'), exact: true }).waitFor()
    }))

  it('lists red first on a phone and stays as wide as the phone', () =>
    on(
      'phone',
      'zs-diaodu',
      async page => {
        const todo = page.locator('section').filter({
          has: page.getByRole('heading', { name: say('todo.title'), exact: true }),
        })
        await todo.getByRole('listitem').first().waitFor()
        const colours = await todo
          .getByRole('listitem')
          .evaluateAll(items => items.map(item => (item.textContent ?? '').slice(1, 2)))
        expect(colours[0]).toBe('红')
        expect(colours).toEqual([...colours].sort((a, b) => (a === b ? 0 : a === '红' ? -1 : 1)))
        const { wide, screen } = await page.evaluate(() => ({
          wide: document.documentElement.scrollWidth,
          screen: window.innerWidth,
        }))
        expect(wide).toBeLessThanOrEqual(screen)
      },
      { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
    ))
})

describe('files that cannot be read', () => {
  const GIANT = 40_000_000
  /** 40 kB that unpack to a thousand times as much. */
  const bomb = () =>
    zip([
      { name: '[Content_Types].xml', data: '<Types/>' },
      { name: 'xl/workbook.xml', data: deflateRawSync(Buffer.alloc(GIANT)), deflated: { size: GIANT } },
    ])
  const old = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(2_000)])

  it.each([
    ['an old .xls under a new name', () => old, '请用 WPS 或 Excel 另存为 .xlsx'],
    ['a zip bomb', bomb, '文件解压后过大'],
  ])('%s gets one clear message, and the next file is read', (name, bytes, told) =>
    on(name.replaceAll(' ', '-'), 'zs-diaodu', async page => {
      await goTo(page, 'import.title')
      const box = page.getByLabel(say('import.drop'))
      await box.setInputFiles({ name: '报表.xlsx', mimeType: 'application/octet-stream', buffer: bytes() })
      await says(page.getByRole('alert'), told, '没有写入任何数据')
      expect(await page.getByRole('alert').count()).toBe(1)
      const good = '项目名称,本年累计完成投资（万元）\n凤凰镇雨污分流管网,9300\n'
      await box.setInputFiles({ name: '报表.csv', mimeType: 'text/csv', buffer: Buffer.from(good) })
      await page.getByRole('heading', { name: say('import.step.recognised') }).waitFor()
    }),
  )
})
