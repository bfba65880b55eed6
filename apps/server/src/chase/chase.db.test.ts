import { routes } from '@guatu/contract'
import { expect, test } from 'vitest'
import { makeApp } from '../app.ts'
import type { Client } from '../testing/client.ts'
import { PERIOD, periodWorld } from '../testing/period-world.ts'
import { Chaser } from './job.ts'

const world = await periodWorld()
const { own, above, office, inspector, leader } = world.clients
const params = { period: PERIOD }

/** A server that starts anew and asks what is to be told today. */
async function round(day: string) {
  await world.today(day)
  const chaser = new Chaser(makeApp(world.database, new URL('file:///none')), error => {
    throw error
  })
  await chaser.round()
  await chaser.round()
}
const told = async (client: Client = office) =>
  (await client.get(routes.getChase, { params })).lines.filter(one => one.sentAt !== null)
const noticesOf = async (client: Client) =>
  (await client.get(routes.listNotices)).notices
    .filter(one => one.link === `/returns/station/${PERIOD}`)
    .map(one => [one.kind, one.key])

test('what is due is told once on its day, to the owner before anybody above; the superior after the grace', async () => {
  // Due on Friday 5 June; three, one and no working days before it, then one working day late, then one and two more.
  for (const day of [
    '2020-06-02',
    '2020-06-02',
    '2020-06-04',
    '2020-06-05',
    '2020-06-08',
    '2020-06-09',
    '2020-06-10',
  ])
    await round(day)
  const lines = (await told()).filter(one => one.unit === 'station')
  expect(lines.map(one => [one.day, one.kind, one.level, one.toUnit, one.persons, one.daysLate])).toEqual([
    ['2020-06-02', 'before', 'owner', 'station', ['人员own', '人员own2'], 0],
    ['2020-06-04', 'before', 'owner', 'station', ['人员own', '人员own2'], 0],
    ['2020-06-05', 'due', 'owner', 'station', ['人员own', '人员own2'], 0],
    ['2020-06-08', 'after', 'owner', 'station', ['人员own', '人员own2'], 1],
    ['2020-06-09', 'escalate', 'head', 'station', ['人员above'], 2],
    ['2020-06-10', 'after', 'owner', 'station', ['人员own', '人员own2'], 3],
    ['2020-06-10', 'escalate', 'above', 'housing', ['人员above'], 3],
  ])
  expect(await noticesOf(own)).toHaveLength(5)
  expect((await noticesOf(above)).map(([kind]) => kind)).toEqual(['late-superior', 'late-superior'])
  expect(await told(inspector)).toEqual(await told())
  await world.today('2020-06-01')
})

test('by hand a unit is told once a day, whatever the rules told', async () => {
  const hand = (units: string[], text?: string) =>
    office.call(routes.chaseNow, { params, body: { units, ...(text && { text }) } })
  const before = (await noticesOf(own)).length
  expect((await hand(['station', 'water'], '请今天报送')).body).toEqual({ told: 2, already: 0, nobody: [] })
  expect((await hand(['station', 'housing'])).body).toEqual({ told: 1, already: 1, nobody: [] })
  await world.today('2020-06-11')
  expect((await hand(['station'])).body).toEqual({ told: 1, already: 0, nobody: [] })
  await world.today('2020-06-01')
  const { notices } = await own.get(routes.listNotices)
  expect(notices.filter(one => one.body.zh === '请今天报送')).toHaveLength(1)
  expect(await noticesOf(own)).toHaveLength(before + 2)
  const { units } = await office.get(routes.getPeriod, { params })
  expect(units.map(one => [one.unit, one.remindedAt !== null])).toContainEqual(['station', true])
})

test.each<[string, () => Promise<{ status: number; error: { code: string } }>, number, string]>([
  [
    'a unit that owes nothing',
    () => office.call(routes.chaseNow, { params, body: { units: ['county'] } }),
    404,
    'request.not-found',
  ],
  [
    'a period that asks nothing',
    () => office.call(routes.getChase, { params: { period: '2020-W22' } }),
    404,
    'request.not-found',
  ],
  [
    'by a reporter',
    () => own.call(routes.chaseNow, { params, body: { units: ['station'] } }),
    403,
    'role.not-allowed',
  ],
  ['read by a leader', () => leader.call(routes.getChase, { params }), 403, 'role.not-allowed'],
])('%s is refused', async (_, call, status, code) => {
  const answer = await call()
  expect([answer.status, answer.error.code]).toEqual([status, code])
})

test('the calendar has the days of own returns, and for the office one event for all units of a period', async () => {
  const events = async (client: Client) => {
    const { path } = await client.get(routes.renewFeed)
    const text = (await (await fetch(`${client.base}${path}`)).text()).replaceAll('\r\n ', '')
    const of = (name: string) =>
      [...text.matchAll(new RegExp(`^${name}[^:]*:(.*)\\r$`, 'gm'))].map(one => one[1])
    return { summaries: of('SUMMARY'), days: of('DTSTART') }
  }
  const mine = await events(own)
  expect(mine.days).toEqual(['20200505', '20200605', '20200705', '20200805', '20200905'])
  expect(mine.summaries[1]).toMatch(/^station局 2020年5月报送截止$/)
  const all = await events(office)
  expect(all.days).toEqual(mine.days)
  expect(all.summaries[1]).toMatch(/^3个单位 2020年5月报送截止$/)
  expect((await events(world.clients.administrator)).days).toEqual([])
})
