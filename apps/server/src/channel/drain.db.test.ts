import { createServer } from 'node:net'
import type { BotSetting, ChannelSetting, GroupBot, MailSetting, NewNotice } from '@guatu/domain'
import {
  appendBatch,
  createJurisdiction,
  deliveries,
  enqueueNotices,
  notices,
  personFact,
  postFact,
  readScope,
  type Scope,
  saveChannelSetting,
  saveOwnMail,
  unitFact,
  withScope,
} from '@guatu/store'
import { runOn, testDatabase, testKeys } from '@guatu/store/testing'
import { afterAll, describe, expect, it } from 'vitest'
import { outsideOf } from './address.ts'
import { drain } from './drain.ts'
import { mailbox } from './testing/mailbox.ts'
import { robot } from './testing/robot.ts'

const TOKEN = 'token/to+keep='
const SECRET = 'SECsecret-to-keep'
const PASSWORD = 'password-to-keep'
const START = Date.parse('2023-05-31T01:00:00.000Z')
const MINUTE = 60_000
/** The mail server greets after a tenth of a second. */
const PATIENCE_MS = 700

const database = await testDatabase()
const keys = await testKeys()
const outside = outsideOf([{ host: '127.0.0.1' }])
const robots = {
  wecom: await robot('wecom', TOKEN, SECRET),
  dingtalk: await robot('dingtalk', TOKEN, SECRET),
  feishu: await robot('feishu', TOKEN, SECRET),
}
const box = await mailbox('desk', PASSWORD)
/** A port where nobody listens, and one where somebody listens and says nothing. */
const mute = createServer(() => undefined)
const freed = createServer()
for (const server of [mute, freed]) await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
const portOf = (server: typeof mute) => (server.address() as { port: number }).port
const [mutePort, closedPort] = [portOf(mute), portOf(freed)]
await new Promise(done => freed.close(done))
afterAll(() => mute.close())

const homeOf = ({ jurisdiction }: Scope) => ({ id: jurisdiction, name: jurisdiction })
let made = 0
/** A jurisdiction of its own per test: a dispatcher with a mail address and a town's reporter without. */
async function office(...settings: ChannelSetting[]) {
  const jurisdiction = `j${++made}`
  await createJurisdiction(database, { id: jurisdiction, name: jurisdiction })
  const scope: Scope = { jurisdiction, person: 'li', reads: 'all' }
  const day = '2023-01-01'
  await withScope(database, scope, async tx => {
    await appendBatch(tx, {
      facts: [
        unitFact({ id: 'office', name: '发改局', kind: 'office' }, day),
        unitFact({ id: 'town', name: '镇', kind: 'town', parent: 'office' }, day),
        personFact({ id: 'li', name: '李' }, day),
        personFact({ id: 'wang', name: '王' }, day),
        postFact({ id: 'p1', person: 'li', unit: 'office', role: 'dispatcher' }, day),
        postFact({ id: 'p2', person: 'wang', unit: 'town', role: 'reporter' }, day),
        // Tries follow each other through the night here: hours.db.test.ts is where they wait.
        { word: 'setting', subject: 'send-hours', effectiveFrom: day, body: { value: '00:00-24:00/every' } },
      ],
    })
    await saveOwnMail(tx, 'li@example.com')
    for (const setting of settings) await saveChannelSetting(tx, keys, setting, new Date(START).toISOString())
  })
  for (const one of Object.values(robots)) {
    one.forget()
    one.now = START
  }
  box.letters.length = 0
  box.refusal = undefined
  return {
    scope,
    tell: (...told: NewNotice[]) => withScope(database, scope, tx => enqueueNotices(tx, told)),
    drainAt: async (now: number) => {
      for (const one of Object.values(robots)) one.now = now
      await drain(
        { database, keys, outside, now: () => now, timeoutMs: PATIENCE_MS },
        { id: jurisdiction, name: jurisdiction },
      )
    },
    log: async () => {
      const all = await readScope(database, scope, tx => deliveries(tx, { limit: 500 }))
      return all.map(({ dedupeKey, state, attempts, nextTryAt, lastError }) => ({
        key: dedupeKey,
        state,
        attempts,
        wait: state === 'failed' ? Date.parse(nextTryAt) - START : null,
        error: lastError,
      }))
    },
  }
}

const notice = (key: string, body = '请报送5月数据'): NewNotice => ({
  key,
  kind: 'late',
  toPerson: 'li',
  title: { zh: '催报', en: 'Late' },
  body: { zh: body, en: body },
  link: '/returns',
})
const many = (count: number) =>
  Array.from({ length: count }, (_, n) => notice(`n${String(n).padStart(3, '0')}`))
const bot = (channel: GroupBot, other: Partial<BotSetting> = {}): BotSetting => ({
  channel,
  on: true,
  kinds: [],
  site: '',
  base: robots[channel].url,
  format: 'text',
  token: TOKEN,
  secret: channel === 'wecom' ? '' : SECRET,
  ...other,
})
const mail = (other: Partial<MailSetting> = {}): MailSetting => ({
  channel: 'mail',
  on: true,
  kinds: [],
  site: 'http://10.0.0.1:8787',
  host: '127.0.0.1',
  port: box.port,
  tls: false,
  user: 'desk',
  from: 'desk@example.com',
  password: PASSWORD,
  ...other,
})

const BOTS = ['wecom', 'dingtalk', 'feishu'] as const

describe.each(BOTS)('%s', channel => {
  const at = robots[channel]
  const sentOnce = { key: 'a', state: 'sent', attempts: 1, wait: null, error: null }
  const failedOnce = (error: unknown, wait = MINUTE) => [
    { key: 'a', state: 'failed', attempts: 1, wait, error },
  ]

  it('accepts a message, and the same key is never sent again', async () => {
    const { tell, drainAt, log } = await office(bot(channel))
    await tell(notice('a'))
    await drainAt(START)
    await tell(notice('a'))
    await drainAt(START + MINUTE)
    expect(at.texts).toEqual(['催报\n请报送5月数据'])
    expect(await log()).toEqual([sentOnce])
  })

  it('is sent a long message in parts within its limit', async () => {
    const { tell, drainAt } = await office(bot(channel))
    await tell(notice('a', `"报\n`.repeat(6000)))
    for (let minute = 0; minute < 4; minute++) await drainAt(START + minute * MINUTE)
    expect(at.texts.length).toBeGreaterThan(1)
    expect(at.texts.length).toBe(at.calls.count)
    expect(at.texts.join('').match(/报\n?/g)?.length).toBe(6000 + 1)
  })

  it('is sent no more than it allows, and the rest when its window ends', async () => {
    const { tell, drainAt } = await office(bot(channel))
    const [most, window] = channel === 'feishu' ? [5, 1000] : [20, MINUTE]
    await tell(...many(most + 1))
    await drainAt(START)
    expect(at.calls.count).toBe(most)
    await drainAt(START + window - 1)
    expect(at.calls.count).toBe(most)
    await drainAt(START + window)
    expect([at.calls.count, at.texts.length]).toEqual([most + 1, most + 1])
  })

  it('is left alone as long as it asks when others have used it up', async () => {
    const { tell, drainAt, log } = await office(bot(channel))
    const wait = channel === 'dingtalk' ? 10 * MINUTE : MINUTE
    at.mood = { code: { wecom: 45009, dingtalk: 130101, feishu: 11232 }[channel] }
    await tell(notice('a'), notice('b'))
    await drainAt(START)
    at.mood = 'well'
    expect(at.calls.count).toBe(1)
    expect((await log())[0]).toMatchObject({ state: 'failed', attempts: 1, wait })
    await drainAt(START + wait - 1)
    expect(at.calls.count).toBe(1)
    await drainAt(START + wait)
    expect((await log()).map(one => [one.state, one.attempts])).toEqual([
      ['sent', 2],
      ['sent', 1],
    ])
  })

  it.each([
    ['server error', 'http 500'],
    ['silent', 'timeout'],
    ['not json', 'answer not understood'],
  ] as const)('that is %s is tried again after a minute', async (mood, error) => {
    const { tell, drainAt, log } = await office(bot(channel))
    at.mood = mood
    await tell(notice('a'))
    await drainAt(START)
    expect(await log()).toEqual(failedOnce(error))
    at.mood = 'well'
    await drainAt(START + MINUTE - 1)
    expect(at.texts).toEqual([])
    await drainAt(START + MINUTE)
    expect(await log()).toEqual([{ ...sentOnce, attempts: 2 }])
  })

  it('that cannot be reached is tried again after a minute', async () => {
    const { tell, drainAt, log } = await office(bot(channel, { base: `http://127.0.0.1:${closedPort}` }))
    await tell(notice('a'))
    await drainAt(START)
    expect(await log()).toEqual(failedOnce('not reached: ECONNREFUSED'))
  })

  it('that says an error inside a 200 is not taken at its 200', async () => {
    const { tell, drainAt, log } = await office(bot(channel, { token: 'wrong' }))
    await tell(notice('a'))
    await drainAt(START)
    const code = { wecom: 93000, dingtalk: 300001, feishu: 19001 }[channel]
    expect(await log()).toEqual(failedOnce(expect.stringMatching(`^code ${code}: refused`)))
  })
})

describe.each([
  ['dingtalk', 310000],
  ['feishu', 19021],
] as const)('%s', (channel, code) => {
  it('refuses a wrong signature; once the secret is mended it is tried at once', async () => {
    const { tell, drainAt, log, scope } = await office(bot(channel, { secret: 'wrong' }))
    await tell(notice('a'))
    await drainAt(START)
    expect(await log()).toMatchObject([{ state: 'failed', error: expect.stringMatching(`^code ${code}`) }])
    await withScope(database, scope, tx =>
      saveChannelSetting(tx, keys, bot(channel), new Date(START + 1).toISOString()),
    )
    await drainAt(START + 1)
    expect(await log()).toMatchObject([{ state: 'sent', attempts: 2 }])
  })

  it.each([
    [3_600_000, 'sent'],
    [3_601_000, 'failed'],
  ])('with a clock %i ms apart: %s', async (apart, state) => {
    const { tell, log, scope } = await office(bot(channel))
    await tell(notice('a'))
    robots[channel].now = START + apart
    await drain({ database, keys, outside, now: () => START, timeoutMs: PATIENCE_MS }, homeOf(scope))
    expect(await log()).toMatchObject([{ state }])
  })
})

describe('钉钉’s ten minutes', () => {
  it('are kept by the robot itself: what comes meanwhile is refused', async () => {
    const at = robots.dingtalk
    const { tell, drainAt, log } = await office(bot('dingtalk'))
    await tell(...many(20))
    await drainAt(START)
    // The twenty-first comes from somebody else’s program.
    const other = await office(bot('dingtalk'))
    for (let n = 0; n < 20; n++) await other.tell(notice(`o${n}`))
    await other.drainAt(START)
    expect(at.texts.length).toBe(20)
    expect((await log()).every(one => one.state === 'sent')).toBe(true)
    await other.tell(notice('late'))
    await drain(
      { database, keys, outside, now: () => START + MINUTE, timeoutMs: PATIENCE_MS },
      homeOf(other.scope),
    )
    expect(at.calls.count).toBe(21)
  })
})

describe('mail', () => {
  const failed = (error: unknown) => [{ key: 'a li', state: 'failed', attempts: 1, wait: MINUTE, error }]
  it('goes to those who gave an address, whole, with the link', async () => {
    const { tell, drainAt, log } = await office(mail())
    await tell(notice('a'), { ...notice('b'), toPerson: 'wang' })
    await drainAt(START)
    expect((await log()).map(one => [one.key, one.state])).toEqual([['a li', 'sent']])
    expect(box.letters.map(letter => letter.to)).toEqual(['li@example.com'])
    expect(box.letters[0]?.source).toContain('Message-ID: <')
  })
  it('is not limited in length', async () => {
    const { tell, drainAt } = await office(mail())
    await tell(notice('a', '报'.repeat(50_000)))
    await drainAt(START)
    expect(box.letters.length).toBe(1)
  })
  it.each([
    ['a wrong password', { password: 'other-password' }, /^smtp EAUTH: 535/],
    ['nobody there', { port: closedPort }, /^smtp E/],
    ['a server that says nothing', { port: mutePort }, /^smtp ETIMEDOUT/],
  ])('with %s is tried again after a minute', async (_, other, error) => {
    const { tell, drainAt, log } = await office(mail(other))
    await tell(notice('a'))
    await drainAt(START)
    expect(await log()).toEqual(failed(expect.stringMatching(error)))
  })
  it('that the server refuses is tried again after a minute', async () => {
    const { tell, drainAt, log } = await office(mail())
    box.refusal = { code: 451, text: 'try later' }
    await tell(notice('a'))
    await drainAt(START)
    expect(await log()).toEqual(failed(expect.stringContaining('451 try later')))
  })
})

it('is sent once, however many drain at once', async () => {
  const { tell, log, scope } = await office(bot('wecom'), bot('feishu'), mail())
  await tell(...many(20))
  const once = () =>
    drain({ database, keys, outside, now: () => START, timeoutMs: PATIENCE_MS }, homeOf(scope))
  await Promise.all([once(), once(), once()])
  expect([robots.wecom.calls.count, robots.feishu.calls.count, box.letters.length]).toEqual([20, 5, 20])
  expect(new Set(box.letters.map(one => one.source.match(/Message-ID: (\S+)/)?.[1])).size).toBe(20)
  expect((await log()).filter(one => one.state === 'sent').length).toBe(45)
})

it('sends nothing by a channel that is off, or set to other kinds, nor before the notice is committed', async () => {
  const { scope, drainAt, tell } = await office(
    bot('wecom', { on: false }),
    bot('feishu', { kinds: ['closing'] }),
  )
  await tell(notice('a'))
  await drainAt(START)
  await withScope(database, scope, async tx => {
    await enqueueNotices(tx, [{ ...notice('b'), kind: 'closing' }])
    await drainAt(START)
    throw new Error('changed its mind')
  }).catch(() => undefined)
  await drainAt(START)
  expect([robots.wecom.calls.count, robots.feishu.calls.count]).toEqual([0, 0])
})

it('is given up after seven tries, of which the dispatcher is told in the product alone, once a day', async () => {
  const { scope, tell, drainAt, log } = await office(bot('wecom'), mail({ kinds: ['closing'] }))
  robots.wecom.mood = 'server error'
  await tell(notice('a'))
  let now = START
  for (const minutes of [0, 1, 5, 15, 60, 240, 720]) {
    now += minutes * MINUTE
    await drainAt(now)
  }
  await drainAt(now + 10_000 * MINUTE)
  expect(await log()).toEqual([{ key: 'a', state: 'given-up', attempts: 7, wait: null, error: 'http 500' }])
  expect([robots.wecom.calls.count, box.letters.length]).toEqual([7, 0])
  const told = await readScope(database, scope, tx => notices(tx, 9))
  expect(told.filter(one => one.kind === 'delivery').map(one => one.title.zh)).toEqual([
    '企业微信消息未能送达',
  ])
})

it('leaves the secrets in no row, the settings among them', async () => {
  for (const table of ['channel', 'delivery', 'delivery_attempt', 'notice', 'outbox']) {
    const rows = await runOn<{ text: string }>(database.url, `select t::text as text from ${table} t`)
    expect(rows.length).toBeGreaterThan(0)
    const text = rows.map(row => row.text).join()
    for (const secret of [TOKEN, encodeURIComponent(TOKEN), SECRET, PASSWORD, 'other-password'])
      expect(text.includes(secret)).toBe(false)
  }
})
