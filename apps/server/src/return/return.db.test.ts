import { routes } from '@guatu/contract'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Client } from '../testing/client.ts'
import { demoWorld, type World } from '../testing/world.ts'

const PROJECT = 'zs-001'
let world: World
let reporter: Client
let dispatcher: Client
beforeAll(async () => {
  world = await demoWorld()
  reporter = await world.as('zs-tianbao')
  dispatcher = await world.as('zs-diaodu')
})

const page = (client = dispatcher) => client.get(routes.getProject, { params: { id: PROJECT } })
const figures = async (period: string) => (await page()).returns.find(one => one.period === period)?.figures
const seenOf = async (period: string) =>
  Math.max(0, ...(await page()).trail.filter(entry => entry.period === period).map(entry => entry.seq))

let keys = 0
async function save(given: object, client = reporter) {
  const period = '2020-05'
  keys += 1
  const body = { project: PROJECT, period, seen: await seenOf(period), key: `return-test-${keys}`, ...given }
  return client.call(routes.saveReturn, { body })
}

test('a new figure is saved, shown, and carried to the totals at once', async () => {
  const before = await dispatcher.get(routes.getWarRoom)
  const { status, body } = await save({ figures: { 'paid-ytd': 12_345 } })
  expect(status).toBe(200)
  expect(await figures('2020-05')).toMatchObject({ 'paid-ytd': 12_345 })
  const { trail } = await page()
  expect(trail[0]).toMatchObject({
    seq: body.seq,
    figures: { 'paid-ytd': 12_345 },
    via: 'form',
    enteredBy: '人员乙',
  })
  const after = await dispatcher.get(routes.getWarRoom)
  expect(after.bar.seq).toBe(before.bar.seq + 1)
})

test('a correction needs a reason, names only what it changes, and moves the sum by the difference', async () => {
  const before = await dispatcher.get(routes.getWarRoom)
  const known = Number((await figures('2020-05'))?.['invest-ytd'])
  const refused = await save({ figures: { 'invest-ytd': known + 100 } })
  expect([refused.status, refused.error.code]).toEqual([422, 'return.reason-needed'])
  expect((await dispatcher.get(routes.getWarRoom)).bar.seq).toBe(before.bar.seq)

  expect((await save({ figures: { 'invest-ytd': known + 100 }, reason: '漏报一笔' })).status).toBe(200)
  expect((await dispatcher.get(routes.getWarRoom)).total.invested).toBe(before.total.invested + 100)
  expect(await figures('2020-05')).toMatchObject({ 'invest-ytd': known + 100, stage: 'started' })
})

test('the same request twice is written once and answered alike', async () => {
  const seen = await seenOf('2020-05')
  const body = {
    project: PROJECT,
    period: '2020-05',
    figures: { progress: '封顶' },
    seen,
    key: 'the-same-key',
  }
  const first = await reporter.call(routes.saveReturn, { body })
  const again = await reporter.call(routes.saveReturn, { body })
  expect([first.status, again.status]).toEqual([200, 200])
  expect(again.body).toEqual(first.body)
  expect(await seenOf('2020-05')).toBe(first.body.seq)
  const other = await reporter.call(routes.saveReturn, { body: { ...body, figures: { progress: '完工' } } })
  expect([other.status, other.error.code]).toEqual([400, 'request.invalid'])
})

test('of two who saw the same page only one is written', async () => {
  const seen = await seenOf('2020-05')
  const body = (key: string, value: number) => ({
    body: { project: PROJECT, period: '2020-05', figures: { 'stat-ytd': value }, seen, key },
  })
  const answers = await Promise.all([
    reporter.call(routes.saveReturn, body('at-the-same-time-1', 1)),
    dispatcher.call(routes.saveReturn, body('at-the-same-time-2', 2)),
  ])
  expect(answers.map(one => one.status).sort()).toEqual([200, 409])
  const late = answers.find(one => one.status === 409)
  expect(late?.error.code).toBe('return.changed-meanwhile')
})

describe('refused, and nothing written', () => {
  test.each([
    ['no figure', { figures: {} }, 422, 'return.no-figure'],
    [
      'a month that ends tomorrow',
      { period: '2020-06', figures: { stage: 'started' } },
      422,
      'return.period-not-ended',
    ],
    [
      'a week that ends today + 0',
      { period: '2020-W23', figures: { stage: 'started' } },
      422,
      'return.period-not-ended',
    ],
    ['a field that is none', { figures: { secret: 1 } }, 400, 'request.invalid'],
    ['an amount below zero', { figures: { 'invest-ytd': -1 } }, 400, 'request.invalid'],
    ['half a cent', { figures: { 'invest-ytd': 0.5 } }, 400, 'request.invalid'],
    ['a stage that is none', { figures: { stage: 'nearly' } }, 400, 'request.invalid'],
    ['a period that is none', { period: '2020-13', figures: { stage: 'started' } }, 400, 'request.invalid'],
  ])('%s', async (_, given, status, code) => {
    const before = await seenOf('2020-05')
    const answer = await save(given)
    expect([answer.status, answer.error.code]).toEqual([status, code])
    expect(await seenOf('2020-05')).toBe(before)
  })

  test('a page that looks at a past day', async () => {
    const { status, error } = await reporter.call(routes.saveReturn, {
      query: { asOf: '2020-04-30' },
      body: {
        project: PROJECT,
        period: '2020-04',
        figures: { stage: 'started' },
        seen: 9_999,
        key: 'in-the-past',
      },
    })
    expect([status, error.code]).toEqual([409, 'time.past'])
  })
})

test('the day itself ends its week: W22 of 2020 ends on 31 May, today', async () => {
  const { status } = await save({ period: '2020-W22', seen: 0, figures: { progress: '周报' } })
  expect(status).toBe(200)
})

describe('undo', () => {
  test('restores what stood before, keeps both entries, and answers a repeat alike', async () => {
    const before = await figures('2020-04')
    const seq = (
      await save({
        period: '2020-04',
        seen: await seenOf('2020-04'),
        figures: { 'invest-ytd': 1 },
        reason: '试',
      })
    ).body.seq
    const undo = { params: { seq }, body: { key: `undo-${seq}-key` } }
    const first = await reporter.get(routes.undoEntry, undo)
    expect(await figures('2020-04')).toEqual(before)
    expect(await reporter.get(routes.undoEntry, undo)).toEqual(first)
    const seqs = (await page()).trail.map(entry => entry.seq)
    expect(seqs).toEqual(expect.arrayContaining([seq, first.seq]))
    const twice = await reporter.call(routes.undoEntry, { params: { seq }, body: { key: 'undo-again' } })
    expect([twice.status, twice.error.code]).toEqual([409, 'undo.overtaken'])
  })
})

test('as known before a correction, the figure is what it was', async () => {
  const known = await figures('2020-03')
  const { bar } = await dispatcher.get(routes.getWarRoom)
  await save({ period: '2020-03', seen: await seenOf('2020-03'), figures: { 'invest-ytd': 7 }, reason: '试' })
  const query = { knownAt: bar.seq }
  const past = await dispatcher.get(routes.getProject, { params: { id: PROJECT }, query })
  expect(past.returns.find(one => one.period === '2020-03')?.figures).toEqual(known)
  expect(past.trail.every(entry => entry.seq <= bar.seq)).toBe(true)
  expect([past.bar.live, past.openPeriods]).toEqual([false, []])
  expect((await figures('2020-03'))?.['invest-ytd']).toBe(7)
})
