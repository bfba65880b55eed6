// A paste of 500 × 20 cells in a real browser: npm run bench -- grid [--json]
import { openBrowser } from '../e2e/browser.ts'
import { GRID_PAGE, pasteInto, serveGrid } from '../e2e/grid/serve.ts'
import { type Figure, report } from './support/measure.ts'

/** The measurements are started there. */
const ROOT = process.cwd()
const ROWS = 500
const COLUMNS = 20
const RUNS = 9
const LIMIT = 200

/** A table of Excel with a head, in other order than the grid's, with thousands separators and days. */
const order = Array.from({ length: COLUMNS }, (_, n) => (n * 7) % COLUMNS)
const cells = (row: number) =>
  order.map(field => (field % 5 === 4 ? '2023年5月31日' : `${row + 1},${100 + field}.5`))
const tr = (texts: readonly string[]) =>
  `<tr height=19 style='height:14.25pt'>${texts.map(text => `<td class=xl65 align=right style='border-top:none'>${text}</td>`).join('')}</tr>`
const head = ['项目名称', ...order.map(field => `指标${field + 1}号`)]
const body = Array.from({ length: ROWS }, (_, row) => [`测试项目${ROWS - row}号工程`, ...cells(row)])
const html = `<html><body><table>${[head, ...body].map(tr).join('\n')}</table></body></html>`
const text = [head, ...body].map(row => row.join('\t')).join('\r\n')

const browser = await openBrowser()
const page = await browser.newPage()
await serveGrid(page, ROOT)

/** A fresh page each time: read, assigned, checked and drawn. */
async function paste(data: { html?: string; text?: string }): Promise<number> {
  await page.goto(`${GRID_PAGE}?rows=${ROWS}&columns=${COLUMNS}`)
  await page.locator('td').first().click()
  const took = await pasteInto(page, data)
  await page.getByText(`已粘贴 ${ROWS * COLUMNS} 格`).waitFor()
  return took
}
const median = async (data: { html?: string; text?: string }) => {
  const times: number[] = []
  for (let run = 0; run < RUNS; run++) times.push(await paste(data))
  const sorted = [...times].sort((a, b) => a - b)
  return { middle: sorted[RUNS >> 1] ?? 0, all: times.map(time => time.toFixed(0)).join(', ') }
}
const figures: Figure[] = []
for (const [what, data] of [
  ['HTML as Excel copies it', { html, text }],
  ['text with tabs', { text }],
] as const) {
  const { middle, all } = await median(data)
  const met = middle <= LIMIT
  figures.push({ what: `paste, ${what}`, ours: middle, unit: 'ms', aim: `<= ${LIMIT} ms`, met, note: all })
}
report(`grid, ${ROWS} × ${COLUMNS} cells`, figures)
await browser.close()
