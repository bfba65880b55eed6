import { build } from 'esbuild'
import type { Page } from 'playwright-core'

/** An address that no network knows: all of it is answered here. */
export const GRID_PAGE = 'http://grid.test/'

/** Puts the grid's own page into the browser; `submit` answers what it sends. */
export async function serveGrid(page: Page, root: string, submit: () => number = () => 200): Promise<void> {
  const built = await build({
    absWorkingDir: root,
    entryPoints: ['apps/web/src/grid/testing/page.tsx'],
    bundle: true,
    write: false,
    outdir: '/',
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    minify: true,
    define: { 'process.env.NODE_ENV': '"production"' },
  })
  const script = built.outputFiles.find(file => file.path.endsWith('.js'))?.text ?? ''
  const style = built.outputFiles.find(file => file.path.endsWith('.css'))?.text ?? ''
  const body = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><style>${style}</style><div id="root"></div><script type="module" src="/page.js"></script></html>`
  await page.route(`${GRID_PAGE}**`, route => {
    const { pathname } = new URL(route.request().url())
    if (pathname === '/page.js') return route.fulfill({ contentType: 'text/javascript', body: script })
    if (pathname === '/submit') return route.fulfill({ status: submit(), body: '' })
    return route.fulfill({ contentType: 'text/html', body })
  })
}

/** What Ctrl+V would bring to the box that has the focus; milliseconds until the page shows it. */
export const pasteInto = (page: Page, data: { readonly html?: string; readonly text?: string }) =>
  page.evaluate(
    ({ html = '', text = '' }) =>
      new Promise<number>(resolve => {
        const clipboardData = new DataTransfer()
        if (html) clipboardData.setData('text/html', html)
        clipboardData.setData('text/plain', text)
        const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
        const from = performance.now()
        document.activeElement?.dispatchEvent(event)
        requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - from)))
      }),
    data,
  )
