import type { Page } from 'playwright-core'
import { say } from '../support/words.ts'

/** The smallest picture there is, made another one by its last byte. */
export const png = (mark: number) => ({
  name: `现场${mark}.png`,
  mimeType: 'image/png',
  buffer: Buffer.concat([
    Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
      'base64',
    ),
    Buffer.from([mark]),
  ]),
})

export const cell = (page: Page, row: number, column: number) =>
  page.locator(`tr[aria-rowindex="${row + 2}"] td[aria-colindex="${column + 2}"]`)

/** What stands in a cell, also where it is the one that keys go to. */
export const textOf = (page: Page, row: number, column: number) =>
  cell(page, row, column).evaluate(td => `${td.querySelector('textarea')?.value ?? ''} ${td.textContent}`)

export async function type(page: Page, row: number, column: number, text: string): Promise<void> {
  await cell(page, row, column).click()
  await page.keyboard.type(text)
  await page.keyboard.press('Enter')
}

/** The box for the reason of one warning, in their order. */
export const reasonBox = (page: Page, place: number) =>
  page.locator('#warnings').getByPlaceholder(say('sheet.reason-box'), { exact: true }).nth(place)

/** Until the unit has the draft. */
export const synced = (page: Page) => page.getByText(say('sheet.draft-server')).waitFor()

export async function signOut(page: Page): Promise<void> {
  await page.locator('.who').click()
  await page.getByRole('menuitem', { name: say('session.sign-out') }).click()
}

export async function signInAs(page: Page, account: string): Promise<void> {
  await page.getByLabel(say('login.account')).fill(account)
  await page.getByLabel(say('login.password'), { exact: true }).fill('guatu-demo')
  await page.getByRole('button', { name: say('login.enter'), exact: true }).click()
  await page.getByRole('navigation', { name: say('shell.pages') }).waitFor()
}

/** As if somebody else's photos lay on the device already. */
export const fillDevice = (page: Page, size: number) =>
  page.evaluate(
    bytes =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.open('guatu')
        request.onerror = () => reject(request.error)
        request.onsuccess = () => {
          const writing = request.result.transaction('photo', 'readwrite')
          const photo = { key: 'k', account: 'somebody', unit: 'u', period: 'p', project: 'q', size: bytes }
          writing.objectStore('photo').put(photo, 'k')
          writing.oncomplete = () => {
            request.result.close()
            resolve()
          }
        }
      }),
    size,
  )
