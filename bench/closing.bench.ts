// Closing a month of all projects through the server, how long others wait meanwhile, and the pages of a period:
// npm run bench -- closing [--projects 10000] [--months 24] [--runs 20] [--json]
import { loadavg } from 'node:os'
import { routes } from '@guatu/contract'
import pg from 'pg'
import { numberOf } from './support/arguments.ts'
import { PLAN } from './support/facts.ts'
import { type Figure, report, timed } from './support/measure.ts'
import { serveOurs, signedIn } from './support/servers.ts'
import { filledWorld } from './support/world.ts'

const size = { projects: numberOf('projects', 10_000), months: numberOf('months', 24) }
const RUNS = numberOf('runs', 20)
const PERIOD = '2023-10'
const params = { period: PERIOD }

const world = await filledWorld(size)
const client = new pg.Client({ connectionString: world.url })
await client.connect()
await client.query('analyze')
const ours = await serveOurs(world.url)
const load = loadavg()[0] ?? 0
const dispatcher = await signedIn(ours.url, 'dispatcher')
const bureau = await signedIn(ours.url, 'bureau')

const pages: Readonly<Record<string, () => Promise<unknown>>> = {
  'returns due, all units': () => dispatcher.get(routes.listReturns),
  'returns due, one bureau': () => bureau.get(routes.listReturns),
  'one return': () => bureau.get(routes.getReturn, { params: { unit: 'bureau-07', ...params } }),
  'list of periods': () => dispatcher.get(routes.listPeriods),
  'page of a period': () => dispatcher.get(routes.getPeriod, { params }),
  'preview of closing': () => dispatcher.get(routes.previewClosing, { params }),
}
const figures: Figure[] = []
for (const [what, ask] of Object.entries(pages)) {
  const { p50, p95 } = await timed(RUNS, ask, 2)
  const note = `p95 ${p95.toFixed(0)} ms`
  figures.push({ what: `${what}, p50`, ours: p50, unit: 'ms', aim: '<= 300 ms', met: p50 <= 300, note })
}

const { missing } = await dispatcher.get(routes.previewClosing, { params })
let over = false
const locked = heldMs()
const answered = longestAnswerMs()
const from = performance.now()
await dispatcher.get(routes.closePeriod, {
  params,
  body: { without: missing.map(one => one.unit), key: 'close-measured' },
})
const took = performance.now() - from
over = true
figures.unshift({
  what: `closing ${size.projects} projects × ${size.months} months`,
  ours: took / 1000,
  unit: 's',
  aim: '<= 5 s',
  met: took <= 5_000,
  note: `${missing.length} units confirmed by name`,
})
const held = await locked
figures.unshift({
  what: 'other writers kept waiting by a closing',
  ours: held,
  unit: 'ms',
  aim: '<= 300 ms',
  met: held <= 300,
  note: `the slowest answer of the same server meanwhile ${(await answered).toFixed(0)} ms`,
})
report(`closing, load ${load.toFixed(1)} before`, figures)
await client.end()
await ours.stop()
await world.stop()
if (figures.some(one => !one.met)) process.exitCode = 1

/** The slowest answer to somebody who asks for little, one question after the other. */
async function longestAnswerMs(): Promise<number> {
  let longest = 0
  while (!over) {
    const asked = performance.now()
    await bureau.get(routes.listNotices)
    longest = Math.max(longest, performance.now() - asked)
  }
  return longest
}

/** How long nobody else could have written, asked for as often as the database answers. */
async function heldMs(): Promise<number> {
  let held = 0
  let before = performance.now()
  while (!over) {
    const { rowCount } = await client.query('select from jurisdiction where id = $1 for update skip locked', [
      PLAN,
    ])
    const now = performance.now()
    if (rowCount === 0) held += now - before
    before = now
  }
  return held
}
