import { type BotSetting, type NewNotice, NOTICE_KINDS, THROTTLED_MS } from '@guatu/domain'
import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { claimDelivery, settleDelivery } from '../channel/claim.ts'
import { addDeliveries } from '../channel/delivery.ts'
import { channelSettings, saveChannelSetting, silenceChannel } from '../channel/setting.ts'
import { createJurisdiction } from '../jurisdiction/jurisdiction.ts'
import { takeOutbox } from '../outbox/outbox.ts'
import { readScope, type Scope, type ScopedTx, withScope } from '../scope/scope.ts'
import { testDatabase, testKeys } from '../testing/index.ts'
import { enqueueNotices, NOTICE_TOPIC } from './enqueue.ts'
import { markNotices, notices, unreadNotices } from './notice.ts'
import { mailAddresses, ownReach, saveOwnMail } from './reach.ts'

const database = await testDatabase()
const keys = await testKeys()
await createJurisdiction(database, { id: 'zs', name: '柞水县' })
await createJurisdiction(database, { id: 'xx', name: '西夏区' })
const desk: Scope = { jurisdiction: 'zs', person: 'li', reads: 'all' }
const clerk: Scope = { jurisdiction: 'zs', person: 'wang', reads: { units: ['housing'] } }
const START = Date.parse('2023-05-31T01:00:00.000Z')
const timeOf = (ms: number) => new Date(ms).toISOString()

const notice = (key: string, toPerson: string): NewNotice => ({
  ...{ key, kind: 'returned', toPerson, link: '/returns' },
  ...{ title: { zh: '退回', en: 'Returned' }, body: { zh: '请核对', en: 'Check' } },
})
const seenBy = (scope: Scope) =>
  readScope(database, scope, async tx => (await notices(tx, 9)).map(one => one.key))

it('is written by whoever acts, and read by the addressee alone', async () => {
  await withScope(database, clerk, tx => enqueueNotices(tx, [notice('a', 'li'), notice('b', 'wang')]))
  expect([await seenBy(desk), await seenBy(clerk)]).toEqual([['a'], ['b']])
  expect(await seenBy({ ...desk, jurisdiction: 'xx' })).toEqual([])
  const raw = (tx: ScopedTx) => sql<{ key: string }>`select key from notice`.execute(tx.db)
  expect((await readScope(database, desk, raw)).rows).toEqual([{ key: 'a' }])
})

it('stands or falls with what it tells, and goes to the outbox with it', async () => {
  await withScope(database, desk, async tx => {
    await enqueueNotices(tx, [notice('gone', 'li')])
    throw new Error('no')
  }).catch(() => undefined)
  const events = await withScope(database, desk, tx => takeOutbox(tx, 9, NOTICE_TOPIC))
  expect(events.map(event => (event.payload as { key: string }).key)).toEqual(['a', 'b'])
  expect(await seenBy(desk)).toEqual(['a'])
})

it('is read once, by its addressee', async () => {
  await withScope(database, clerk, tx => markNotices(tx, ['a', 'b']))
  expect(await readScope(database, desk, unreadNotices)).toBe(1)
  expect(await readScope(database, clerk, unreadNotices)).toBe(0)
})

const bot: BotSetting = {
  ...{ channel: 'dingtalk', on: true, kinds: [], site: '', base: 'http://h', format: 'text' },
  ...{ token: 'T', secret: 'S' },
}
const settings = (tx: ScopedTx) => channelSettings(tx, keys)
const delivery = (dedupeKey: string) =>
  ({ dedupeKey, channel: 'dingtalk', kind: 'late', person: null, told: { title: 't', body: 'b' } }) as const

it('settings with their secrets, deliveries and addresses are closed to one who sees a part', async () => {
  await withScope(database, desk, async tx => {
    await saveChannelSetting(tx, keys, bot, timeOf(START))
    await addDeliveries(tx, [delivery('a'), delivery('b')], timeOf(START))
    await saveOwnMail(tx, 'li@example.com')
  })
  expect((await readScope(database, desk, settings)).map(one => one.setting)).toEqual([bot])
  expect(await readScope(database, clerk, settings)).toEqual([])
  expect(await readScope(database, clerk, tx => mailAddresses(tx, ['li']))).toEqual(new Map())
  expect(await readScope(database, clerk, ownReach)).toMatchObject({ mail: null })
  await expect(
    withScope(database, clerk, tx => saveChannelSetting(tx, keys, bot, timeOf(START))),
  ).rejects.toThrow(/row-level security/)
})

const claim = (now: number) =>
  withScope(database, desk, tx => claimDelivery(tx, 'dingtalk', now, NOTICE_KINDS))

it('a claim is one worker’s until its lease ends', async () => {
  const first = await claim(START)
  const second = await claim(START)
  expect([first?.dedupeKey, second?.dedupeKey]).toEqual(['a', 'b'])
  expect(await claim(START + 119_999)).toBeUndefined()
  expect(await claim(START + 120_000)).toMatchObject({ dedupeKey: 'a', attempt: 2 })
  // The first worker was slow, not dead: what it sent counts, what it did not leaves the second alone.
  if (!first || !second) throw new Error('nothing claimed')
  await withScope(database, desk, tx => settleDelivery(tx, first, { state: 'sent' }, START + 120_001))
  expect(await claim(START + 999_999)).toMatchObject({ dedupeKey: 'b', attempt: 2 })
})

it('a silent channel is left alone until that moment', async () => {
  const until = START + 2_000_000 + THROTTLED_MS.dingtalk
  await withScope(database, desk, tx => silenceChannel(tx, 'dingtalk', timeOf(until)))
  expect(await claim(until - 1)).toBeUndefined()
  expect(await claim(until)).toMatchObject({ dedupeKey: 'b' })
})

it('the log of tries is append-only', async () => {
  const change = sql`update delivery_attempt set error = 'x'`
  await expect(change.execute(database.kysely)).rejects.toThrow(/append-only/)
})
