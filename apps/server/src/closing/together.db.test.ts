import { routes } from '@guatu/contract'
import { appendBatch, PeriodClosed, withScope } from '@guatu/store'
import { runOn } from '@guatu/store/testing'
import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { importAtOnce } from '../import/at-once.ts'
import type { Client } from '../testing/client.ts'
import { HOME, type PeriodWorld, periodWorld } from '../testing/period-world.ts'

const JANUARY = '2020-01'
const FEBRUARY = '2020-02'
const params = { period: FEBRUARY }
const NEWEST = Number.MAX_SAFE_INTEGER
const world: PeriodWorld = await periodWorld('2020-03-02', 'together: [1, 2],\n      lockWorkingDays: 2')
const { own, office, above } = world.clients
let count = 0
const next = () => `together-${++count}`

const entry = (period: string, figures: Record<string, string | number>) => ({
  subject: { kind: 'project' as const, project: 'a' },
  period,
  figures,
  origin: { via: 'form' as const },
})
const append = (period: string, figures: Record<string, string | number>) =>
  withScope(world.database, HOME, tx => appendBatch(tx, { entries: [entry(period, figures)] }))
async function told(call: Promise<{ status: number; error?: { code: string; params?: unknown } }>) {
  const { status, error } = await call
  return status === 200 ? 'ok' : `${status} ${error?.code} ${JSON.stringify(error?.params ?? {})}`
}
const thrown = (work: Promise<unknown>) =>
  work.then(
    () => 'written',
    (error: unknown) => (error instanceof PeriodClosed ? `closed ${error.period}` : String(error)),
  )
const save = (client: Client, period: string) =>
  told(
    client.call(routes.saveReturn, {
      body: { project: 'a', period, figures: { problem: next() }, reason: '改', seen: NEWEST, key: next() },
    }),
  )
const table = (period: string) => `项目名称,存在问题,月份\n项目a,${next()},${period}`
const upload = (client: Client, period = JANUARY) =>
  client.get(routes.uploadImport, { file: { name: `${next()}.csv`, bytes: table(period) } })
const commit = (client: Client, id: string) =>
  told(client.call(routes.commitImport, { params: { id }, body: {} }))
const atOnce = async (person: string, period: string) => {
  const file = { name: `${next()}.csv`, bytes: Buffer.from(table(period)) }
  const asked = { file, workerUrl: world.workerUrl }
  const report = await importAtOnce(world.database, asked, HOME.jurisdiction, person)
  return report.ok ? `taken ${report.value.accepted}` : report.error.code
}

/** All that counts; what reading and refusing leave is not of it. */
const counted = async () => {
  const [row] = await runOn<{ text: string }>(
    world.database.url,
    `select (select next_seq || head_hash from jurisdiction where id = 'zhashui') || (select count(*) from evidence) ||
      (select md5(string_agg(current::text, '' order by current::text)) from current) as text`,
  )
  return row?.text
}

let written = 0
let batch = ''
let draft = ''
let frozen = ''
beforeAll(async () => {
  written = (await append(JANUARY, { 'invest-ytd': 50_000_000, problem: '原' })).firstSeq
  const first = await upload(above)
  batch = (await above.get(routes.commitImport, { params: { id: first.id }, body: {} })).batch
  draft = (await upload(office)).id
  await office.get(routes.submitReturn, {
    params: { unit: 'station', period: FEBRUARY },
    body: {
      rows: ['a', 'b'].map(project => ({
        project,
        figures: { 'invest-ytd': 60_000_000 },
      })),
      passed: [],
      seen: NEWEST,
      key: next(),
    },
  })
  expect(await save(own, JANUARY)).toContain('return.wrong-state')
  // February is due on Thursday 5 March and locked two working days later: so is January.
  await world.today('2020-03-09')
  expect(await save(own, JANUARY)).toContain('return.wrong-state')
  await world.today('2020-03-10')
  expect(await save(own, JANUARY)).toBe('409 return.locked {"locks":"2020-03-09","period":"2020-02"}')
  const { missing } = await office.get(routes.previewClosing, { params })
  const body = { without: missing.map(one => one.unit), key: next() }
  await office.get(routes.closePeriod, { params, body })
  frozen = await (await office.fetch(routes.getClosing, { params })).text()
})

const insert = `insert into entry (jurisdiction_id, seq, subject_kind, project_id, period, period_end, named, extra, origin,
  batch_id, entered_by, recorded_at, prev_hash, hash)
  values ('zhashui', 999999, 'project', 'a', '2020-01', '2020-01-31', '{}', '{}', '{}', 'b', 'x', now(), '', '')`
const SHUT = `409 period.closed {"period":"${FEBRUARY}"}`

test.each<[string, () => Promise<string>, string]>([
  ['a single row, of a reporter', () => save(own, JANUARY), SHUT],
  ['a single row, of the unit above', () => save(above, JANUARY), SHUT],
  ['a single row, of the office', () => save(office, JANUARY), SHUT],
  ['a single row of a week that lies in both months', () => save(office, '2020-W05'), SHUT],
  [
    'an undo of an entry',
    () => told(office.call(routes.undoEntry, { params: { seq: written }, body: { key: next() } })),
    SHUT,
  ],
  [
    'an undo of an import',
    () => told(office.call(routes.undoBatch, { params: { id: batch }, body: {} })),
    SHUT,
  ],
  ['an import that was planned before', () => commit(office, draft), SHUT],
  ['an import of a reporter', async () => commit(own, (await upload(own)).id), SHUT],
  ['an import at once', () => atOnce('office', JANUARY), 'period.closed'],
  [
    'a photo',
    () =>
      told(
        office.call(routes.addEvidence, {
          params: { project: 'a', period: JANUARY },
          file: { name: 'a.jpg', bytes: Buffer.from([0xff, 0xd8, 0xff, 0xe0]) },
        }),
      ),
    SHUT,
  ],
  ['the ledger', () => thrown(append(JANUARY, { problem: 'x' })), `closed ${FEBRUARY}`],
  ['the ledger, of a day', () => thrown(append('2020-01-15', { problem: 'x' })), `closed ${FEBRUARY}`],
  [
    'SQL of a request',
    () => thrown(withScope(world.database, HOME, tx => sql.raw(insert).execute(tx.db))),
    `error: period ${FEBRUARY} is closed`,
  ],
  [
    'SQL of the owner',
    () => thrown(runOn(world.database.url, insert)),
    `error: period ${FEBRUARY} is closed`,
  ],
  [
    'a return of January, which is none',
    () =>
      told(
        office.call(routes.submitReturn, {
          params: { unit: 'station', period: JANUARY },
          body: { rows: [], passed: [], seen: NEWEST, key: next() },
        }),
      ),
    '404 request.not-found {}',
  ],
])('once January and February are closed, January is written by no path: %s', async (_, path, why) => {
  const before = await counted()
  expect(await path()).toBe(why)
  expect(await counted()).toBe(before)
})

test('the preview of an import says it of each row, and takes the rows of other periods', async () => {
  const lines = ['项目名称,存在问题,月份', `项目a,甲,${JANUARY}`, `项目a,乙,2019-12`]
  const file = { name: 'both.csv', bytes: lines.join('\n') }
  const { id, rows } = await office.get(routes.uploadImport, { file })
  const told = rows.filter(row => row.kind !== 'header').map(row => row.findings.map(one => one.code))
  expect(told.filter(codes => codes.length > 0)).toEqual([['return.frozen']])
  expect(rows.flatMap(row => row.findings).map(one => one.zh)).toEqual([
    '这一期已随 2020-02 关期，数字不能再改；需要改正的，请提出更正。',
  ])
  await office.get(routes.decideImport, { params: { id }, body: { skipBad: true } })
  expect(await office.get(routes.commitImport, { params: { id }, body: {} })).toMatchObject({
    accepted: 1,
    left: 1,
  })
})

test('a correction of January is one of the closing that froze it', async () => {
  const proposed = await own.get(routes.proposeCorrection, {
    body: {
      period: JANUARY,
      rows: [{ project: 'a', figures: { 'invest-ytd': 40_000_000 } }],
      reason: '核减',
      key: next(),
    },
  })
  const { corrections } = await office.get(routes.listCorrections, { query: { period: FEBRUARY } })
  expect(corrections.map(one => [one.id, one.rows[0]?.before, one.rows[0]?.after])).toEqual([
    [proposed.id, 50_000_000, 40_000_000],
  ])
  const decision = { params: { id: proposed.id }, body: { approve: true, key: next() } }
  expect((await office.get(routes.decideCorrection, decision)).state).toBe('approved')
  expect(await (await office.fetch(routes.getClosing, { params })).text()).toBe(frozen)
})
