import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { routes } from '@guatu/contract'
import { must } from '@guatu/kernel'
import {
  appendBatch,
  closingFact,
  headSeq,
  type NewEntry,
  PeriodClosed,
  returnFact,
  type Scope,
  storeResult,
  withScope,
} from '@guatu/store'
import { runOn } from '@guatu/store/testing'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { importAtOnce } from '../import/at-once.ts'
import type { Answered, Client } from '../testing/client.ts'
import { demoWorld, type World } from '../testing/world.ts'

const root = fileURLToPath(new URL('../../../..', import.meta.url))
const PROJECT = 'zs-001'
const PERIOD = '2020-05'
const TABLE = '重点项目进展表（2020年5月）,\n项目名称,累计支付(万元)\n凤凰镇雨污分流管网,800\n'
const scope: Scope = { jurisdiction: 'zhashui', person: 'zs-diaodu', reads: 'all' }
const unitScope: Scope = { ...scope, person: 'zs-tianbao' }

let world: World
let dispatcher: Client
let reporter: Client
/** Made before the period closes, tried after. */
let written = 0
let batch = ''
let draft = ''

const entry = (more: Partial<NewEntry> = {}): NewEntry => ({
  subject: { kind: 'project', project: PROJECT },
  period: PERIOD,
  figures: { 'invest-ytd': 1 },
  origin: { via: 'form' },
  ...more,
})
const upload = (client: Client) =>
  client.get(routes.uploadImport, { file: { name: '五月.csv', bytes: TABLE.replace('800', '900') } })

beforeAll(async () => {
  world = await demoWorld()
  dispatcher = await world.as('zs-diaodu')
  reporter = await world.as('zs-tianbao')
  const first = await dispatcher.get(routes.uploadImport, { file: { name: '四月.csv', bytes: TABLE } })
  batch = (await dispatcher.get(routes.commitImport, { params: { id: first.id }, body: {} })).batch
  draft = (await upload(dispatcher)).id
  const { trail } = await dispatcher.get(routes.getProject, { params: { id: PROJECT } })
  const last = must(
    trail.find(one => one.period === PERIOD),
    'entry',
  )
  written = last.seq
  await withScope(world.database, scope, async tx => {
    const judged = { kind: 'closing', scheme: 's', schemeHash: 'h', engine: '1', asOf: '2020-05-31' }
    const { id } = await storeResult(tx, { ...judged, seq: await headSeq(tx) }, ['{}'])
    await appendBatch(tx, { facts: [closingFact(PERIOD, { result: id }, '2020-06-05')] })
  })
}, 120_000)

/** Everything but what reading itself leaves: sessions, looks, drafts of imports. */
async function counted() {
  const tables = ['entry', 'fact', 'current', 'reported_current', 'outbox', 'idempotency', 'source_file']
  const states = ['closing', 'unlock', 'return_state', 'stored_result', 'issued_document', 'evidence']
  const [row] = await runOn<{ text: string }>(
    world.database.url,
    `select jsonb_build_object(${[...tables, ...states]
      .map(
        name =>
          `'${name}', (select md5(coalesce(string_agg(t::text, '' order by t::text), '')) from ${name} t)`,
      )
      .join(
        ', ',
      )}, 'head', (select next_seq || head_hash from jurisdiction where id = 'zhashui'))::text as text`,
  )
  return row?.text
}

const COLUMNS = `jurisdiction_id, seq, subject_kind, project_id, indicator, unit_id, period, period_end, named, extra,
  origin, batch_id, entered_by, recorded_at, prev_hash, hash`
const row = (more: Record<string, string> = {}) => {
  const value = {
    period: `'${PERIOD}'`,
    end: `'2020-05-31'`,
    kind: `'project', '${PROJECT}', null, null`,
    ...more,
  }
  return `('zhashui', 999999, ${value.kind}, ${value.period}, ${value.end}, '{}', '{}', '{}', 'b', 'x', now(), '', '')`
}
const insert = (more?: Record<string, string>) => `insert into entry (${COLUMNS}) values ${row(more)}`

/** By the role of a request. */
const asApp = (statement: string, by = scope) =>
  told(withScope(world.database, by, tx => sql.raw(statement).execute(tx.db)))
/** By the owner of the tables, whom no row-level security stops. */
const asOwner = (statement: string) => told(runOn(world.database.url, statement))
const byBatch = (given: Parameters<typeof appendBatch>[1], by = scope) =>
  told(withScope(world.database, by, tx => appendBatch(tx, given)))

async function told(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => 'written',
    (thrown: unknown) => thrown,
  )
  if (error instanceof PeriodClosed) return `PeriodClosed ${error.period}`
  return error instanceof Error ? error.message : String(error)
}

const answered = async (call: Promise<Answered<never>>) => {
  const { status, error } = await call
  return `${status} ${error?.code} ${error?.params?.period}`
}
const dir = mkdtempSync(join(tmpdir(), 'guatu-closed-'))
afterAll(() => rmSync(dir, { recursive: true }))
function csvFile() {
  const path = join(dir, '六月.csv')
  writeFileSync(path, TABLE.replace('800', '902'))
  return path
}
/** The exit code, once it has said why. */
const cli = (...args: string[]): Promise<string> =>
  new Promise(resolve => {
    const env = { ...process.env, DATABASE_URL: world.database.url }
    const all = ['scripts/guatu.mjs', ...args, '--jurisdiction', 'zhashui', '--as', 'zs-diaodu']
    const child = execFile(process.execPath, all, { cwd: root, env }, (_, __, err) =>
      resolve(err.includes(`${PERIOD} is closed`) ? String(child.exitCode) : err),
    )
  })
let keys = 0
const save = (client: Client, period = PERIOD) =>
  answered(
    client.call(routes.saveReturn, {
      body: {
        ...{ project: PROJECT, period, figures: { 'paid-ytd': 5 }, reason: '更正' },
        ...{ seen: 999_999, key: `closed-${++keys}` },
      },
    }) as Promise<Answered<never>>,
  )
const post = (
  client: Client,
  route: Parameters<Client['call']>[0],
  params: Record<string, string | number>,
) => answered(client.call(route, { params, body: { key: `closed-${++keys}` } }) as Promise<Answered<never>>)

const CLOSED = `period ${PERIOD} is closed`
const THROWN = `PeriodClosed ${PERIOD}`
const ANSWERED = `409 period.closed ${PERIOD}`

test.each<[string, () => Promise<string>, string]>([
  ['SQL of a request: insert', () => asApp(insert()), CLOSED],
  ['SQL of a request: insert of a day inside', () => asApp(insert({ period: `'2020-05-31'` })), CLOSED],
  [
    'SQL of a request: insert of a week inside',
    () => asApp(insert({ period: `'2020-W20'`, end: `'2020-05-17'` })),
    CLOSED,
  ],
  [
    'SQL of a request: insert of a reported figure',
    () => asApp(insert({ kind: `'reported', null, 'fai', 'x'` })),
    CLOSED,
  ],
  [
    'SQL of a request: insert under the end of another period',
    () => asApp(insert({ period: `'2020-06'` })),
    'period_end of entry is not the end of 2020-06',
  ],
  [
    'SQL of a request: insert under no period at all',
    () => asApp(insert({ period: `'2020-5'` })),
    'period_end of entry is not the end of 2020-5',
  ],
  [
    'SQL of a request: a table of its own in front of the closings',
    () => asApp(`create temp table closing (like closing); ${insert()}`),
    CLOSED,
  ],
  [
    'SQL of a request: update',
    () => asApp(`update entry set invest_ytd = 1`),
    'permission denied for table entry',
  ],
  ['SQL of a request: delete', () => asApp(`delete from entry`), 'permission denied for table entry'],
  ['SQL of a request: truncate', () => asApp(`truncate entry`), 'permission denied for table entry'],
  [
    'SQL of a request: opening by hand',
    () => asApp(`delete from closing`),
    'permission denied for table closing',
  ],
  [
    'SQL of a request: unlocking by hand',
    () => asApp(`insert into unlock select 'zhashui', 1, '${PERIOD}', 'x', 'x', now(), 'infinity'`),
    'permission denied for table unlock',
  ],
  [
    'SQL of a request: changing the result',
    () => asApp(`delete from stored_result`),
    'permission denied for table stored_result',
  ],
  ['SQL of the owner: insert', () => asOwner(insert()), CLOSED],
  [
    'SQL of the owner: copy',
    () =>
      asOwner(`insert into entry select (e).* from (select jsonb_populate_record(e, '{"seq": 999999}') as e from entry e
      where jurisdiction_id = 'zhashui' and period = '${PERIOD}' limit 1) x`),
    CLOSED,
  ],
  ['SQL of the owner: update', () => asOwner(`update entry set invest_ytd = 1`), 'entry is append-only'],
  ['SQL of the owner: delete', () => asOwner(`delete from entry`), 'entry is append-only'],
  ['SQL of the owner: truncate', () => asOwner(`truncate entry`), 'entry is append-only'],
  ['SQL of the owner: opening by hand', () => asOwner(`delete from closing`), 'closing is append-only'],
  [
    'SQL of the owner: moving the closing',
    () => asOwner(`update closing set ends = starts`),
    'closing is append-only',
  ],
  [
    'SQL of the owner: changing the result',
    () => asOwner(`update stored_result set sha256 = ''`),
    'stored_result is append-only',
  ],
  ['appendBatch: entry', () => byBatch({ entries: [entry()] }), THROWN],
  [
    'appendBatch: entry of one who sees a part',
    () => byBatch({ entries: [entry()] }, { ...unitScope, reads: { projects: [PROJECT] } }),
    THROWN,
  ],
  [
    'appendBatch: taking back',
    () => byBatch({ entries: [entry({ figures: { 'invest-ytd': null } })] }),
    THROWN,
  ],
  [
    'appendBatch: one of many',
    () => byBatch({ entries: [...Array.from({ length: 600 }, () => entry({ period: '2020-06' })), entry()] }),
    THROWN,
  ],
  [
    'appendBatch: undo',
    () => byBatch({ entries: [entry({ origin: { via: 'undo' }, reason: '撤销' })] }),
    THROWN,
  ],
  [
    'appendBatch: correction of oneself',
    () =>
      byBatch({
        entries: [entry({ reason: '更正', correction: { period: PERIOD, proposedBy: scope.person } })],
      }),
    'new row for relation "entry" violates check constraint "entry_correction"',
  ],
  [
    'appendBatch: move of a return',
    () =>
      byBatch({
        facts: [
          returnFact({ unit: 'housing', period: PERIOD, action: 'submit', state: 'submitted' }, '2020-06-06'),
        ],
      }),
    THROWN,
  ],
  [
    'appendBatch: closing again',
    () =>
      byBatch({
        facts: [{ word: 'closing', subject: PERIOD, effectiveFrom: '2020-06-06', body: { result: 'x' } }],
      }),
    THROWN,
  ],
  ['HTTP: saveReturn of a reporter', () => save(reporter), ANSWERED],
  ['HTTP: saveReturn of a dispatcher', () => save(dispatcher), ANSWERED],
  ['HTTP: saveReturn of a week inside', () => save(dispatcher, '2020-W20'), ANSWERED],
  ['HTTP: undo of an entry', () => post(dispatcher, routes.undoEntry, { seq: written }), ANSWERED],
  ['HTTP: undo of an import', () => post(dispatcher, routes.undoBatch, { id: batch }), ANSWERED],
  [
    'HTTP: commit of an import that was planned before',
    () => post(dispatcher, routes.commitImport, { id: draft }),
    ANSWERED,
  ],
  [
    'HTTP: commit of an import of a reporter',
    async () => post(reporter, routes.commitImport, { id: (await upload(reporter)).id }),
    ANSWERED,
  ],
  [
    'import at once',
    async () => {
      const file = { name: 'x.csv', bytes: new TextEncoder().encode(TABLE.replace('800', '901')) }
      const asked = { file, workerUrl: world.workerUrl, period: PERIOD }
      const report = await importAtOnce(world.database, asked, 'zhashui', 'zs-diaodu')
      return report.ok ? 'written' : report.error.code
    },
    'period.closed',
  ],
  ['CLI: import', () => cli('import', csvFile(), '--period', PERIOD), '2'],
])('%s is refused after the closing, and nothing is written', async (_, path, why) => {
  const before = await counted()
  expect(await path()).toBe(why)
  expect(await counted()).toBe(before)
})
