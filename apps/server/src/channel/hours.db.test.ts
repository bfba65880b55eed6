import { routes } from '@guatu/contract'
import type { NewNotice, NoticeKind } from '@guatu/domain'
import { must } from '@guatu/kernel'
import {
  deliveries,
  enqueueNotices,
  jurisdictions,
  readScope,
  saveChannelSetting,
  saveOwnMail,
  withScope,
} from '@guatu/store'
import { beforeEach, expect, test } from 'vitest'
import { makeApp } from '../app.ts'
import { Chaser } from '../chase/job.ts'
import { HOME, periodWorld } from '../testing/period-world.ts'
import { outsideOf } from './address.ts'
import { drain } from './drain.ts'
import { mailbox } from './testing/mailbox.ts'
import { robot } from './testing/robot.ts'

const world = await periodWorld()
const { database, keys } = world
const { office, own, leader, inspector, administrator } = world.clients
const outside = outsideOf([{ host: '127.0.0.1' }])
const wecom = await robot('wecom', 'token', '')
const box = await mailbox('desk', 'password')
const common = { on: true, kinds: [], site: '' } as const
await withScope(database, HOME, async tx => {
  const at = new Date(0).toISOString()
  await saveChannelSetting(
    tx,
    keys,
    { ...common, channel: 'wecom', base: wecom.url, format: 'text', token: 'token', secret: '' },
    at,
  )
  const mail = { host: '127.0.0.1', port: box.port, tls: false, user: 'desk', from: 'desk@example.com' }
  await saveChannelSetting(tx, keys, { ...common, channel: 'mail', ...mail, password: 'password' }, at)
})
await withScope(database, { ...HOME, person: 'own' }, tx => saveOwnMail(tx, 'own@example.com'))

/** As the clock on the wall shows it in Shanghai, some days of 2023: whatever day the demo plays. */
const wall = (text: string) => Date.parse(`${text}+08:00`)
const drainAt = async (text: string) => {
  wecom.now = wall(text)
  const home = must((await jurisdictions(database))[0], 'jurisdiction')
  await drain({ database, keys, outside, now: () => wall(text), timeoutMs: 700 }, home)
}
let told = 0
const tell = (kind: NoticeKind = 'reminder') => {
  const said = { zh: `话${++told}`, en: 'x' }
  const notice: NewNotice = { key: `k${told}`, kind, toPerson: 'own', title: said, body: said, link: '/' }
  return withScope(database, HOME, tx => enqueueNotices(tx, [notice]))
}
const gone = () => [wecom.texts.length, box.letters.length]

beforeEach(() => {
  wecom.forget()
  box.letters.length = 0
})

test('between 08:30 and 17:30 of a working day words go, at other times they wait, and go once', async () => {
  await tell()
  for (const night of [
    '2023-06-08T17:30:00',
    '2023-06-08T23:59:59',
    '2023-06-09T00:00:00',
    '2023-06-09T08:29:59',
  ])
    await drainAt(night)
  expect(gone()).toEqual([0, 0])
  const { notices } = await own.get(routes.listNotices)
  expect(notices.filter(one => one.key === `k${told}`)).toHaveLength(1)
  await drainAt('2023-06-09T08:30:00')
  expect(gone()).toEqual([1, 1])
  await drainAt('2023-06-09T08:31:00')
  await tell()
  await drainAt('2023-06-09T17:29:59')
  expect(gone()).toEqual([2, 2])
  await tell()
  for (const off of [
    '2023-06-09T17:30:00',
    '2023-06-10T10:00:00',
    '2023-06-11T17:00:00',
    '2023-06-12T08:29:59',
  ])
    await drainAt(off)
  expect(gone()).toEqual([2, 2])
  await drainAt('2023-06-12T08:30:00')
  await drainAt('2023-06-12T08:31:00')
  expect(gone()).toEqual([3, 3])
})

test('what the chase says at midnight is in the product then, and goes out in the morning, once', async () => {
  await world.today('2020-06-04')
  const chaser = new Chaser(
    makeApp(database, new URL('file:///none'), () => wall('2023-06-13T00:00:05')),
    error => {
      throw error
    },
  )
  await chaser.round()
  await drainAt('2023-06-13T00:00:10')
  await drainAt('2023-06-13T08:29:59')
  const links = (await own.get(routes.listNotices)).notices.filter(one => one.link.startsWith('/returns/'))
  expect(links).toHaveLength(1)
  expect(gone()).toEqual([0, 0])
  await Promise.all(['2023-06-13T08:30:00', '2023-06-13T08:30:00'].map(drainAt))
  await drainAt('2023-06-13T08:31:00')
  // One letter to who gave an address; one message to the group for each unit that owes.
  expect([wecom.texts.length, new Set(wecom.texts).size, box.letters.length]).toEqual([3, 3, 1])
  await world.today('2020-06-01')
})

test('a try that failed in the evening is made again in the morning, not at night', async () => {
  wecom.mood = 'server error'
  await tell()
  await drainAt('2023-06-13T17:29:00')
  wecom.mood = 'well'
  await drainAt('2023-06-13T17:30:00')
  await drainAt('2023-06-14T08:29:59')
  expect(wecom.texts).toEqual([])
  await drainAt('2023-06-14T08:30:00')
  expect(wecom.texts).toHaveLength(1)
  const log = await readScope(database, HOME, tx => deliveries(tx, { limit: 500 }))
  expect(log.find(one => one.dedupeKey === `k${told}`)).toMatchObject({ state: 'sent', attempts: 2 })
})

test('a message that tries a channel goes at any hour', async () => {
  const { key } = await office.get(routes.testChannel, { params: { channel: 'wecom' } })
  await drainAt('2099-01-01T03:00:00')
  const log = await readScope(database, HOME, tx => deliveries(tx, { limit: 500 }))
  expect(log.find(one => one.dedupeKey === key)?.state).toBe('sent')
})

const USUAL = { from: '08:30', to: '17:30', days: 'working' } as const
const URGENT = { from: '08:00', to: '20:00', days: 'every' } as const
const save = (body: object, client = office) => client.call(routes.saveSending, { body })

test('hours are the product’s own until somebody sets them, then they hold at once', async () => {
  expect(await office.get(routes.getSending)).toEqual({
    timeZone: 'Asia/Shanghai',
    usual: { value: USUAL, source: null },
    urgent: { value: URGENT, source: null },
    urgentKinds: { value: [], source: null },
    keepDays: { value: 365, source: null },
  })
  const early = { ...USUAL, from: '07:00' }
  expect((await save({ usual: early, urgent: URGENT, urgentKinds: ['late'], keepDays: 365 })).status).toBe(
    200,
  )
  const source = { by: '人员office', at: expect.any(String) }
  expect(await administrator.get(routes.getSending)).toEqual({
    timeZone: 'Asia/Shanghai',
    usual: { value: early, source },
    urgent: { value: URGENT, source: null },
    urgentKinds: { value: ['late'], source },
    keepDays: { value: 365, source: null },
  })
  await tell()
  await drainAt('2023-06-15T06:59:59')
  expect(gone()).toEqual([0, 0])
  await drainAt('2023-06-15T07:00:00')
  expect(gone()).toEqual([1, 1])
  await tell('late')
  await drainAt('2023-06-17T19:59:59')
  expect(gone()).toEqual([2, 2])
  await tell('late')
  await tell()
  await drainAt('2023-06-17T20:00:00')
  await drainAt('2023-06-18T07:59:59')
  expect(gone()).toEqual([2, 2])
  await drainAt('2023-06-18T08:00:00')
  expect(gone()).toEqual([3, 3])
  await drainAt('2023-06-19T07:00:00')
  expect(gone()).toEqual([4, 4])
  await save({ usual: USUAL, urgent: URGENT, urgentKinds: [], keepDays: 365 }, administrator)
  expect((await office.get(routes.getSending)).usual).toEqual({
    value: USUAL,
    source: { by: '人员administrator', at: expect.any(String) },
  })
})

test('hours that end when they begin are refused, and so is whoever keeps no channels', async () => {
  const said = { usual: USUAL, urgent: URGENT, urgentKinds: [], keepDays: 365 }
  const before = await office.get(routes.getSending)
  for (const to of ['08:30', '08:29'])
    expect((await save({ ...said, usual: { ...USUAL, to } })).error.code).toBe('channel.hours-empty')
  expect((await save({ ...said, urgent: { ...URGENT, to: '24:01' } })).error.code).toBe('request.invalid')
  for (const keepDays of [29, 3651])
    expect((await save({ ...said, keepDays })).error.code).toBe('request.invalid')
  for (const client of [own, leader, inspector]) {
    expect((await save(said, client)).error.code).toBe('role.not-allowed')
    expect((await client.call(routes.getSending)).error.code).toBe('role.not-allowed')
  }
  expect(await office.get(routes.getSending)).toEqual(before)
})
