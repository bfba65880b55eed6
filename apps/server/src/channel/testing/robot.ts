import { createHmac } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll } from 'vitest'

type Kind = 'wecom' | 'dingtalk' | 'feishu'

/** What the robot does instead of answering as it should. */
type Mood = 'well' | 'server error' | 'silent' | 'not json' | { readonly code: number }

export interface Robot {
  readonly url: string
  /** Texts that were accepted. */
  readonly texts: string[]
  /** All calls that arrived. */
  readonly calls: { count: number }
  mood: Mood
  /** Milliseconds since 1970, its own clock. */
  now: number
  forget(): void
}

const SKEW_MS = 3_600_000
const hmac = (key: string, text: string) => createHmac('sha256', key).update(text).digest('base64')

/** Keeps the makers' rules: keys, signatures, clocks, bytes, rates, and 钉钉's ten minutes of silence. */
export async function robot(kind: Kind, token: string, secret: string): Promise<Robot> {
  let arrivals: number[] = []
  let silentUntil = 0
  const calls = { count: 0 }
  const texts: string[] = []
  const self: Robot = {
    url: '',
    texts,
    calls,
    mood: 'well',
    now: 0,
    forget: () => {
      arrivals = []
      silentUntil = 0
      texts.length = 0
      calls.count = 0
      self.mood = 'well'
    },
  }
  const inLast = (ms: number) => arrivals.filter(at => at > self.now - ms).length

  function tooFast(): boolean {
    if (kind === 'dingtalk' && self.now < silentUntil) return true
    arrivals.push(self.now)
    if (kind === 'feishu') return inLast(1000) > 5 || inLast(60_000) > 100
    const over = inLast(60_000) > 20
    if (over && kind === 'dingtalk') silentUntil = self.now + 600_000
    return over
  }

  /** The code of the answer, 0 for accepted. */
  function judge(url: URL, bytes: Buffer): number {
    const body = JSON.parse(bytes.toString())
    if (kind === 'wecom') {
      if (url.pathname !== '/cgi-bin/webhook/send' || url.searchParams.get('key') !== token) return 93000
      const [content, most] = body.text ? [body.text.content, 2048] : [body.markdown.content, 4096]
      if (Buffer.byteLength(content) > most) return 40058
      if (tooFast()) return 45009
      texts.push(content)
      return 0
    }
    if (kind === 'dingtalk') {
      if (url.pathname !== '/robot/send' || url.searchParams.get('access_token') !== token) return 300001
      const at = url.searchParams.get('timestamp') ?? ''
      if (url.searchParams.get('sign') !== hmac(secret, `${at}\n${secret}`)) return 310000
      if (Math.abs(Number(at) - self.now) > SKEW_MS) return 310000
      if (bytes.length > 20_000) return 460101
      if (tooFast()) return 130101
      texts.push(body.text ? body.text.content : body.markdown.text)
      return 0
    }
    if (url.pathname !== `/open-apis/bot/v2/hook/${encodeURIComponent(token)}`) return 19001
    if (body.sign !== hmac(`${body.timestamp}\n${secret}`, '')) return 19021
    if (Math.abs(Number(body.timestamp) * 1000 - self.now) > SKEW_MS) return 19021
    if (bytes.length > 20 * 1024) return 9499
    if (tooFast()) return 11232
    texts.push(body.content.text)
    return 0
  }

  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    calls.count += 1
    const { mood } = self
    if (mood === 'silent') return
    if (mood === 'server error') return void response.writeHead(500).end('busy')
    if (mood === 'not json') return void response.end('<html>login</html>')
    const url = new URL(request.url ?? '', 'http://robot')
    const code = typeof mood === 'object' ? mood.code : judge(url, Buffer.concat(chunks))
    // The worst a robot can do: say back what it was called with.
    const said = code === 0 ? 'ok' : `refused ${url.pathname}${url.search}`
    response.end(JSON.stringify(kind === 'feishu' ? { code, msg: said } : { errcode: code, errmsg: said }))
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })
  return Object.assign(self, { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` })
}
