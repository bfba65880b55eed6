import { routes } from '@guatu/contract'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Client } from '../support/client.ts'
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
const strip = (page: Page) => page.locator('.change-strip')

/** Another person reports 100 万元 more of the first project of the own unit. */
async function reportMore(): Promise<{ id: string; name: string; from: number; to: number; entry: number }> {
  const client = new Client(desk.url)
  await client.signIn('zs-tianbao', 'guatu-demo')
  const { rows } = await client.call(routes.listProjects, { query: { size: 500 } })
  const row = rows.find(one => one.invested !== null && one.period === '2020-05')
  if (!row) throw new Error('no project of the demo that reported')
  const { trail } = await client.call(routes.getProject, { params: { id: row.id } })
  const from = row.invested ?? 0
  const to = from + 100_0000_00
  const { seq } = await client.call(routes.saveReturn, {
    body: {
      project: row.id,
      period: '2020-05',
      figures: { 'invest-ytd': to },
      reason: '补报',
      seen: trail.find(one => one.period === '2020-05')?.seq ?? 0,
      key: 'change-e2e-1',
    },
  })
  return { id: row.id, name: row.name, from, to, entry: seq }
}

/** 万元 as the screens write it. */
const text = (minor: number) => (minor / 1_000_000).toLocaleString('en-US', { maximumFractionDigits: 0 })

describe('what changed', () => {
  it('is told to the dispatcher when another has saved a return, from → to with its entry, until it is seen', () =>
    on('change-look', 'zs-diaodu', async page => {
      await says(strip(page), say('change.none.look'))
      const { id, name, from, to, entry } = await reportMore()
      await page.reload()
      await says(strip(page), say('change.projects', { count: 1 }))
      await strip(page)
        .getByRole('button', { name: say('change.tag.investment') })
        .click()
      const list = page.locator('.change-list')
      await says(list, name, text(from), text(to), '+100')
      await list
        .getByRole('button', { name: say('entry.number', { seq: entry }) })
        .first()
        .waitFor()
      await page.keyboard.press('Escape')

      await page.goto(`/projects/${id}`)
      await says(page.locator('.changes-of'), text(from), text(to))
      await page.goto('/')
      await strip(page)
        .getByRole('button', { name: say('change.seen') })
        .click()
      await says(strip(page), say('change.none.look'))
      await page.reload()
      await says(strip(page), say('change.none.look'))
    }))

  it('since the last period is there for everyone, and on a past day too', () =>
    on('change-period', 'zs-lingdao', async page => {
      await strip(page)
        .getByRole('button', { name: say('change.since.period') })
        .click()
      await says(strip(page), '2020年4月30日', say('change.tag.investment'))
      await page.goto('/?asOf=2020-04-30')
      await says(strip(page), '2020年3月31日')
      expect(await strip(page).getByText(say('change.since.look')).count()).toBe(0)
    }))
})

describe('the slider', () => {
  it('goes back by the arrows to the end of a month, in an amber frame, and to today again', () =>
    on('change-slider', 'zs-diaodu', async page => {
      const slider = page.getByRole('slider', { name: say('time.slider') })
      await slider.press('ArrowLeft')
      await page.locator('.past-frame').waitFor()
      expect(new URL(page.url()).searchParams.get('asOf')).toBe('2020-04-30')
      expect(await page.getByRole('textbox', { name: say('time.as-of'), exact: true }).inputValue()).toBe(
        '2020年4月30日',
      )
      await says(page.locator('.paragraph'), '4月30日')
      await page.getByRole('button', { name: say('time.back', { day: '2020年5月31日' }) }).click()
      await says(page.locator('.paragraph'), '5月31日')
      expect(await page.locator('.past-frame').count()).toBe(0)
      expect(new URL(page.url()).searchParams.has('asOf')).toBe(false)
    }))

  it('stands beside a box that takes a day as it is written, in the words of the product', () =>
    on('change-box', 'zs-diaodu', async page => {
      const box = page.getByRole('textbox', { name: say('time.as-of'), exact: true })
      await box.fill('2020年3月15日')
      await box.press('Enter')
      await page.locator('.past-frame').waitFor()
      expect(new URL(page.url()).searchParams.get('asOf')).toBe('2020-03-15')
      await box.fill('明天')
      await box.press('Enter')
      expect(await box.inputValue()).toBe('2020年3月15日')
    }))
})
