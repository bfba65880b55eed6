import { createReadStream, existsSync, statSync } from 'node:fs'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'
import { ERRORS } from '@guatu/contract'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}
/** What the pages must get along with. */
const POLICY =
  "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; frame-ancestors 'none'"

/** Answers by `GET /api/…`; a function sees the query. */
export type Answers = Readonly<Record<string, unknown | ((search: URLSearchParams) => unknown)>>

/** The built pages with fixed answers for the API; every other address gives the page itself. */
export async function serveWith(
  dist: string,
  answers: () => Answers,
): Promise<{ address: string; close: () => void }> {
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://host')
    if (url.pathname.startsWith('/api/')) {
      answer(answers(), request.method ?? 'GET', url, response)
      return
    }
    const wanted = join(dist, normalize(url.pathname))
    const file = existsSync(wanted) && statSync(wanted).isFile() ? wanted : join(dist, 'index.html')
    response.writeHead(200, {
      'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
      'content-security-policy': POLICY,
    })
    createReadStream(file).pipe(response)
  })
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  return { address: `http://127.0.0.1:${port}`, close: () => server.close() }
}

function answer(answers: Answers, method: string, url: URL, response: ServerResponse): void {
  const found = answers[`${method} ${url.pathname}`]
  const body = typeof found === 'function' ? found(url.searchParams) : found
  const json = (status: number, value: unknown) => {
    response.writeHead(status, { 'content-type': 'application/json' })
    response.end(JSON.stringify(value))
  }
  if (body !== undefined) {
    json(200, body)
    return
  }
  const code = url.pathname === '/api/session' ? 'session.none' : 'request.not-found'
  json(ERRORS[code].status, { error: { code, zh: ERRORS[code].zh, en: ERRORS[code].en } })
}
