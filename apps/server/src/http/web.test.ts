import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fastify, { type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { securityHeaders } from './headers.ts'
import { serveWeb } from './web.ts'

const dir = mkdtempSync(join(tmpdir(), 'guatu-web-'))
let server: FastifyInstance
let url: string
beforeAll(async () => {
  const web = join(dir, 'dist')
  mkdirSync(join(web, 'assets'), { recursive: true })
  writeFileSync(join(web, 'index.html'), '<p>页</p>')
  writeFileSync(join(web, 'assets', 'app-1a2b.js'), 'run()')
  writeFileSync(join(web, 'assets', 'app-1a2b.js.br'), 'brotli')
  writeFileSync(join(web, 'assets', 'app-1a2b.js.gz'), 'zipped')
  writeFileSync(join(dir, 'secret.txt'), 'no')
  server = fastify()
  securityHeaders(server)
  await serveWeb(server, web)
  url = await server.listen({ port: 0, host: '127.0.0.1' })
})
afterAll(async () => {
  await server.close()
  rmSync(dir, { recursive: true })
})

test.each(['/', '/projects/zs-001', '/projects/p.1', '/projects?unit=a.b', '/import'])(
  '%s is the page, asked for anew each time',
  async path => {
    const answer = await fetch(url + path)
    expect([answer.status, await answer.text()]).toEqual([200, '<p>页</p>'])
    expect(answer.headers.get('cache-control')).toBe('no-cache')
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'self'")
  },
)

test('a file with a hash in its name is kept for ever', async () => {
  const answer = await fetch(`${url}/assets/app-1a2b.js`, { headers: { 'accept-encoding': 'identity' } })
  expect([answer.status, await answer.text()]).toEqual([200, 'run()'])
  expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
})

test.each([
  ['br, gzip', 'br', 'brotli'],
  ['gzip', 'gzip', 'zipped'],
])('to who takes %s it goes as the build made it', async (accepted, encoding, body) => {
  const { headers, rawPayload } = await server.inject({
    url: '/assets/app-1a2b.js',
    headers: { 'accept-encoding': accepted },
  })
  expect([headers['content-encoding'], rawPayload.toString()]).toEqual([encoding, body])
  expect(headers['content-type']).toContain('javascript')
  expect(headers['cache-control']).toBe('public, max-age=31536000, immutable')
})

test.each(['/assets/gone.js', '/api/nothing', '/api', '/..%2fsecret.txt', '/%2e%2e/secret.txt'])(
  '%s is not there, and is no page',
  async path => {
    const answer = await fetch(url + path)
    expect(answer.status).toBe(404)
    expect(await answer.json()).toMatchObject({ error: { code: 'request.not-found' } })
  },
)
