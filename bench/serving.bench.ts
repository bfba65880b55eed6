// War room, list page, one saved return, memory and start of a server beside statements written by hand:
// npm run bench -- serving [--projects 10000] [--months 24] [--json]
import { setTimeout } from 'node:timers/promises'
import { routes } from '@guatu/contract'
import { fillPlain } from './plain/fill.ts'
import { numberOf } from './support/arguments.ts'
import { sameList, sameWarRoom } from './support/compare.ts'
import { type Figure, inTurn, report, timed } from './support/measure.ts'
import { PlainClient, serveOurs, servePlain, signedIn } from './support/servers.ts'
import { filledWorld } from './support/world.ts'

const size = { projects: numberOf('projects', 10_000), months: numberOf('months', 24) }
const RUNS = numberOf('runs', 60)
const PERIOD = '2023-10'
const SEARCHES: readonly Record<string, string | number>[] = [
  {},
  { unit: 'bureau-07' },
  { colour: 'red,yellow', sort: 'invested' },
  { stage: 'started', page: 3 },
  { list: 'pushed', colour: 'red' },
]

const world = await filledWorld(size)
await fillPlain(world.url, size)
let [ours, plain] = [await serveOurs(world.url), await servePlain(world.url)]
await ours.stop()
ours = await serveOurs(world.url)
const figures: Figure[] = [
  {
    what: 'start on a database that is there, to the first answer',
    ours: ours.startedIn,
    unit: 'ms',
    aim: '<= 3000 ms',
    met: ours.startedIn <= 3000,
  },
]

const LOGINS = ['dispatcher', 'bureau', 'town'] as const
const readers = await Promise.all(
  LOGINS.map(async login => ({
    ours: await signedIn(ours.url, login),
    plain: new PlainClient(plain.url, login),
  })),
)
const of = (run: number) => readers[run % readers.length] ?? readers[0]
const dispatcher = readers[0]
const firstRoom = await timed(1, () => dispatcher?.ours.get(routes.getWarRoom), 0)
figures.push({
  what: 'first war room after the start',
  ours: firstRoom.p50,
  unit: 'ms',
  aim: 'none',
  met: true,
})

/** Own projects of each reader, so that each return shows in that reader's next answer. */
const projects = await Promise.all(
  readers.map(async reader => (await reader.ours.get(routes.listProjects, { query: { size: 500 } })).rows),
)
let saved = 0
const amount = () => 5_000_000_000 + ++saved * 10_000
function nextReturn(run: number) {
  const own = projects[run % projects.length] ?? []
  const { id = '', stage } = own[saved % own.length] ?? {}
  return { project: id, period: PERIOD, investYtd: amount(), stage: stage ?? 'prepare' }
}
const saveOurs = ({ project, period, investYtd, stage }: ReturnType<typeof nextReturn>) =>
  dispatcher?.ours.get(routes.saveReturn, {
    body: {
      project,
      period,
      figures: { 'invest-ytd': investYtd, stage },
      reason: 'measured',
      seen: Number.MAX_SAFE_INTEGER,
      key: `bench-${investYtd}`,
    },
  })
const savePlain = (one: ReturnType<typeof nextReturn>) => dispatcher?.plain.post('/api/returns', one)

/** The same return lands on both sides before each pair of answers. */
let landed = -1
async function land(run: number) {
  if (landed === run) return
  landed = run
  const one = nextReturn(run)
  await saveOurs(one)
  await savePlain(one)
}

for (const reader of readers)
  sameWarRoom(await reader.ours.get(routes.getWarRoom), await reader.plain.get('/api/war-room'))

const rooms = { ours: [] as number[], plain: [] as number[] }
for (let run = 0; run < RUNS + 6; run++) {
  await land(run)
  const from = performance.now()
  const board = await of(run)?.ours.get(routes.getWarRoom)
  const between = performance.now()
  const beside = await of(run)?.plain.get('/api/war-room')
  const end = performance.now()
  if (!board) throw new Error('no board')
  sameWarRoom(board, beside)
  if (run < 6) continue
  rooms.ours.push(between - from)
  rooms.plain.push(end - between)
}
const half = (times: number[]) => times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0
figures.push(
  ratio(
    'war room, a return landing before each, three scopes',
    { ours: half(rooms.ours), plain: half(rooms.plain) },
    0.2,
  ),
)

landed = -1
const lists = await inTurn(
  RUNS,
  run => dispatcher?.ours.get(routes.listProjects, { query: SEARCHES[run % SEARCHES.length] ?? {} }),
  run => dispatcher?.plain.get('/api/projects', SEARCHES[run % SEARCHES.length]),
)
for (const reader of readers) {
  for (const query of SEARCHES)
    sameList(
      await reader.ours.get(routes.listProjects, { query: query }),
      await reader.plain.get('/api/projects', query),
    )
}
figures.push(
  ratio('list page of 50, filtered and sorted', { ours: lists.ours.p50, plain: lists.plain.p50 }, 2),
)

let one = nextReturn(0)
const saves = await inTurn(
  RUNS,
  () => {
    one = nextReturn(0)
    return saveOurs(one)
  },
  () => savePlain(one),
)
figures.push(ratio('one return saved, with fsync', { ours: saves.ours.p50, plain: saves.plain.p50 }, 2))

const { seq } = (await dispatcher?.ours.get(routes.getWarRoom))?.bar ?? { seq: 0 }
/** Before the returns of this measurement. */
const seen = seq - 2 * RUNS
const past = await timed(
  1,
  () => dispatcher?.ours.get(routes.getWarRoom, { query: { asOf: '2023-10-31' } }),
  0,
)
figures.push({
  what: 'war room of a past day, first time',
  ours: past.p50,
  unit: 'ms',
  aim: '<= 3000 ms',
  met: past.p50 <= 3000,
})
const known = await timed(
  1,
  () =>
    dispatcher?.ours.get(routes.getWarRoom, {
      query: { asOf: '2023-10-31', knownAt: seen },
    }),
  0,
)
figures.push({
  what: 'war room of a past day as known then, first time',
  ours: known.p50,
  unit: 'ms',
  aim: '<= 3000 ms',
  met: known.p50 <= 3000,
})
figures.push({
  what: 'server process, resident, as soon as these are answered',
  ours: ours.resident(),
  unit: 'MB',
  aim: 'none',
  met: true,
})
/** Gaps are closed once the server has been quiet for a second. */
await setTimeout(3_000)
const resident = ours.resident()
figures.push({
  what: 'server process, resident',
  ours: resident,
  unit: 'MB',
  aim: '<= 250 MB',
  met: resident <= 250,
})

report(`serving, ${size.projects} projects × ${size.months} months`, figures)
await ours.stop()
await plain.stop()
await world.stop()

function ratio(what: string, { ours, plain }: { ours: number; plain: number }, most: number): Figure {
  return { what, ours, plain, unit: 'ms', aim: `<= ${most}×`, ratio: ours / plain, met: ours <= plain * most }
}
