import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { paragraphsOf, partsOf } from '../../packages/documents/src/write/testing.ts'
import { says } from '../support/desk.ts'
import { say } from '../support/words.ts'
import { type Figures, goTo } from './board.ts'

/** `43.00/115.40 亿元` → 43.00 and 115.40 */
const amounts = ({ done }: Figures) => done.replace(' 亿元', '').split('/')

/** The bulletin on the page, then the file: a draft with its watermark and the board's figures. */
export async function downloadsDraft(page: Page, figures: Figures): Promise<void> {
  await goTo(page, 'document.title')
  const paper = page.getByRole('article')
  await says(paper, ...amounts(figures))

  const waiting = page.waitForEvent('download')
  await page.getByRole('button', { name: say('document.download.docx') }).click()
  const download = await waiting
  expect(download.suggestedFilename()).toBe('柞水县通报（草稿）2020-05-31.docx')
  const parts = partsOf(await readFile(await download.path()))
  const text = paragraphsOf(parts['word/document.xml'] ?? '').join('\n')
  const [started, projects] = figures.started.split('/')
  const starts = `共调度项目${projects}个，已开复工${started}个，开复工率${figures.startRate}%`
  for (const figure of [...amounts(figures), `${figures.rate}%`, starts]) expect(text).toContain(figure)
  const headers = Object.entries(parts).filter(([path]) => /^word\/header\d*\.xml$/.test(path))
  expect(headers.length).toBeGreaterThan(0)
  for (const [, xml] of headers) expect(xml).toContain(say('document.draft'))
}

/** What the chat group gets says what the board says. */
export async function copiesParagraph(page: Page, figures: Figures): Promise<void> {
  await goTo(page, 'board.title')
  await page.getByRole('button', { name: say('copy.text') }).click()
  await page.getByText(say('copy.text-copied')).last().waitFor()
  const [started, projects] = figures.started.split('/')
  const [done, plan] = amounts(figures)
  const paragraph =
    `截至2020年5月31日，柞水县调度项目${projects}个，已开复工${started}个，` +
    `开复工率${figures.startRate}%（${figures.started}）；` +
    `本年累计完成投资${done}亿元，占年度计划${plan}亿元的${figures.rate}%。红灯项目${figures.red}个`
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain(paragraph)
}
