import { routes } from '@guatu/contract'
import {
  appendBatch,
  createJurisdiction,
  forgetTold,
  MESSENGER,
  type Scope,
  TOLD_TABLES,
  type Told,
  withScope,
} from '@guatu/store'
import { runOn } from '@guatu/store/testing'
import { beforeEach, expect, test } from 'vitest'
import { HOME, periodWorld } from '../testing/period-world.ts'
import { verifyAll } from '../verify/verify.ts'
import { Forgetter } from './forget.ts'

const world = await periodWorld()
const { database } = world
await createJurisdiction(database, { id: 'xixia', name: '西夏区' })
const DAY = 86_400_000
const NOW = Date.now()
const messenger: Scope = { ...HOME, person: MESSENGER }
const time = (ms: number) => `timestamptz '${new Date(ms).toISOString()}'`

/** Past the triggers that keep the young, and past row-level security. */
const asOwner = (...statements: string[]) =>
  runOn(database.url, `begin; set local session_replication_role = replica; ${statements.join('; ')}; commit`)
/** One row of each table that was over at that time. */
const told = (key: string, at: number, home = HOME.jurisdiction) => [
  `insert into notice (jurisdiction_id, person_id, key, kind, title_zh, title_en, body_zh, body_en, link, made_at, read_at)
    values ('${home}', 'own', '${key}', 'late', 'x', 'x', 'x', 'x', '/', ${time(at - DAY)}, ${time(at)})`,
  `insert into delivery (jurisdiction_id, dedupe_key, channel, kind, body, state, next_try_at, made_at)
    values ('${home}', '${key}', 'wecom', 'late', '{"title":"x"}', 'sent', ${time(at)}, ${time(at)})`,
  `insert into delivery_attempt (jurisdiction_id, dedupe_key, channel, attempt, event, at)
    values ('${home}', '${key}', 'wecom', 1, 'sent', ${time(at)})`,
  `insert into outbox (jurisdiction_id, topic, payload, seq, done_at)
    values ('${home}', 'notice', '{"key":"${key}"}', 0, ${time(at)})`,
]
const KEY: Readonly<Record<Told, string>> = {
  notice: 'key',
  delivery: 'dedupe_key',
  delivery_attempt: 'dedupe_key',
  outbox: `payload ->> 'key'`,
}
const left = async (table: Told) =>
  (await runOn<{ key: string }>(database.url, `select ${KEY[table]} as key from ${table} order by 1`)).map(
    row => row.key,
  )
const round = (atOnce?: number) =>
  new Forgetter(
    database,
    () => NOW,
    error => {
      throw error
    },
    atOnce,
  ).round()

beforeEach(() => asOwner(...TOLD_TABLES.map(table => `delete from ${table}`)))

test.each(TOLD_TABLES)(
  'of %s goes what is over for more than a year, and nothing that is not',
  async table => {
    const edge = NOW - 365 * DAY
    await asOwner(
      ...told('a-younger', edge + 1),
      ...told('b-at-the-edge', edge),
      ...told('c-older', edge - 1),
      ...told('d-far-older', edge - 400 * DAY),
    )
    await round()
    expect(await left(table)).toEqual(['a-younger', 'b-at-the-edge'])
  },
)

test('what is still to be read or sent stays, however old; so does what another jurisdiction or topic has', async () => {
  const old = NOW - 900 * DAY
  await asOwner(
    ...told('old', old),
    `update notice set read_at = null`,
    `update outbox set done_at = null`,
    `insert into outbox (jurisdiction_id, topic, payload, seq, done_at)
      values ('zhashui', 'other', '{"key":"topic"}', 0, ${time(old)})`,
    ...['pending', 'failed'].map(
      state => `insert into delivery (jurisdiction_id, dedupe_key, channel, kind, body, state, next_try_at, made_at)
        values ('zhashui', '${state}', 'wecom', 'late', '{}', '${state}', ${time(old)}, ${time(old)})`,
    ),
  )
  await round()
  expect(await left('notice')).toEqual(['old'])
  expect(await left('outbox')).toEqual(['old', 'topic'])
  expect(await left('delivery')).toEqual(['failed', 'pending'])
})

test('each jurisdiction keeps for as long as it has set', async () => {
  const { usual, urgent, urgentKinds } = await world.clients.office.get(routes.getSending)
  const keep = (keepDays: number) =>
    world.clients.office.get(routes.saveSending, {
      body: { usual: usual.value, urgent: urgent.value, urgentKinds: urgentKinds.value, keepDays },
    })
  await keep(100)
  await asOwner(
    ...told('a-younger', NOW - 100 * DAY + 1),
    ...told('b-older', NOW - 100 * DAY - 1),
    ...told('c-of-another', NOW - 100 * DAY - 1, 'xixia'),
    ...told('d-older-of-another', NOW - 365 * DAY - 1, 'xixia'),
  )
  await round()
  for (const table of TOLD_TABLES) expect(await left(table)).toEqual(['a-younger', 'c-of-another'])
  await keep(365)
})

test('it goes in batches, oldest first', async () => {
  const keys = ['a', 'b', 'c', 'd', 'e']
  await asOwner(...keys.flatMap((key, index) => told(key, NOW - (800 - index) * DAY)))
  const before = new Date(NOW - 365 * DAY).toISOString()
  for (const table of TOLD_TABLES) {
    const gone = await withScope(database, messenger, tx => forgetTold(tx, table, before, 2))
    expect([gone, await left(table)]).toEqual([2, ['c', 'd', 'e']])
  }
  await round(2)
  for (const table of TOLD_TABLES) expect(await left(table)).toEqual([])
})

test('whatever is asked, the database keeps what is younger than thirty days', async () => {
  const month = NOW - 30 * DAY
  await asOwner(...told('a-younger', month + 3_600_000), ...told('b-older', month - 3_600_000))
  const forget = (table: Told, before: number) =>
    withScope(database, messenger, tx => forgetTold(tx, table, new Date(before).toISOString(), 9))
  for (const table of ['notice', 'delivery', 'delivery_attempt'] as const) await forget(table, NOW)
  await expect(forget('outbox', NOW)).rejects.toThrow('is kept for thirty days')
  await forget('outbox', month)
  for (const table of TOLD_TABLES) expect(await left(table)).toEqual(['a-younger'])
  const owner = () => runOn(database.url, `delete from delivery_attempt`)
  await expect(owner()).rejects.toThrow('is kept for thirty days')
  await expect(runOn(database.url, `update delivery_attempt set error = 'x'`)).rejects.toThrow('append-only')
})

test('nobody but the server itself may take away what another was told', async () => {
  await asOwner(...told('old', NOW - 900 * DAY))
  const forget = (scope: Scope) =>
    withScope(database, scope, tx => forgetTold(tx, 'notice', new Date(NOW).toISOString(), 9))
  expect(await forget({ ...HOME, person: 'office' })).toBe(0)
  expect(await forget({ ...messenger, reads: { units: ['station'] } })).toBe(0)
  expect(await forget({ ...messenger, jurisdiction: 'xixia' })).toBe(0)
  expect(await forget(messenger)).toBe(1)
})

test('the ledger, the returns and what the chase told stay as they were', async () => {
  await withScope(database, HOME, tx =>
    appendBatch(tx, { facts: [{ word: 'audit', subject: 'x', effectiveFrom: '2020-01-01', body: {} }] }),
  )
  await asOwner(
    `insert into chase_told (jurisdiction_id, key, unit_id, period, kind, level, to_unit, day, days_late, persons, told_at)
      values ('zhashui', 'old', 'station', '2020-01', 'hand', 'owner', 'station', '2020-02-01', 0, '{}', ${time(NOW - 900 * DAY)})`,
    ...told('old', NOW - 900 * DAY),
  )
  const kept = ['entry', 'fact', 'idempotency', 'return_state', 'chase_told', 'closing', 'unlock'] as const
  const counts = () =>
    runOn(
      database.url,
      `select ${kept.map(table => `(select count(*) from ${table}) as "${table}"`).join(', ')}`,
    )
  const before = await counts()
  await round()
  expect(await counts()).toEqual(before)
  expect((await verifyAll(database)).findings).toEqual([])
})
