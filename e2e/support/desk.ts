import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from 'playwright-core'
import { openBrowser } from '../browser.ts'
import { type ServerProcess, startProcess } from './server-process.ts'
import { say } from './words.ts'

const PATIENCE_MS = 20_000

/** The product with its demo data, unless told otherwise, in a folder of its own, and a browser before it. */
export interface Desk {
  readonly url: string
  /** Where its database lies. */
  readonly dataDir: string
  /** A window of its own session; screenshots of what fails in it are kept. */
  open(options?: BrowserContextOptions): Promise<Page>
  signedIn(account: string, options?: BrowserContextOptions): Promise<Page>
  /** Waits until the server has printed something like that. */
  said(what: RegExp): Promise<RegExpExecArray>
  close(): Promise<void>
}

export async function openDesk(env: Readonly<Record<string, string>> = {}): Promise<Desk> {
  const dataDir = await mkdtemp(join(tmpdir(), 'guatu-desk-'))
  const server: ServerProcess = await startProcess({ GUATU_DATA: dataDir, ...env })
  const browser: Browser = await openBrowser().catch(async error => {
    await server.stop()
    throw error
  })
  const open = async (options: BrowserContextOptions = {}) => {
    const context: BrowserContext = await browser.newContext({
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      viewport: { width: 1366, height: 768 },
      baseURL: server.url,
      ...options,
    })
    context.setDefaultTimeout(PATIENCE_MS)
    return context.newPage()
  }
  return {
    url: server.url,
    dataDir,
    open,
    said: server.said,
    async signedIn(account, options) {
      const page = await open(options)
      await watched(page, `sign-in-${account}`, async () => {
        await page.goto('/')
        await signIn(page, account)
      })
      return page
    },
    async close() {
      await browser.close()
      await server.stop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

const DEMO_PASSWORD = 'guatu-demo'

async function signIn(page: Page, account: string): Promise<void> {
  await page.getByLabel(say('login.account')).fill(account)
  await page.getByLabel(say('login.password'), { exact: true }).fill(DEMO_PASSWORD)
  await page.getByRole('button', { name: say('login.enter'), exact: true }).click()
  await page.getByRole('navigation', { name: say('shell.pages') }).waitFor()
}

/** Waits until the element holds each of the texts. */
export async function says(where: Locator, ...texts: string[]): Promise<void> {
  for (const text of texts) await where.filter({ hasText: text }).waitFor()
}

/** Runs the steps; when one fails, keeps a picture of the page and says where. */
export async function watched(page: Page, name: string, steps: () => Promise<void>): Promise<void> {
  try {
    await steps()
  } catch (error) {
    const path = join(await mkdtemp(join(tmpdir(), 'guatu-failed-')), `${name}.png`)
    await page.screenshot({ path, fullPage: true }).catch(() => undefined)
    console.error(`${name} failed at ${page.url()}, screenshot: ${path}`)
    throw error
  }
}
