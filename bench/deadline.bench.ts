// Deadline night: reporters sign in, open their return and send 20 rows, half of them in the last fifth of the time, while
// war rooms are open: npm run bench -- deadline [--reporters 2000] [--minutes 10] [--rooms 50] [--months 6] [--json]
// A shorter night of equal rate over a whole bureau: --units 2000 --reporters 400 --minutes 2. What the server did all
// that time: --profile DIR, a .cpuprofile for Chromium's or Node's inspector.
import { loadavg } from 'node:os'
import { setTimeout } from 'node:timers/promises'
import { routes } from '@guatu/contract'
import pg from 'pg'
import { TABLES } from './plain/tables.ts'
import { numberOf, textOf } from './support/arguments.ts'
import { AS_OF } from './support/facts.ts'
import { type Figure, report } from './support/measure.ts'
import { arrivals, atTimes, Watch } from './support/night.ts'
import { PERIOD, ROWS, reporterUnit, reporting } from './support/reporters.ts'
import { PlainClient, serveOurs, servePlain, signedIn } from './support/servers.ts'
import { typed } from './support/typed.ts'
import { emptyWorld, fillWith } from './support/world.ts'

const REPORTERS = numberOf('reporters', 2_000)
/** Units with a reporter and projects; those beyond the reporters who come stay away. */
const UNITS = Math.max(REPORTERS, numberOf('units', REPORTERS))
const MINUTES = numberOf('minutes', 10)
const ROOMS = numberOf('rooms', 50)
/** The page asks again when it is looked at and what it has is older than 30 s; a wall is looked at all the time. */
const ROOM_ASKS_MS = 30_000

const world = await emptyWorld()
await fillWith(world.database, reporting(UNITS, numberOf('months', 6)))
const client = new pg.Client({ connectionString: world.url })
await client.connect()
await client.query('analyze')
const ours = await serveOurs(world.url, textOf('profile'))
const loadBefore = loadavg()[0] ?? 0
const watch = new Watch()

const rooms = await Promise.all(
  Array.from({ length: ROOMS }, (_, n) => signedIn(ours.url, n % 2 === 0 ? 'dispatcher' : 'leader')),
)
await rooms[0]?.get(routes.getWarRoom)
const processorBefore = ours.processor()
let over = false
const watching = rooms.map(async (room, n) => {
  await setTimeout((ROOM_ASKS_MS * n) / ROOMS)
  while (!over) {
    await watch.time('war room', () => room.get(routes.getWarRoom))
    for (let waited = 0; waited < ROOM_ASKS_MS && !over; waited += 500) await setTimeout(500)
  }
})

/** What the server acknowledged: sent rows by project. */
const acknowledged = new Map<string, { readonly seq: number; readonly figures: object }>()
await atTimes(arrivals(REPORTERS, MINUTES), async n => {
  const unit = reporterUnit(n)
  const params = { unit, period: PERIOD }
  const reporter = await watch.time('sign in', () => signedIn(ours.url, unit))
  await watch.time('list of what is due', async () => reporter?.get(routes.listReturns))
  const sheet = await watch.time('return opened', async () => reporter?.get(routes.getReturn, { params }))
  if (!reporter || !sheet) return
  const body = typed(sheet, AS_OF, `deadline-${unit}`)
  const answer = await watch.time('submit', () => reporter.get(routes.submitReturn, { params, body }))
  if (answer) for (const row of body.rows) acknowledged.set(row.project, { ...row, seq: answer.seq })
})
over = true
await Promise.all(watching)

const kept = await client.query<{ project: string; figures: Record<string, unknown>; seq: string }>(
  `select project_id as project, figures || jsonb_build_object('invest-ytd', invest_ytd, 'stage', stage) as figures
  from current where period = $1`,
  [PERIOD],
)
const written = await client.query<{ rows: number; sent: number }>(
  `select (select count(*)::int from entry where period = $1) as rows,
    (select count(*)::int from return_state where period = $1 and state = 'submitted') as sent`,
  [PERIOD],
)
const found = new Map(kept.rows.map(row => [row.project, row.figures]))
const lost = [...acknowledged].filter(([project, { figures }]) =>
  Object.entries(figures).some(([field, value]) => found.get(project)?.[field] !== value),
)
const resident = ours.resident()
const processor = ours.processor() - processorBefore
await ours.stop()

await client.query(TABLES)
await client.query(`insert into plain.session values ('reporter', 'reporter', true, '{}')`)
await client.end()
const plain = await servePlain(world.url)
const bare = new PlainClient(plain.url, 'reporter')
await atTimes(arrivals(Math.min(400, REPORTERS), Math.min(2, MINUTES)), n => {
  const rows = Array.from({ length: ROWS }, (_, row) => ({
    project: `p${n * ROWS + row}`,
    figures: { 'invest-ytd': 1_234_500 + row, stage: 'started', progress: `本月完成第${row + 1}段` },
  }))
  return watch.time('bare insert', () => bare.post('/api/rows', { period: PERIOD, rows }))
})
await plain.stop()
await world.stop()

const submit = watch.spread('submit')
const insert = watch.spread('bare insert')
const figures: Figure[] = [
  {
    what: `submit of ${ROWS} rows, p95 of ${submit.runs}`,
    ours: submit.p95,
    plain: insert.p95,
    unit: 'ms',
    aim: '< 300 ms',
    ratio: submit.p95 / insert.p95,
    met: submit.p95 < 300,
    note: `p50 ${submit.p50.toFixed(0)} (bare insert ${insert.p50.toFixed(1)}), max ${submit.max.toFixed(0)} (${insert.max.toFixed(0)}) ms`,
  },
  ...['sign in', 'list of what is due', 'return opened', 'war room'].map((what): Figure => {
    const { p50, p95, max, runs } = watch.spread(what)
    const note = `p50 ${p50.toFixed(0)}, max ${max.toFixed(0)} ms`
    return { what: `${what}, p95 of ${runs}`, ours: p95, unit: 'ms', aim: 'none', met: true, note }
  }),
  count('answers that failed', watch.failed.length),
  count(`acknowledged rows not found as sent, of ${acknowledged.size}`, lost.length),
  count(
    'rows of the period in the ledger, apart from those acknowledged',
    (written.rows[0]?.rows ?? 0) - acknowledged.size,
  ),
  count('reporters without a submitted return', REPORTERS - (written.rows[0]?.sent ?? 0)),
  { what: 'server process, resident', ours: resident, unit: 'MB', aim: 'none', met: true },
  { what: 'server process, processor time', ours: processor, unit: 's', aim: 'none', met: true },
]
report(
  `deadline, ${REPORTERS} reporters of ${UNITS} units in ${MINUTES} minutes, ${ROOMS} war rooms, load ${loadBefore.toFixed(1)} before`,
  figures,
)
for (const one of new Set(watch.failed.slice(0, 20))) console.log(one)
if (figures.some(one => !one.met)) process.exitCode = 1

function count(what: string, found: number): Figure {
  return { what, ours: found, unit: 'count', aim: '0', met: found === 0 }
}
