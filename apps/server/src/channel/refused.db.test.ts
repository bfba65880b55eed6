import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { BotSetting, ChannelSetting, MailSetting } from '@guatu/domain'
import {
  createJurisdiction,
  deliveries,
  enqueueNotices,
  type KeyRing,
  readScope,
  type Scope,
  saveChannelSetting,
  saveOwnMail,
  withScope,
} from '@guatu/store'
import { testDatabase, testKeys } from '@guatu/store/testing'
import { afterAll, describe, expect, it } from 'vitest'
import { type Outside, outsideOf } from './address.ts'
import { drain } from './drain.ts'
import { mailbox } from './testing/mailbox.ts'

const START = Date.parse('2023-05-31T01:00:00.000Z')
const database = await testDatabase()
const keys = await testKeys()

/** Inside the house: whoever reaches it has got through. */
const calls: { url: string; headers: IncomingHttpHeaders }[] = []
let answer: { status: number; headers: Record<string, string>; text: string }
const well = { status: 200, headers: {}, text: '{"errcode":0}' }
const inner = createServer((request, response) => {
  calls.push({ url: request.url ?? '', headers: request.headers })
  response.writeHead(answer.status, answer.headers).end(answer.text)
})
await new Promise<void>(done => inner.listen(0, '127.0.0.1', done))
afterAll(() => inner.close())
const { port } = inner.address() as AddressInfo
const box = await mailbox('desk', 'PASSWORD-to-keep')

const common = { on: true, kinds: [], site: '' }
const bot = (base: string): BotSetting => ({
  ...{ channel: 'wecom', ...common, base, format: 'text' },
  ...{ token: 'TOKEN-to-keep', secret: '' },
})
const mail = (host: string, other: Partial<MailSetting> = {}): MailSetting => ({
  ...{ channel: 'mail', ...common, host, port: box.port, tls: false },
  ...{ user: 'desk', from: 'desk@example.com', password: 'PASSWORD-to-keep', ...other },
})

let made = 0
/** What becomes of one message, and of the channel's log. */
async function sent(setting: ChannelSetting, outside: Outside, by: KeyRing = keys) {
  const scope: Scope = { jurisdiction: `j${++made}`, person: 'li', reads: 'all' }
  await createJurisdiction(database, { id: scope.jurisdiction, name: 'x' })
  await withScope(database, scope, async tx => {
    await saveOwnMail(tx, 'li@example.com')
    await saveChannelSetting(tx, keys, setting, new Date(START).toISOString())
    await enqueueNotices(tx, [
      {
        ...{ key: 'a', kind: 'late', toPerson: 'li', link: '/returns' },
        ...{ title: { zh: '催报', en: 'Late' }, body: { zh: '请报送', en: 'Report' } },
      },
    ])
  })
  calls.length = 0
  box.letters.length = 0
  answer = answer ?? well
  const round = () =>
    drain(
      { database, keys: by, outside, now: () => START, timeoutMs: 2000 },
      { id: scope.jurisdiction, name: 'x' },
    )
  await round()
  const [one] = await readScope(database, scope, tx => deliveries(tx, { limit: 9 }))
  answer = well
  return { state: one?.state, error: one?.lastError, reached: calls.length + box.letters.length }
}

const nothing = outsideOf([])
const named = (...hosts: string[]): Outside => outsideOf(hosts.map(host => ({ host })))
/** A name server that says something else each time. */
const turning = (...found: string[][]) => {
  let asked = 0
  const lookup = async () => found[Math.min(asked++, found.length - 1)] ?? []
  return { lookup, asked: () => asked }
}

describe('a robot', () => {
  it.each([
    `http://127.0.0.1:${port}`,
    `http://localhost:${port}`,
    `http://[::ffff:127.0.0.1]:${port}`,
    `http://2130706433:${port}`,
    'http://169.254.169.254',
    'https://example.com',
    `https://qyapi.weixin.qq.com:${port}`,
    `http://qyapi.weixin.qq.com@127.0.0.1:${port}`,
    'https://oapi.dingtalk.com',
  ])('set to %s before hosts were asked for is sent nothing', async base => {
    expect(await sent(bot(base), nothing)).toEqual({
      state: 'failed',
      error: 'channel.host-not-allowed',
      reached: 0,
    })
  })
  it('of the maker, whose name leads inside, is sent nothing', async () => {
    const { lookup } = turning(['127.0.0.1'])
    const answered = await sent(bot('https://qyapi.weixin.qq.com'), { allowed: [], lookup })
    expect(answered).toEqual({ state: 'failed', error: 'channel.address-inside', reached: 0 })
  })
  it('is connected to at the address that was looked at: its name is asked for once', async () => {
    const name = turning(['127.0.0.1'], ['8.8.8.8'])
    const outside = { allowed: [{ host: 'robot.example' }], lookup: name.lookup }
    expect(await sent(bot(`http://robot.example:${port}`), outside)).toMatchObject({
      state: 'sent',
      reached: 1,
    })
    expect([name.asked(), calls[0]?.headers.host]).toEqual([1, `robot.example:${port}`])
  })
  it('that points elsewhere is not followed', async () => {
    answer = { status: 307, headers: { location: `http://127.0.0.1:${port}/elsewhere` }, text: '' }
    const answered = await sent(bot(`http://127.0.0.1:${port}`), named('127.0.0.1'))
    expect(answered).toEqual({ state: 'failed', error: 'http 307', reached: 1 })
  })
  it.each([
    [64 * 1024, 'sent'],
    [64 * 1024 + 1, 'failed'],
  ])('that answers %i bytes: %s', async (size, state) => {
    answer = { ...well, text: '{"errcode":0}'.padEnd(size) }
    expect(await sent(bot(`http://127.0.0.1:${port}`), named('127.0.0.1'))).toMatchObject({ state })
  })
  it('whose key is gone is sent nothing, and what fails says so', async () => {
    const outside = named('127.0.0.1')
    const other = await testKeys()
    expect(await sent(bot(`http://127.0.0.1:${port}`), outside, other)).toEqual({
      state: 'failed',
      error: 'channel.secret-lost',
      reached: 0,
    })
  })
})

describe('mail', () => {
  it.each(['127.0.0.1', 'localhost', '127.1', '::1', '::ffff:127.0.0.1', '2130706433'])(
    'by a server at %s is not sent',
    async host => {
      expect(await sent(mail(host), nothing)).toEqual({
        state: 'failed',
        error: 'channel.address-inside',
        reached: 0,
      })
    },
  )
  it.each([['10.0.0.1'], ['169.254.169.254'], ['192.168.1.1', '8.8.8.8'], ['fd00::1']])(
    'by a server whose name leads to %s is not sent',
    async (...found) => {
      const { lookup } = turning(found)
      expect(await sent(mail('mail.example.com'), { allowed: [], lookup })).toMatchObject({
        error: 'channel.address-inside',
      })
    },
  )
  it('goes to the address that was looked at: its name is asked for once', async () => {
    const name = turning(['127.0.0.1'], ['8.8.8.8'])
    const outside = { allowed: [{ host: 'mail.example' }], lookup: name.lookup }
    expect(await sent(mail('mail.example'), outside)).toMatchObject({ state: 'sent', reached: 1 })
    expect(name.asked()).toBe(1)
  })
  it('whose password is gone is not sent', async () => {
    const other = await testKeys()
    expect(await sent(mail('127.0.0.1'), named('127.0.0.1'), other)).toMatchObject({
      error: 'channel.secret-lost',
      reached: 0,
    })
  })
})
