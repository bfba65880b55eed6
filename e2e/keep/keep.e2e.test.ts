import { PHOTOS_KEPT_MB, routes } from '@guatu/contract'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dayIs } from '../month/cli.ts'
import { PHONE } from '../month/phone.ts'
import { explain, open, state, submit } from '../month/sheet.ts'
import { Client } from '../support/client.ts'
import { type Desk, openDesk, says, watched } from '../support/desk.ts'
import { say } from '../support/words.ts'
import { cell, fillDevice, png, reasonBox, signInAs, signOut, synced, textOf, type } from './words.ts'

const CLOSED = '2023-06'
let desk: Desk

/** Each tale has a return of its own. */
const WEEK = {
  reasons: '2023-W26',
  two: '2023-W27',
  tabs: '2023-W28',
  session: '2023-W29',
  shared: '2023-W30',
}
const UNIT = 'housing'

beforeAll(async () => {
  desk = await openDesk()
  await dayIs(desk.dataDir, '2023-08-01')
  const office = new Client(desk.url)
  await office.signIn('jyg-diaodu', 'guatu-demo')
  const params = { period: CLOSED }
  const { missing } = await office.call(routes.previewClosing, { params })
  const without = missing.map(one => one.unit)
  await office.call(routes.closePeriod, { params, body: { without, key: 'closed-for-keep' } })
})
afterAll(() => desk?.close())

const reporter = () => desk.signedIn('jyg-tianbao')
const sheetOf = async (page: Page, period: string) => {
  await open(page, UNIT, period)
  await page.locator('.return-grid').waitFor()
}

describe('what a reporter types', () => {
  it('without a changed cell stays on the device: over a reload, without a line, until the unit has it', async () => {
    const page = await reporter()
    await watched(page, 'keep-reasons', async () => {
      await sheetOf(page, WEEK.reasons)
      for (const row of [0, 1, 2]) await type(page, row, 0, '1')
      await synced(page)
      await page.context().setOffline(true)
      await reasonBox(page, 1).fill('断网时写的说明')
      await page.getByText(say('sheet.draft-alone.network')).waitFor()
      await page.context().setOffline(false)
      await synced(page)
      await page.route('**/draft', route => route.abort())
      await reasonBox(page, 2).fill('只在本机')
      await page.getByText(say('sheet.draft-alone.network')).waitFor()
      await cell(page, 3, 3).click()
      await page.keyboard.type('写到一半')
      await page.reload()
      await expect.poll(() => reasonBox(page, 2).inputValue()).toBe('只在本机')
      expect(await reasonBox(page, 1).inputValue()).toBe('断网时写的说明')
      expect(await textOf(page, 3, 3)).toContain('写到一半')
    })
    await page.context().close()
  })

  it('stands beside what a colleague typed meanwhile, until a person chooses', async () => {
    const [mine, theirs] = [await reporter(), await reporter()]
    await watched(mine, 'keep-two', async () => {
      await sheetOf(mine, WEEK.two)
      await sheetOf(theirs, WEEK.two)
      await mine.context().setOffline(true)
      await type(mine, 0, 0, '11')
      await reasonBox(mine, 0).fill('我的原因')
      await type(theirs, 0, 0, '22')
      await synced(theirs)
      await mine.context().setOffline(false)
      const beside = mine.locator('.draft-conflict')
      await says(beside.locator('tr').nth(1), '11', '22')
      await says(beside.locator('tr').nth(2), '我的原因', say('sheet.draft-blank'))
      await mine.reload()
      await says(beside.locator('tr').nth(1), '11', '22')
      await beside.getByRole('button', { name: say('sheet.draft-mine'), exact: true }).click()
      await synced(mine)
      await theirs.reload()
      await expect.poll(() => textOf(theirs, 0, 0)).toContain('11')
    })
    await mine.context().close()
    await theirs.context().close()
  })

  it('is the same in two tabs, and neither writes over the other', async () => {
    const page = await reporter()
    const second = await page.context().newPage()
    await watched(page, 'keep-tabs', async () => {
      await sheetOf(page, WEEK.tabs)
      await sheetOf(second, WEEK.tabs)
      await type(page, 0, 3, '甲页')
      await expect.poll(() => textOf(second, 0, 3)).toContain('甲页')
      await type(second, 1, 3, '乙页')
      await expect.poll(() => textOf(page, 1, 3)).toContain('乙页')
      await page.close()
      await synced(second)
      await second.reload()
      await expect.poll(() => textOf(second, 0, 3)).toContain('甲页')
      expect(await textOf(second, 1, 3)).toContain('乙页')
    })
    await second.context().close()
  })

  it('goes on where it was when the session has ended, and waits out a server at fault', async () => {
    const page = await reporter()
    await watched(page, 'keep-session', async () => {
      await sheetOf(page, WEEK.session)
      await page.context().clearCookies()
      await page.getByRole('button', { name: say('sheet.fill-last'), exact: true }).click()
      const again = page.getByRole('dialog')
      await says(again, say('session.ended'))
      await again.getByLabel(say('login.password'), { exact: true }).fill('guatu-demo')
      await again.getByRole('button', { name: say('session.go-on'), exact: true }).click()
      await again.waitFor({ state: 'hidden' })
      await synced(page)
      await explain(page, '按节点计量')
      await page.route('**/submit', route => route.fulfill({ status: 500, body: '' }))
      await submit(page)
      const note = page.locator('.unsent-note')
      await says(note, say('keep.returns', { count: 1 }), say('keep.why.server'))
      await note.getByRole('button', { name: say('keep.take-back'), exact: true }).click()
      await note.waitFor({ state: 'hidden' })
      await submit(page)
      await says(note, say('keep.why.server'))
      await page.unroute('**/submit')
      await note.getByRole('button', { name: say('keep.retry'), exact: true }).click()
      await state(page, 'submitted')
    })
    await page.context().close()
  })

  it('is asked about when one signs out of a shared device, and no other account sees it', async () => {
    const page = await reporter()
    await watched(page, 'keep-shared', async () => {
      await sheetOf(page, WEEK.shared)
      await page.route('**/draft', route => route.abort())
      await type(page, 0, 3, '只在本机')
      await page.getByText(say('sheet.draft-alone.network')).waitFor()
      await signOut(page)
      const ask = page.getByRole('dialog')
      await says(ask, say('session.leaving-drafts', { count: 1 }))
      await ask.getByRole('button', { name: say('session.leave-keep'), exact: true }).click()
      await page.getByLabel(say('login.account')).waitFor()
      await page.unroute('**/draft')
      await signInAs(page, 'jyg-diaodu')
      await sheetOf(page, WEEK.shared)
      expect(await textOf(page, 0, 3)).not.toContain('只在本机')
      await signOut(page)
      await page.getByLabel(say('login.account')).waitFor()
      await signInAs(page, 'jyg-tianbao')
      await sheetOf(page, WEEK.shared)
      await expect.poll(() => textOf(page, 0, 3)).toContain('只在本机')
    })
    await page.context().close()
  })
})

it('keeps a correction half written until it is sent', async () => {
  const page = await reporter()
  await watched(page, 'keep-correction', async () => {
    await open(page, UNIT, CLOSED)
    await page.getByRole('button', { name: say('correction.begin'), exact: true }).click()
    await type(page, 0, 0, '77')
    const bar = page.getByRole('region', { name: say('correction.propose') })
    await bar.getByLabel(say('return.reason'), { exact: true }).fill('复核监理计量单')
    await page.reload()
    await page.getByText(say('keep.restored')).waitFor()
    await says(bar, '77')
    expect(await bar.getByLabel(say('return.reason'), { exact: true }).inputValue()).toBe('复核监理计量单')
    await bar.getByRole('button', { name: say('correction.later'), exact: true }).click()
    await page.goto('/corrections')
    await says(page.locator('main'), say('correction.kept'), '市住建局 · 2023年6月')
    await open(page, UNIT, CLOSED)
    await bar.getByRole('button', { name: say('correction.propose'), exact: true }).click()
    await page.getByText(say('correction.sent', { seq: '' }).split('，')[0] ?? '').waitFor()
    await page.reload()
    await page.getByRole('button', { name: say('correction.begin'), exact: true }).waitFor()
  })
  await page.context().close()
})

it('keeps photos of a phone without a line, and sends them before the return that they belong to', async () => {
  const first = await desk.signedIn('jyg-fangchan', PHONE)
  const context = first.context()
  await watched(first, 'keep-photos', async () => {
    await open(first, 'real-estate-service', '2023-07')
    await context.setOffline(true)
    const take = first.locator('.phone-return input[type=file]')
    await take.setInputFiles([png(1), png(2)])
    await says(first.locator('.unsent-note'), say('keep.photos', { count: 2 }), say('keep.why.network'))
    await take.setInputFiles(png(1))
    await first.getByLabel(say('field.progress')).fill('写到一')
    await expect.poll(() => first.locator('.phone-return .photo-waiting').count()).toBe(2)
    await first.close()
  })
  await context.setOffline(false)
  const page = await context.newPage()
  await watched(page, 'keep-photos-again', async () => {
    const asked: string[] = []
    page.on('request', request => {
      if (request.method() === 'POST') asked.push(new URL(request.url()).pathname.split('/')[2] ?? '')
    })
    await context.setOffline(false)
    await open(page, 'real-estate-service', '2023-07')
    await expect.poll(() => page.locator('.phone-return .photo-row > img').count()).toBe(2)
    await expect.poll(() => page.locator('.photo-waiting').count()).toBe(0)
    await expect.poll(() => page.getByLabel(say('field.progress')).inputValue()).toBe('写到一')
    await page.getByRole('button', { name: say('sheet.fill-last'), exact: true }).click()
    await explain(page, '按节点计量')
    await context.setOffline(true)
    await page.locator('.phone-return input[type=file]').setInputFiles(png(3))
    await page.locator('.phone-return .photo-waiting').waitFor()
    await submit(page)
    await says(page.locator('.unsent-note'), say('keep.both', { count: 1, photos: 1 }))
    asked.length = 0
    await context.setOffline(false)
    await state(page, 'submitted')
    expect(asked).toEqual(['evidence', 'returns'])
    expect(await page.locator('.evidence img').count()).toBe(3)
  })
  await context.close()
})

it('says when the device has no room for a photo, and that it was not kept', async () => {
  const page = await desk.signedIn('jyg-gongxin', PHONE)
  await watched(page, 'keep-full', async () => {
    await open(page, 'industry', '2023-W30')
    await page.locator('.phone-return').waitFor()
    await fillDevice(page, PHOTOS_KEPT_MB * 1024 * 1024)
    await page.context().setOffline(true)
    await page.locator('.phone-return input[type=file]').setInputFiles(png(4))
    await says(page.getByRole('alert'), say('evidence.unkept.full', { bound: PHOTOS_KEPT_MB }))
    expect(await page.locator('.photo-waiting').count()).toBe(0)
  })
  await page.context().close()
})
