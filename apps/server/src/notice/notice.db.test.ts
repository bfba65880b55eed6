import { routes } from '@guatu/contract'
import { enqueueNotices, KeyRing, type Scope, withScope } from '@guatu/store'
import { testKeys } from '@guatu/store/testing'
import { beforeAll, describe, expect, it } from 'vitest'
import { DEMO_PASSWORD } from '../demo/load.ts'
import { Client } from '../testing/client.ts'
import { demoWorld, serverFor, type World } from '../testing/world.ts'

let world: World
let desk: Client
let clerk: Client
let keeper: Client
let scope: Scope
let clerkPerson: string
const personOf = async (client: Client) => {
  const { path } = await client.get(routes.renewFeed)
  return decodeURIComponent(path.split('/')[4] ?? '')
}
beforeAll(async () => {
  world = await demoWorld()
  desk = await world.as('zs-diaodu')
  clerk = await world.as('zs-tianbao')
  keeper = await world.as('zs-guanli')
  const me = await desk.get(routes.whoAmI)
  clerkPerson = await personOf(clerk)
  scope = { jurisdiction: me.post.jurisdiction, person: await personOf(desk), reads: 'all' }
})
const tell = (key: string) =>
  withScope(world.database, scope, tx =>
    enqueueNotices(tx, [
      {
        key,
        kind: 'late',
        toPerson: clerkPerson,
        title: { zh: '催报', en: 'Late' },
        body: { zh: '请报送', en: 'Please report' },
        link: '/returns',
      },
    ]),
  )

describe('notices', () => {
  it('are one’s own, once per key, and counted until read', async () => {
    for (const key of ['a', 'b', 'a', 'c']) await tell(key)
    expect(await clerk.get(routes.countNotices)).toEqual({ unread: 3 })
    const { unread, notices } = await clerk.get(routes.listNotices)
    expect([unread, notices.map(one => one.key).sort()]).toEqual([3, ['a', 'b', 'c']])
    expect(await desk.get(routes.listNotices)).toEqual({ unread: 0, notices: [] })
    expect(await desk.get(routes.readNotices, { body: { keys: ['a'] } })).toEqual({ unread: 0 })
    expect(await clerk.get(routes.readNotices, { body: { keys: [] } })).toEqual({ unread: 3 })
    expect(await clerk.get(routes.readNotices, { body: { keys: ['a'] } })).toEqual({ unread: 2 })
    expect(await clerk.get(routes.readNotices, { body: {} })).toEqual({ unread: 0 })
  })
})

const SETTING = {
  ...{ channel: 'wecom', on: true, kinds: [], site: '', format: 'text' },
  ...{ base: 'http://127.0.0.1:9', token: 'token-to-keep' },
}

describe('channels', () => {
  it('are off until set, and never show a secret', async () => {
    const before = await keeper.get(routes.getChannels)
    expect(before.channels.map(one => [one.setting.channel, one.setting.on])).toEqual([
      ...[
        ['mail', false],
        ['wecom', false],
        ['dingtalk', false],
        ['feishu', false],
      ],
    ])
    await desk.get(routes.saveChannel, { body: SETTING })
    const after = await keeper.get(routes.getChannels)
    expect(after.channels[1]?.setting).toMatchObject({ on: true, hasToken: true, hasSecret: false })
    expect(JSON.stringify(after)).not.toContain('token-to-keep')
    const { token: _, ...rest } = SETTING
    const moved = await keeper.call(routes.saveChannel, { body: { ...rest, base: 'http://127.0.0.1:10' } })
    expect(moved.error.code).toBe('channel.secret-again')
    await keeper.get(routes.saveChannel, { body: { ...rest, site: 'http://10.0.0.1' } })
    expect((await keeper.get(routes.getChannels)).channels[1]?.setting).toMatchObject({ hasToken: true })
  })

  it('are tried by a message that the request does not wait for', async () => {
    expect((await desk.call(routes.testChannel, { params: { channel: 'feishu' } })).error.code).toBe(
      'channel.off',
    )
    const { key } = await desk.get(routes.testChannel, { params: { channel: 'wecom' } })
    const log = await keeper.get(routes.listDeliveries, { query: { channel: 'wecom' } })
    const tests = log.deliveries.filter(one => one.key.startsWith('test '))
    expect(tests.map(one => [one.key, one.to])).toEqual([[key, null]])
    expect(JSON.stringify(log)).not.toContain('token-to-keep')
    expect((await keeper.get(routes.listDeliveries, { query: { state: 'sent' } })).deliveries).toEqual([])
    const again = await desk.call(routes.testChannel, { params: { channel: 'wecom' } })
    expect([again.status, again.error.code]).toEqual([429, 'channel.tested-just-now'])
  })

  it('by mail are tried with one’s own address', async () => {
    const mail = {
      ...{ channel: 'mail', on: true, kinds: [], site: '', host: '127.0.0.1', port: 9, tls: false },
      ...{ user: '', from: 'a@example.com' },
    }
    await desk.get(routes.saveChannel, { body: mail })
    const test = { params: { channel: 'mail' } }
    expect((await desk.call(routes.testChannel, test)).error.code).toBe('channel.no-mail')
    await desk.get(routes.saveMail, { body: { mail: 'li@example.com' } })
    expect((await desk.call(routes.testChannel, test)).status).toBe(200)
    expect((await desk.get(routes.getReach)).mail).toBe('li@example.com')
    expect((await desk.call(routes.saveMail, { body: { mail: 'no address' } })).status).toBe(400)
  })
})

describe('where channels may go', () => {
  const mail = {
    ...{ channel: 'mail', on: true, kinds: [], site: '', port: 25, tls: false },
    ...{ user: '', from: 'a@example.com' },
  }
  it.each([
    ['another host', { ...SETTING, base: 'https://example.com' }, 'channel.host-not-allowed'],
    ['the maker without TLS', { ...SETTING, base: 'http://qyapi.weixin.qq.com' }, 'channel.host-not-allowed'],
    ['another maker', { ...SETTING, base: 'https://oapi.dingtalk.com' }, 'channel.host-not-allowed'],
    ['a mail server in this machine', { ...mail, host: 'localhost' }, 'channel.address-inside'],
    ['one inside the house', { ...mail, host: '10.0.0.1' }, 'channel.address-inside'],
    ['what gives keys to machines', { ...mail, host: '169.254.169.254' }, 'channel.address-inside'],
  ])('%s is refused when it is switched on, and kept while it is off', async (_, body, code) => {
    const before = await keeper.get(routes.getChannels)
    const refused = await desk.call(routes.saveChannel, { body })
    expect([refused.status, refused.error.code]).toEqual([422, code])
    expect(await keeper.get(routes.getChannels)).toEqual(before)
    const off = { ...body, on: false, ...('token' in body ? { channel: 'feishu', secret: null } : {}) }
    expect((await desk.call(routes.saveChannel, { body: { ...off, password: null } })).status).toBe(200)
  })
  it('the makers’ own hosts are', async () => {
    const base = 'https://oapi.dingtalk.com'
    await desk.get(routes.saveChannel, { body: { ...SETTING, channel: 'dingtalk', base } })
    const { channels } = await keeper.get(routes.getChannels)
    expect(channels[2]).toMatchObject({ setting: { base }, fault: null })
  })
})

describe('channels of a server', () => {
  const before = async (keys: KeyRing) => {
    const client = new Client((await serverFor(world.database, { keys })).url)
    await client.signIn('zs-guanli', DEMO_PASSWORD)
    return client
  }
  let other: Client
  let none: Client
  beforeAll(async () => {
    other = await before(await testKeys())
    none = await before(KeyRing.none)
  })
  const faultsAt = async (client: Client) =>
    (await client.get(routes.getChannels)).channels.map(one => one.fault)
  it('whose keys are others ask for the secrets again, send no test, and may be switched off', async () => {
    await desk.get(routes.saveChannel, { body: SETTING })
    expect((await faultsAt(other))[1]).toBe('channel.secret-lost')
    const { token: _, ...rest } = SETTING
    for (const call of [
      other.call(routes.saveChannel, { body: rest }),
      other.call(routes.testChannel, { params: { channel: 'wecom' } }),
    ])
      expect((await call).error.code).toBe('channel.secret-lost')
    await other.get(routes.saveChannel, { body: { ...rest, on: false } })
    expect((await faultsAt(other))[1]).toBeNull()
    await keeper.get(routes.saveChannel, { body: rest })
    expect((await keeper.get(routes.getChannels)).channels[1]).toMatchObject({
      ...{ setting: { on: true, hasToken: true }, fault: null },
    })
    await other.get(routes.saveChannel, { body: SETTING })
    expect([(await faultsAt(other))[1], (await faultsAt(keeper))[1]]).toEqual([null, 'channel.secret-lost'])
    await keeper.get(routes.saveChannel, { body: SETTING })
  })
  it('without keys keep no secret', async () => {
    expect((await faultsAt(none))[1]).toBe('channel.no-key')
    const refused = await none.call(routes.saveChannel, { body: SETTING })
    expect([refused.status, refused.error.code]).toEqual([409, 'channel.no-key'])
  })
})

describe('the calendar feed', () => {
  const read = async (path: string) => {
    const answer = await fetch(`${world.url}${path}`)
    return { status: answer.status, type: answer.headers.get('content-type'), text: await answer.text() }
  }
  it('has the due days, to whoever has the address', async () => {
    const { path } = await clerk.get(routes.renewFeed)
    const { status, type, text } = await read(path)
    expect([status, type]).toEqual([200, 'text/calendar; charset=utf-8'])
    expect(text).toMatch(/^BEGIN:VCALENDAR\r\n[\s\S]*END:VCALENDAR\r\n$/)
    const uids = text.replaceAll('\r\n ', '').match(/UID:.*/g) ?? []
    expect(uids.length).toBeGreaterThan(2)
    expect(new Set(uids).size).toBe(uids.length)
    expect((await clerk.get(routes.getReach)).feedSince).not.toBeNull()
  })
  it('is gone from an address that was renewed or revoked, and from a wrong one', async () => {
    const { path: first } = await clerk.get(routes.renewFeed)
    const { path } = await clerk.get(routes.renewFeed)
    expect([(await read(first)).status, (await read(path)).status]).toEqual([404, 200])
    expect((await read(`${path}x`)).status).toBe(404)
    await clerk.get(routes.revokeFeed)
    expect((await read(path)).status).toBe(404)
    expect((await clerk.get(routes.getReach)).feedSince).toBeNull()
  })
  it('of an administrator, who reports nothing, has no days', async () => {
    const { path } = await keeper.get(routes.renewFeed)
    expect((await read(path)).text).not.toContain('VEVENT')
  })
})
