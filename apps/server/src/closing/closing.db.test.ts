import { routes } from '@guatu/contract'
import { canonicalJson, must } from '@guatu/kernel'
import { readScope } from '@guatu/store'
import { runOn } from '@guatu/store/testing'
import { beforeAll, expect, test } from 'vitest'
import { evaluateWhole } from '../result/whole.ts'
import type { Answered, Client } from '../testing/client.ts'
import { HOME, PERIOD, type PeriodWorld, periodWorld } from '../testing/period-world.ts'
import { type Verified, verifyAll } from '../verify/verify.ts'

const world: PeriodWorld = await periodWorld()
const { own, office, office2, leader, inspector, administrator } = world.clients
const params = { period: PERIOD }
let keys = 0
const key = () => `closing-key-${++keys}`
const close = (client: Client, without: string[], period = PERIOD, under = key()) =>
  client.call(routes.closePeriod, { params: { period }, body: { without, key: under } })
const told = async <R extends Answered<never>>(call: Promise<unknown>) => {
  const { status, error } = (await call) as R
  return [status, error?.code, error?.params].filter(one => one !== undefined)
}
const correct = (client: Client, value: number | null, under = key(), project = 'a', period = PERIOD) =>
  client.call(routes.proposeCorrection, {
    body: {
      period,
      rows: [{ project, figures: { 'invest-ytd': value } }],
      reason: '漏报一笔',
      key: under,
    },
  })
const decideOn = (client: Client, id: string, approve: boolean, answer?: string, under = key()) =>
  client.call(routes.decideCorrection, {
    params: { id },
    body: { approve, key: under, ...(answer && { answer }) },
  })
const figures = async (id: string, query = {}) => {
  const { returns } = await office.get(routes.getProject, { params: { id }, query })
  return returns.find(one => one.period === PERIOD)?.figures['invest-ytd']
}

/** The database's own clock rules them, and no test waits an hour: as its owner, past the trigger that keeps them. */
const endUnlocks = () =>
  runOn(
    world.database.url,
    `set session_replication_role = replica; update unlock set ends_at = unlocked_at + interval '1 ms'`,
  )

let closed: Awaited<ReturnType<typeof close>>
let verified: Verified
beforeAll(async () => {
  const sent = await office.get(routes.submitReturn, {
    params: { unit: 'station', ...params },
    body: {
      rows: ['a', 'b'].map(project => ({
        project,
        figures: { 'invest-ytd': 150_010_000, stage: 'started' },
      })),
      passed: [],
      seen: Number.MAX_SAFE_INTEGER,
      key: key(),
    },
  })
  expect(sent.state).toBe('accepted')
  const preview = await office.get(routes.previewClosing, { params })
  const { mayClose, accepted, projects, missing } = preview
  expect([mayClose, accepted, projects, missing.map(one => one.unit)]).toEqual([
    ...[true, 1, 4, ['housing', 'water']],
  ])
  closed = await close(office, ['housing', 'water'], PERIOD, 'close-may-once')
  const { line, units } = await office.get(routes.getPeriod, { params })
  expect([line.state, units.map(one => one.state)]).toEqual(['closed', ['open', 'frozen', 'open']])
  verified = await verifyAll(world.database)
})

/** A period that nobody closes. */
const OPEN = '2020-04'
test.each<[string, () => Promise<unknown>, unknown[]]>([
  ['by a reporter', () => close(own, [], OPEN), [403, 'role.not-allowed']],
  ['by a leader', () => close(leader, [], OPEN), [403, 'role.not-allowed']],
  ['by an inspector', () => close(inspector, [], OPEN), [403, 'role.not-allowed']],
  ['by an administrator', () => close(administrator, [], OPEN), [403, 'role.not-allowed']],
  [
    'before its end',
    () => close(office, ['station', 'housing', 'water'], '2020-06'),
    [422, 'period.not-ended', { period: '2020-06' }],
  ],
  ['of nothing asked', () => close(office, [], '2020-W22'), [404, 'request.not-found']],
  ['with nobody confirmed', () => close(office, [], OPEN), [409, 'period.not-confirmed', { count: 3 }]],
  [
    'with one not confirmed',
    () => close(office, ['station', 'water'], OPEN),
    [409, 'period.not-confirmed', { count: 3 }],
  ],
  [
    'corrected before it is closed',
    () => correct(own, 1, key(), 'a', OPEN),
    [409, 'period.not-closed', { period: OPEN }],
  ],
  [
    'unlocked before it is closed',
    () =>
      office.call(routes.unlockPeriod, {
        params: { period: OPEN },
        body: { reason: '补报', hours: 1, key: key() },
      }),
    [409, 'period.not-closed', { period: OPEN }],
  ],
])('%s: refused', async (_, call, expected) => {
  expect(await told(call())).toEqual(expected)
})

test('closes with those named, once, and gives the same answer again', async () => {
  const { status, body } = closed
  expect(status).toBe(200)
  expect([body.closing.asOf, body.closing.closedBy, body.closing.missing]).toEqual([
    '2020-05-31',
    '人员office',
    [
      { unit: 'housing', unitName: 'housing局', state: 'open' },
      { unit: 'water', unitName: 'water局', state: 'open' },
    ],
  ])
  expect((await close(office, ['housing', 'water'], PERIOD, 'close-may-once')).body).toEqual(body)
  expect(await told(close(office, ['housing', 'water']))).toEqual([409, 'period.closed', { period: PERIOD }])
  const other = await close(office, [], OPEN, 'close-may-once')
  expect([other.status, other.error.code]).toEqual([400, 'request.invalid'])
})

test('is judged again alike by `guatu verify`', () => {
  const { ok, findings, jurisdictions } = verified
  expect([ok, findings]).toEqual([true, []])
  expect(jurisdictions.find(one => one.jurisdiction === HOME.jurisdiction)?.results).toBe(1)
})

test('its result is what is judged as of its end, to the byte', async () => {
  const file = await office.fetch(routes.getClosing, { params })
  const judged = await readScope(world.database, HOME, tx =>
    evaluateWhole(tx, { asOf: '2020-05-31', knownAt: closed.body.closing.seq }),
  )
  expect(await file.json()).toEqual(JSON.parse(canonicalJson(judged.evaluation)))
  expect((await own.call(routes.getClosing, { params })).status).toBe(403)
})

test('nothing moves it but an unlock, which ends by itself', async () => {
  const submit = (state = key()) =>
    office.call(routes.submitReturn, {
      params: { unit: 'station', ...params },
      body: { rows: [], passed: [], seen: Number.MAX_SAFE_INTEGER, key: state },
    })
  expect(await told(submit())).toEqual([409, 'period.closed', { period: PERIOD }])
  const offered = async (unit: string) =>
    (await office.get(routes.getReturn, { params: { unit, ...params } })).return.may
  expect([await offered('station'), await offered('water')]).toEqual([[], []])
  const unlock = (under: string, client = office) =>
    client.call(routes.unlockPeriod, { params, body: { reason: '补报', hours: 1, key: under } })
  expect(await told(unlock('unlock-1', own))).toEqual([403, 'role.not-allowed'])
  const first = await unlock('unlock-may')
  expect(first.body.unlock).toMatchObject({ reason: '补报', by: '人员office', open: true })
  expect((await unlock('unlock-may')).body.unlock.seq).toBe(first.body.unlock.seq)
  expect((await unlock('unlock-2')).error.code).toBe('period.unlocked')
  expect(await offered('station')).toContain('reopen')
  expect(await offered('water')).toContain('submit')
  const reopened = await office.call(routes.moveReturn, {
    params: { unit: 'station', ...params },
    body: { action: 'reopen', reasons: [{ text: '补报' }], seen: Number.MAX_SAFE_INTEGER, key: key() },
  })
  expect(reopened.body.state).toBe('returned')
  expect((await submit()).body.state).toBe('accepted')
  await endUnlocks()
  expect(await told(submit())).toEqual([409, 'period.closed', { period: PERIOD }])
  const { unlocks } = await office.get(routes.getPeriod, { params })
  expect(unlocks.map(one => [one.reason, one.open])).toEqual([['补报', false]])
})

test('a correction is approved by another, entered, listed, and leaves what was frozen', async () => {
  const frozen = await (await office.fetch(routes.getClosing, { params })).text()
  const proposed = await correct(own, 140_010_000, 'correct-a')
  expect((await correct(own, 140_010_000, 'correct-a')).body).toEqual(proposed.body)
  const { id } = proposed.body
  expect(id).not.toMatch(/\s/)
  const listed = async (client: Client) =>
    (await client.get(routes.listCorrections, { query: params })).corrections.find(one => one.id === id)
  expect(await listed(own)).toMatchObject({
    ...{ state: 'proposed', period: PERIOD, unit: 'station', proposedBy: '人员own', decidedBy: null },
    ...{ mayDecide: false, reason: '漏报一笔' },
    rows: [
      { project: 'a', projectName: '项目a', field: 'invest-ytd', before: 150_010_000, after: 140_010_000 },
    ],
  })
  expect((await listed(office))?.mayDecide).toBe(true)
  expect(await listed(world.clients.other)).toBeUndefined()
  expect(await told(decideOn(own, id, true))).toEqual([403, 'correction.not-yours'])
  expect(await told(decideOn(world.clients.other, id, true))).toEqual([404, 'request.not-found'])
  expect(await told(decideOn(office, id, false))).toEqual([422, 'correction.answer-missing'])
  const approved = await decideOn(office, id, true, undefined, 'approve-a')
  expect([approved.status, approved.body.state]).toEqual([200, 'approved'])
  expect((await decideOn(office, id, true, undefined, 'approve-a')).body.state).toBe('approved')
  expect(await told(decideOn(office2, id, true))).toEqual([409, 'correction.decided'])
  expect(await figures('a')).toBe(140_010_000)
  expect(await figures('a', { asOf: '2020-05-31' })).toBe(140_010_000)
  const then = { asOf: '2020-05-31', knownAt: closed.body.closing.seq }
  expect(await figures('a', then)).toBe(150_010_000)
  expect(await listed(own)).toMatchObject({ state: 'approved', decidedBy: '人员office', mayDecide: false })
  expect(await (await office.fetch(routes.getClosing, { params })).text()).toBe(frozen)
})

test('own ones are refused; the head of the unit above may approve; a refusal has an answer', async () => {
  const ofOffice = (await correct(office, 141_010_000, key(), 'b')).body.id
  expect(await told(decideOn(office, ofOffice, true))).toEqual([403, 'correction.own'])
  const refused = await decideOn(office2, ofOffice, false, '没有凭证')
  expect(refused.body.state).toBe('refused')
  const { corrections } = await own.get(routes.listCorrections)
  expect(
    must(
      corrections.find(one => one.id === ofOffice),
      'correction',
    ),
  ).toMatchObject({
    ...{ state: 'refused', answer: '没有凭证' },
  })
  expect(await figures('b')).toBe(150_010_000)
  const ofOwn = (await correct(own, 142_010_000, key(), 'b')).body.id
  expect((await decideOn(world.clients.above, ofOwn, true)).body.state).toBe('approved')
  expect(await figures('b')).toBe(142_010_000)
  expect(await told(correct(own, 142_010_000, key(), 'b'))).toEqual([422, 'return.no-figure'])
  expect(await told(correct(own, 1, key(), 'w'))).toEqual([404, 'request.not-found'])
})
