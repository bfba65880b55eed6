import { type Body, routes } from '@guatu/contract'
import { must } from '@guatu/kernel'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Client } from '../testing/client.ts'
import { PERIOD, type PeriodWorld, periodWorld } from '../testing/period-world.ts'

type Sent = Body<typeof routes.submitReturn>
const params = { unit: 'station', period: PERIOD }
const FIGURES = { 'invest-ytd': 150_010_000, stage: 'started', progress: '推进中' }
const ROWS = [
  { project: 'a', figures: FIGURES },
  { project: 'b', figures: { ...FIGURES, 'invest-ytd': 150_020_000 } },
]

const world: PeriodWorld = await periodWorld()
const { own, own2, office } = world.clients
let keys = 0
beforeEach(() => world.stand('open', { at: 'station' }))

const sheet = (client: Client = own) => client.get(routes.getReturn, { params })
async function submit(given: Partial<Sent>, client: Client = own) {
  const { seen, rows } = await sheet(client)
  const standing = rows.some(row => row.cells.progress?.value)
  const body = {
    ...{ rows: ROWS, passed: [], seen, key: `submit-key-${++keys}` },
    ...(standing && { reason: '改正' }),
    ...given,
  }
  const answer = await client.call(routes.submitReturn, { params, body })
  return { ...answer, body: answer.body, sent: body, code: answer.error?.code ?? answer.body.state }
}
const figureOf = async (project: string, field: string) =>
  (await sheet()).rows.find(row => row.project === project)?.cells[field]?.value

describe('incomplete', () => {
  test.each<[string, Sent['rows'], number]>([
    ['nothing', [], 2],
    ['one of two', [must(ROWS[0], 'row')], 1],
    ['a blank row', [must(ROWS[0], 'row'), { project: 'b', figures: {} }], 1],
    ['a figure taken back', [must(ROWS[0], 'row'), { project: 'b', figures: { 'invest-ytd': null } }], 1],
  ])('%s', async (_, rows, count) => {
    const { code, error } = await submit({ rows })
    expect([code, error.params]).toEqual(['return.incomplete', { count }])
  })
})

describe('refused, and nothing written', () => {
  const one = (figures: Sent['rows'][number]['figures']) => [
    { project: 'a', figures: { ...FIGURES, ...figures } },
    must(ROWS[1], 'row'),
  ]
  test.each<[string, Partial<Sent>, number, string]>([
    [
      'a cumulative figure that falls',
      { rows: one({ 'invest-ytd': 123_449_999 }) },
      422,
      'return.warning-unexplained',
    ],
    [
      'more this year than since the start',
      { rows: one({ 'invest-total': 150_009_999 }) },
      422,
      'return.check-failed',
    ],
    [
      'a warning without a reason',
      { rows: one({ 'invest-ytd': 600_010_000 }) },
      422,
      'return.warning-unexplained',
    ],
    [
      'a project of another unit',
      { rows: [...ROWS, { project: 'c', figures: FIGURES }] },
      422,
      'return.not-asked',
    ],
    ['a field that is none', { rows: one({ secret: 1 }) }, 400, 'request.invalid'],
    ['half a cent', { rows: one({ 'invest-ytd': 0.5 }) }, 400, 'request.invalid'],
    ['more than is exact', { rows: one({ 'invest-ytd': 2 ** 53 }) }, 400, 'request.invalid'],
    ['an old page', { seen: 1 }, 409, 'return.changed-meanwhile'],
  ])('%s', async (_, given, status, code) => {
    const before = (await sheet()).moves.length
    const answer = await submit(given)
    expect([answer.status, answer.code]).toEqual([status, code])
    expect((await sheet()).moves).toHaveLength(before)
  })
})

test('is written whole, and a warning passes with a reason that is kept', async () => {
  const rows = [{ project: 'a', figures: { ...FIGURES, 'invest-ytd': 600_010_000 } }, must(ROWS[1], 'row')]
  const open = await submit({ rows })
  expect(open.code).toBe('return.warning-unexplained')
  const { checkRows } = await import('@guatu/domain/check')
  const { rows: known } = await sheet()
  const found = checkRows(
    rows.map(row => ({ ...row, period: PERIOD })),
    new Map(
      known.map(({ project, known: of }) => [
        project,
        {
          asOf: '2020-06-01',
          history: of.history,
          totalInvest: of.totalInvest ?? 0,
          annualPlan: of.annualPlan ?? 0,
          startedOn: of.startedOn ?? '',
          evidence: [],
        },
      ]),
    ),
  )
  const passed = found.flatMap(({ check, project = '', field, needsReason }) =>
    needsReason ? [{ check, project, ...(field && { field }), reason: '提前采购设备' }] : [],
  )
  const sent = await submit({ rows, passed })
  expect(sent.code).toBe('submitted')
  expect(await figureOf('a', 'invest-ytd')).toBe(600_010_000)
  expect((await sheet()).passed).toEqual(passed)
})

test('all rows reported already (imported) are sent without a change; another value needs a reason', async () => {
  const changed = [{ project: 'a', figures: { progress: '封顶' } }]
  expect((await submit({})).code).toBe('submitted')
  await world.stand('open', { at: 'station' })
  expect((await submit({ rows: changed, reason: undefined })).code).toBe('return.reason-needed')
  expect((await submit({ rows: [], reason: undefined })).code).toBe('submitted')
  expect(await figureOf('a', 'progress')).toBe('推进中')
})

describe('the same request', () => {
  test('twice is written once and answered alike, though the return has moved on', async () => {
    const { seen } = await sheet()
    const body = { rows: ROWS, passed: [], reason: '改正', seen, key: 'the-same-submit' }
    const call = () => own.call(routes.submitReturn, { params, body })
    const [first, again] = [await call(), await call()]
    expect([first.status, again.status]).toEqual([200, 200])
    await office.get(routes.moveReturn, {
      params,
      body: { action: 'accept', seen: first.body.seq, key: 'the-same-accept' },
    })
    expect((await call()).body).toEqual(first.body)
    const other = await own.call(routes.submitReturn, { params, body: { ...body, reason: '别的' } })
    expect([other.status, other.error.code]).toEqual([400, 'request.invalid'])
    expect((await sheet()).moves.filter(one => one.seq >= seen).map(one => one.action)).toContain('accept')
  })

  test('at once, and of two others at once one', async () => {
    const { seen } = await sheet()
    const body = { rows: ROWS, passed: [], reason: '改正', seen, key: 'both-at-once' }
    const same = await Promise.all([1, 2].map(() => own.call(routes.submitReturn, { params, body })))
    expect(same.map(one => one.status)).toEqual([200, 200])
    expect(same[0]?.body).toEqual(same[1]?.body)
    await world.stand('open', { at: 'station' })
    const now = (await sheet()).seen
    const answers = await Promise.all(
      [own, own2].map((client, n) =>
        client.call(routes.submitReturn, { params, body: { ...body, seen: now, key: `one-of-two-${n}` } }),
      ),
    )
    expect(answers.map(one => one.status).sort()).toEqual([200, 409])
  })
})

describe('clocks', () => {
  test.each([
    ['2020-05-30', 'return.not-open', 'accepted'],
    ['2020-05-31', 'submitted', 'accepted'],
    ['2020-06-09', 'submitted', 'accepted'],
    ['2020-06-10', 'return.locked', 'accepted'],
  ])('on %s', async (day, forOwn, forOffice) => {
    await world.today(day)
    const answers = []
    for (const client of [own, office]) {
      await world.stand('open', { at: 'station' })
      answers.push((await submit({ reason: '改正' }, client)).code)
    }
    await world.today('2020-06-01')
    expect(answers).toEqual([forOwn, forOffice])
  })
})

test('what the office enters names the unit as reporter and the office as hand', async () => {
  expect((await submit({}, office)).code).toBe('accepted')
  const { units } = await office.get(routes.getPeriod, { params: { period: PERIOD } })
  const line = must(
    units.find(one => one.unit === 'station'),
    'line',
  )
  expect([line.state, line.onBehalf, line.rows, line.rowsReported]).toEqual(['accepted', '人员office', 2, 2])
})

test('a draft of the unit is kept over the version seen, told to the other, and dropped by sending', async () => {
  const keep = (client: Client, version: number, body: object | null = { typed: version }) =>
    client.call(routes.keepDraft, { params, body: { body, version } })
  const from = (await sheet()).draft?.version ?? 0
  const first = await keep(own, from)
  expect(first.body.version).toBe(from + 1)
  expect((await keep(own2, from)).error.code).toBe('return.draft-changed')
  expect((await sheet(own2)).draft).toMatchObject({
    body: { typed: from },
    version: from + 1,
    savedBy: 'own',
  })
  expect((await keep(world.clients.other, 0)).error.code).toBe('request.not-found')
  expect((await keep(world.clients.above, from + 1)).error.code).toBe('return.not-yours')
  expect((await keep(world.clients.leader, from + 1)).error.code).toBe('role.not-allowed')
  await submit({})
  expect((await sheet()).draft?.body).toBeNull()
  expect((await keep(own, from + 2)).error.code).toBe('return.wrong-state')
})

test('of many accepted at once each stands for itself', async () => {
  await world.stand('submitted', { at: 'housing' })
  const seen = (await sheet()).seen
  const accept = (returns: object[], key: string) =>
    office.get(routes.acceptReturns, { body: { returns, key } })
  const station = { ...params, seen }
  const returns = [
    { ...params, unit: 'water', seen },
    { ...params, unit: 'nobody', seen },
    { ...params, seen: 1 },
  ]
  const none = await accept(returns, 'accept-none')
  expect(none.accepted).toEqual([])
  expect(none.refused.map(one => [one.unit, one.code])).toEqual([
    ['water', 'return.wrong-state'],
    ['nobody', 'request.not-found'],
    ['station', 'return.changed-meanwhile'],
  ])
  const one = await accept([station, ...returns.slice(0, 2)], 'accept-one')
  expect([one.accepted.map(got => got.unit), one.refused.length]).toEqual([['station'], 2])
  expect(await accept([station, ...returns.slice(0, 2)], 'accept-one')).toEqual(one)
})
