import { routes } from '@guatu/contract'
import { must } from '@guatu/kernel'
import { runOn } from '@guatu/store/testing'
import { beforeAll, expect, test } from 'vitest'
import { type PeriodWorld, periodWorld } from '../testing/period-world.ts'
import { verifyAll } from '../verify/verify.ts'

/** One month for each state that a period can be in. */
const STATES = {
  'not closed': '2020-05',
  'never unlocked': '2020-01',
  unlocked: '2020-02',
  'ended by itself': '2020-03',
  'ended before': '2020-04',
} as const
type State = keyof typeof STATES
const WHO = ['office', 'own', 'leader', 'inspector', 'administrator'] as const

const world: PeriodWorld = await periodWorld()
const { office, office2 } = world.clients
let keys = 0
const key = () => `unlock-key-${++keys}`
const unlocks = async (period: string) => (await office.get(routes.getPeriod, { params: { period } })).unlocks
const newest = async (period: string) => (await unlocks(period))[0]
const unlock = (period: string, client = office, under = key()) =>
  client.call(routes.unlockPeriod, { params: { period }, body: { reason: '补报', hours: 1, key: under } })
const end = async (period: string, client = office, under = key(), seq?: number) =>
  client.call(routes.endUnlock, {
    params: { period },
    body: { unlock: seq ?? (await newest(period))?.seq ?? 1, key: under },
  })
const submit = (period: string) =>
  office.call(routes.submitReturn, {
    params: { unit: 'station', period },
    body: { rows: [], passed: [], seen: Number.MAX_SAFE_INTEGER, key: key() },
  })

beforeAll(async () => {
  const without = ['housing', 'station', 'water']
  for (const period of ['2020-01', '2020-02', '2020-03', '2020-04'])
    await office.get(routes.closePeriod, { params: { period }, body: { without, key: key() } })
  for (const period of ['2020-02', '2020-03', '2020-04'])
    await office.get(routes.unlockPeriod, {
      params: { period },
      body: { reason: '补报', hours: 1, key: key() },
    })
  await runOn(
    world.database.url,
    `set session_replication_role = replica;
     update unlock set ends_at = unlocked_at + interval '1 ms' where period = '2020-03'`,
  )
  expect((await end('2020-04', office2, 'ended-before')).body.unlock.open).toBe(false)
})

const NOT = [403, 'role.not-allowed']
const ROWS: [State, 'unlock' | 'end', (typeof WHO)[number], unknown[]][] = (
  Object.keys(STATES) as State[]
).flatMap(state =>
  (['unlock', 'end'] as const).flatMap(action =>
    WHO.filter(who => who !== 'office').map((who): [State, 'unlock' | 'end', typeof who, unknown[]] => [
      state,
      action,
      who,
      NOT,
    ]),
  ),
)
test.each<[State, 'unlock' | 'end', (typeof WHO)[number], unknown[]]>([
  ...ROWS,
  ['not closed', 'unlock', 'office', [409, 'period.not-closed']],
  ['not closed', 'end', 'office', [409, 'period.not-unlocked']],
  ['never unlocked', 'end', 'office', [409, 'period.not-unlocked']],
  ['unlocked', 'unlock', 'office', [409, 'period.unlocked']],
  ['ended by itself', 'end', 'office', [409, 'period.not-unlocked']],
  ['ended before', 'end', 'office', [409, 'period.not-unlocked']],
  // What changes a state comes last.
  ['never unlocked', 'unlock', 'office', [200, undefined]],
  ['ended by itself', 'unlock', 'office', [200, undefined]],
  ['ended before', 'unlock', 'office', [200, undefined]],
  ['unlocked', 'end', 'office', [200, undefined]],
])('%s, %s by %s', async (state, action, who, expected) => {
  const period = STATES[state]
  const before = await unlocks(period)
  const { status, error } = await { unlock, end }[action](period, world.clients[who])
  expect([status, error?.code]).toEqual(expected)
  if (status !== 200) expect(await unlocks(period)).toEqual(before)
})

test('figures come in until it is ended, not after; who ended it and when stays told', async () => {
  const period = STATES['ended before']
  const opened = must(await newest(period), 'unlock')
  expect((await submit(period)).error?.code).toBe('return.warning-unexplained')
  const first = await end(period, office2, 'end-may-once', opened.seq)
  expect(first.body.unlock).toEqual({
    ...opened,
    open: false,
    ended: { by: '人员office2', at: expect.any(String) },
  })
  expect((await end(period, office2, 'end-may-once', opened.seq)).body).toEqual(first.body)
  expect((await submit(period)).error.code).toBe('period.closed')
  expect(await newest(period)).toEqual(first.body.unlock)
  expect((await end(period, office, key(), opened.seq)).error.code).toBe('period.not-unlocked')
})

test('of two who end it at once one is told that it has ended', async () => {
  const period = STATES['never unlocked']
  const answers = await Promise.all([end(period, office), end(period, office2)])
  expect(answers.map(one => one.status).sort()).toEqual([200, 409])
})

test('of two who unlock at once one is told of the other', async () => {
  const period = STATES['never unlocked']
  const answers = await Promise.all([unlock(period, office), unlock(period, office2)])
  expect(answers.map(one => one.status).sort()).toEqual([200, 409])
})

test('all of it verifies', async () => {
  const { findings } = await verifyAll(world.database)
  // The one that the test itself cut short past the trigger.
  expect(findings.map(one => [one.what, one.id])).toEqual([['projection', 'unlock 2020-03']])
})
