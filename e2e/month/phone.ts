import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { says } from '../support/desk.ts'
import { say } from '../support/words.ts'
import { lineOf } from './figures.ts'

export const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true } as const

/** The smallest picture there is. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
)

/** One project after the other with the thumb, a photo of the first one's site. */
export async function fillOnPhone(page: Page): Promise<void> {
  const form = page.locator('.phone-return')
  const place = form.locator('.phone-count')
  const all = Number((await place.innerText()).split('/')[1])
  for (let at = 1; at <= all; at++) {
    await says(place, say('grid.count', { place: at, all }))
    const { july } = lineOf(await form.getByRole('heading', { level: 2 }).innerText())
    await form.getByLabel(say('field.invest-ytd')).fill(String(july))
    if (at === 1) {
      await form
        .locator('input[type=file]')
        .setInputFiles({ name: '现场.png', mimeType: 'image/png', buffer: PNG })
      await says(page.locator('.evidence'), say('evidence.count', { count: 1, all }))
    }
    if (at < all) await form.getByRole('button', { name: say('grid.next'), exact: true }).click()
  }
  await form.locator('h2').click()
  const wide = await page.evaluate(() => document.documentElement.scrollWidth)
  expect(wide).toBeLessThanOrEqual(PHONE.viewport.width)
}
