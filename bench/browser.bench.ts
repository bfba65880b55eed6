// Weight of the first page and time to usable in a real browser: npm run bench -- browser [--projects 10000] [--json]
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { openBrowser } from '../e2e/browser.ts'
import { numberOf } from './support/arguments.ts'
import { type Figure, report } from './support/measure.ts'
import { serveOurs } from './support/servers.ts'
import { filledWorld, PASSWORD, ROOT } from './support/world.ts'

const size = { projects: numberOf('projects', 10_000), months: numberOf('months', 24) }
const world = await filledWorld(size)
const ours = await serveOurs(world.url)
const browser = await openBrowser()
const page = await (await browser.newContext({ viewport: { width: 1366, height: 768 } })).newPage()
const figures: Figure[] = []
const most = (what: string, value: number, unit: Figure['unit'], limit: number, note?: string) =>
  figures.push({ what, ours: value, unit, aim: `<= ${limit} ${unit}`, met: value <= limit, note })

const loaded: string[] = []
page.on('response', response => {
  const name = /\/assets\/([^/?]+\.js)/.exec(response.url())?.[1]
  if (name) loaded.push(name)
})
await page.goto(ours.url)
await page.fill('input[name=account]', 'dispatcher')
await page.fill('input[name=password]', PASSWORD)
await page.click('button[type=submit]')
/** The first picture of all projects is made meanwhile, beside a browser on the same cores. */
const from = performance.now()
await page.locator('.tile').first().waitFor({ timeout: 120_000 })
figures.push({
  what: 'war room after signing in, the first since the start',
  ours: performance.now() - from,
  unit: 'ms',
  aim: 'none',
  met: true,
})
await page.waitForLoadState('networkidle')
const assets = join(ROOT, 'apps/web/dist/assets')
const kilobytes = (names: readonly string[]) =>
  names.reduce((sum, name) => sum + gzipSync(readFileSync(join(assets, name))).length, 0) / 1024
const scripts = [...new Set(loaded)].filter(name => readdirSync(assets).includes(name))
const charts = scripts.filter(name => name.startsWith('LineChart'))
most(
  'script of sign-in and war room before charts, gzip',
  kilobytes(scripts.filter(name => !charts.includes(name))),
  'kB',
  400,
)
figures.push({ what: 'charts, gzip', ours: kilobytes(charts), unit: 'kB', aim: 'none', met: true })

/** From the address being asked for to the content being there, the browser's cache warm as on any second day. */
async function usable(path: string, selector: string): Promise<number> {
  const times: number[] = []
  for (let run = 0; run < 5; run++) {
    const from = performance.now()
    await page.goto(`${ours.url}${path}`)
    await page.locator(selector).first().waitFor()
    times.push(performance.now() - from)
  }
  return times.sort((a, b) => a - b)[2] ?? 0
}
figures.push({
  what: 'war room usable',
  ours: await usable('/', '.tile'),
  unit: 'ms',
  aim: 'none',
  met: true,
})
figures.push({
  what: 'library usable',
  ours: await usable('/projects', '.library-table tbody tr'),
  unit: 'ms',
  aim: 'none',
  met: true,
})

/** From the click to the frame in which the rows are others, in the page itself. */
const until = (page: Page, selector: string) =>
  page.evaluate(
    wanted =>
      new Promise<number>(resolve => {
        const rows = () => document.querySelector('.library-table tbody')?.textContent
        const before = rows()
        const from = performance.now()
        const look = () =>
          rows() === before ? requestAnimationFrame(look) : resolve(performance.now() - from)
        document.querySelector<HTMLElement>(wanted)?.click()
        requestAnimationFrame(look)
      }),
    selector,
  )
async function interaction(what: string, selectors: readonly string[]) {
  const times: number[] = []
  for (const selector of selectors) {
    await page.waitForLoadState('networkidle')
    times.push(await until(page, selector))
  }
  const worst = Math.max(...times)
  most(what, worst, 'ms', 100, times.map(time => time.toFixed(0)).join(', '))
}
const heads = [3, 4, 3, 4].map(column => `.library-table thead th:nth-child(${column}) button`)
await interaction('a column sorted by, worst of four', heads)
const box = 'details.filter li:nth-child(2) input[type=checkbox]'
await interaction('a filter set and taken off, worst of four', [box, box, box, box])

report(`browser, ${size.projects} projects × ${size.months} months`, figures)
await browser.close()
await ours.stop()
await world.stop()
