import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { paragraphsOf, partsOf } from '../../packages/documents/src/write/testing.ts'
import { says } from '../support/desk.ts'
import { say } from '../support/words.ts'
import { openPeriod } from './office.ts'
import { open, row, state } from './sheet.ts'

/** The tiles of the war room as the closed period left them. */
export async function asKnownThen(page: Page, period: string): Promise<string[]> {
  await openPeriod(page, period)
  await page.getByRole('link', { name: say('closing.as-known'), exact: true }).click()
  return tiles(page)
}

/** Of a war room that looks at the past. */
export async function tiles(page: Page): Promise<string[]> {
  await page.locator('.past-frame').waitFor()
  await page.locator('.tile').first().waitFor()
  return page.locator('.tile').allInnerTexts()
}

/** Issues the bulletin of a closed period under the next number, and reads the bytes that are kept of it. */
export async function issueBulletin(page: Page, period: string, code: string): Promise<string> {
  await openPeriod(page, period)
  await page.getByRole('link', { name: say('closing.bulletin'), exact: true }).click()
  await page.getByRole('article').waitFor()
  await page.getByRole('button', { name: say('document.issue'), exact: true }).click()
  const box = page.getByRole('dialog')
  await box.getByLabel(say('document.code'), { exact: true }).fill(code)
  const number = `${code}〔2023〕1号`
  await box.getByRole('button', { name: say('document.issue-do', { number }), exact: true }).click()
  const issued = page.locator('.issued li').filter({ hasText: number })
  const waiting = page.waitForEvent('download')
  await issued.getByRole('link', { name: '.docx', exact: true }).click()
  const parts = partsOf(await readFile(await (await waiting).path()))
  const text = paragraphsOf(parts['word/document.xml'] ?? '').join('\n')
  expect(text).toContain(number)
  return text
}

export async function propose(
  page: Page,
  unit: string,
  period: string,
  change: { readonly project: string; readonly to: string; readonly reason: string },
): Promise<void> {
  await open(page, unit, period)
  await state(page, 'frozen')
  await page.getByRole('button', { name: say('correction.begin'), exact: true }).click()
  await row(page, change.project).locator('td[aria-colindex="2"]').click()
  await page.keyboard.type(change.to)
  await page.keyboard.press('Enter')
  const bar = page.getByRole('region', { name: say('correction.propose') })
  await says(bar, change.project, change.to)
  await bar.getByLabel(say('return.reason'), { exact: true }).fill(change.reason)
  await bar.getByRole('button', { name: say('correction.propose'), exact: true }).click()
  await page.getByText(say('correction.sent', { seq: '' }).split('，')[0] ?? '').waitFor()
}

/** Who proposed may not decide; another person does. */
export async function approve(proposer: Page, approver: Page, reason: string): Promise<void> {
  const item = (page: Page) => page.locator('.correction').filter({ hasText: reason })
  await proposer.goto('/corrections')
  await item(proposer).waitFor()
  expect(await item(proposer).getByRole('button').count()).toBe(0)
  await approver.goto('/corrections')
  await item(approver)
    .getByRole('button', { name: say('correction.approve', { count: 1 }), exact: true })
    .click()
  await says(item(approver), say('correction.state.approved'))
}
