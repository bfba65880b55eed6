import { type Changes, routes } from '@guatu/contract'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Client } from '../testing/client.ts'
import { demoWorld } from '../testing/world.ts'

let dispatcher: Client
let leader: Client
let reporter: Client
let others: Client
beforeAll(async () => {
  const world = await demoWorld()
  dispatcher = await world.as('zs-diaodu')
  leader = await world.as('zs-lingdao')
  reporter = await world.as('zs-tianbao')
  others = await world.as('xx-diaodu')
})

const sinceLook = (client: Client, query: Record<string, string> = {}) =>
  client.get(routes.getChanges, { query: { since: 'look', ...query } })
const open = (client: Client) => client.call(routes.markLook, { body: {} })
const seen = async (client: Client, { bar }: Changes) =>
  client.call(routes.markLook, { body: { seen: { seq: bar.seq, asOf: bar.asOf } } })

/** A project of the reporter's own unit, with a return of the demo's last month and more reported on top. */
async function reportMore(client: Client, id: string, by: number, key: string) {
  const page = await client.get(routes.getProject, { params: { id } })
  const last = page.returns[0]
  const from = Number(last?.figures['invest-ytd'])
  const { seq: entry } = await client.get(routes.saveReturn, {
    body: {
      project: id,
      period: last?.period ?? '',
      figures: { 'invest-ytd': from + by },
      reason: '补报',
      seen: page.trail.find(one => one.period === last?.period)?.seq ?? 0,
      key,
    },
  })
  return { from, to: from + by, entry }
}

describe('since I last looked', () => {
  test('before the first look nothing is told; then what another saved is, from and to, with its entry', async () => {
    const before = await sinceLook(dispatcher)
    expect([before.since, before.total]).toEqual([null, 0])
    for (const one of [dispatcher, leader, reporter, others]) await open(one)
    expect(await sinceLook(dispatcher)).toMatchObject({ total: 0, rows: [], since: { by: 'look' } })
    const { rows } = await reporter.get(routes.listProjects, { query: { size: 500 } })
    const id = rows[0]?.id ?? ''
    const { from, to, entry } = await reportMore(reporter, id, 123_00, 'change-1')
    const answer = await sinceLook(dispatcher)
    expect(answer.rows.map(row => row.project)).toEqual([id])
    expect(answer.rows[0]?.changes).toContainEqual({
      kind: 'investment',
      from,
      to,
      by: 123_00,
      newYear: false,
      entry,
    })
    expect(answer.counts.investment).toBe(1)
    const { invested } = answer.sums ?? { invested: { from: 0, to: 0 } }
    expect(invested.to - invested.from).toBe(123_00)
    expect((await sinceLook(reporter)).rows.map(row => row.project)).toEqual([id])
    expect((await sinceLook(others)).total).toBe(0)
  })

  test('what was seen is gone for that person only; what came after it is not', async () => {
    const answer = await sinceLook(dispatcher)
    const [row] = answer.rows
    await reportMore(reporter, row?.project ?? '', 1_00, 'change-2')
    await seen(dispatcher, answer)
    const after = await sinceLook(dispatcher)
    expect(after.rows[0]?.changes).toContainEqual(expect.objectContaining({ kind: 'investment', by: 1_00 }))
    await seen(dispatcher, after)
    expect((await sinceLook(dispatcher)).total).toBe(0)
    expect((await sinceLook(leader)).total).toBe(1)
  })

  test('opening the room again on the same day hides nothing', async () => {
    await open(leader)
    expect((await sinceLook(leader)).total).toBe(1)
  })

  test('a day that is still to come cannot have been seen', async () => {
    const { bar } = await sinceLook(dispatcher)
    const { status, error } = await dispatcher.call(routes.markLook, {
      body: { seen: { seq: bar.seq, asOf: '2099-01-01' } },
    })
    expect([status, error.code]).toEqual([400, 'request.invalid'])
  })
})

test('a reporter sees changes of own projects only, the dispatcher all, since a seq', async () => {
  const foreign = await foreignProject()
  const { bar } = await sinceLook(dispatcher)
  await reportMore(dispatcher, foreign, 5_00, 'change-3')
  const query = { since: String(bar.seq) }
  const all = await dispatcher.get(routes.getChanges, { query })
  expect(all.rows.map(row => row.project)).toEqual([foreign])
  expect(all.since).toMatchObject({ by: 'seq', seq: bar.seq })
  const own = await reporter.get(routes.getChanges, { query })
  expect([own.total, own.rows]).toEqual([0, []])
  expect(own.sums?.invested.from).toBe(own.sums?.invested.to)
})

describe('since the last period', () => {
  test('compares with the end of the month before, what is known of it now', async () => {
    const answer = await dispatcher.get(routes.getChanges, { query: { since: 'period', size: '500' } })
    expect(answer.since).toEqual({ by: 'period', asOf: '2020-04-30', seq: null, period: '2020-04', at: null })
    const [then, now] = await Promise.all(
      ['2020-04-30', undefined].map(asOf =>
        dispatcher.get(routes.getWarRoom, { query: asOf ? { asOf } : {} }),
      ),
    )
    expect(answer.sums?.invested).toEqual({ from: then?.total.invested, to: now?.total.invested })
    for (const [colour, { from, to }] of Object.entries(answer.sums?.colours ?? {}))
      expect([from, to]).toEqual([then?.total.colours[colour], now?.total.colours[colour]])
    const worse = await dispatcher.get(routes.getChanges, { query: { since: 'period', kind: 'worse' } })
    expect(worse.total).toBe(answer.counts.worse)
  })

  test('is the same as since that day, and of one project alone on its page', async () => {
    const whole = await dispatcher.get(routes.getChanges, { query: { since: '2020-04-30', size: '500' } })
    const [first] = whole.rows
    const one = await dispatcher.get(routes.getChanges, {
      query: { since: 'period', project: first?.project ?? '' },
    })
    expect(one.rows).toEqual([first])
  })

  test('a day after the one looked at is refused', async () => {
    const { status, error } = await dispatcher.call(routes.getChanges, {
      query: { since: '2020-05-01', asOf: '2020-04-30' },
    })
    expect([status, error.code]).toEqual([422, 'change.not-before'])
  })
})

async function foreignProject(): Promise<string> {
  const own = (await reporter.get(routes.listProjects, { query: { size: 500 } })).rows.map(row => row.id)
  const all = (await dispatcher.get(routes.listProjects, { query: { size: 500 } })).rows
  return all.find(row => !own.includes(row.id) && row.invested !== null)?.id ?? ''
}
