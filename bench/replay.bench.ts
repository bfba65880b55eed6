/**
 * A threshold tried on twelve months of all projects, beside evaluating both plans whole at each month's end and
 * comparing: `npm run bench -- replay [--json]`. `GUATU_PROJECTS` (10,000 unless set) and `GUATU_RUNS` (5).
 */
import { readFileSync } from 'node:fs'
import { columnsOf, evaluateColumns, type Judging, type ReplayMoment, replayMoment } from '@guatu/domain'
import { lastDayOf, must, periodsIn } from '@guatu/kernel'
import { parseScheme } from '@guatu/scheme'
import { replayMoments } from '@guatu/server'
import { withSnapshot } from '@guatu/store'
import { bigProjects, PLAN } from './support/facts.ts'
import { type Figure, inTurn, report, timed } from './support/measure.ts'
import { filledWorld } from './support/world.ts'

const PROJECTS = Number(process.env.GUATU_PROJECTS ?? 10_000)
const RUNS = Number(process.env.GUATU_RUNS ?? 5)
/** As in bench/evaluate: every light judges the whole year. */
const SEASON = { 'construction-season': '01-01/12-31' }

const { parsed } = parseScheme(readFileSync(`schemes/${PLAN}/scheme.yaml`, 'utf8'), PLAN)
if (!parsed) throw new Error('the plan does not parse')
const { scheme } = parsed
const now: Judging = { scheme, settings: SEASON }
const [cut] = scheme.lights.flatMap(({ bands }) =>
  bands.flatMap(({ below }) => (typeof below === 'object' ? [below.setting] : [])),
)
if (cut === undefined) throw new Error('the plan has no line that is a setting')
const threshold: Judging = { scheme, settings: { ...SEASON, [cut]: '60%' } }
/** Another object that says the same but counts by itself: nothing can be shared between the two sides. */
const draft: Judging = {
  scheme: { ...scheme, fields: [...scheme.fields, oneField()] },
  settings: threshold.settings,
}

const known = [...bigProjects({ projects: PROJECTS, months: 24 })]
const columns = columnsOf({
  jurisdiction: PLAN,
  units: [],
  projects: known.map(one => one.project),
  memberships: known.flatMap(one => one.memberships),
  returns: known.flatMap(one => one.returns),
  reported: [],
  settings: {},
})
const months = periodsIn('month', { start: '2023-01-01', end: '2023-12-31' })
const moments = (after: Judging): ReplayMoment[] =>
  months.map(period => ({ period, asOf: lastDayOf(period), columns, before: now, after }))

const figures: Figure[] = []
for (const [what, after] of [
  ['a line moved', threshold],
  ['another plan', draft],
] as const) {
  same(ours(after), plain(after))
  const { ours: of, plain: beside } = await inTurn(
    RUNS,
    () => ours(after),
    () => plain(after),
    1,
  )
  figures.push({
    what: `${what}: ${PROJECTS} projects x ${months.length} months`,
    ours: of.p50,
    plain: beside.p50,
    unit: 'ms',
    aim: '<= 2000 ms',
    ratio: of.p50 / beside.p50,
    met: of.p95 <= 2_000,
    note: `95 of 100 within ${of.p95.toFixed(0)} ms; memory ${Math.round(process.memoryUsage().rss / 2 ** 20)} MB`,
  })
}
figures.push(await fromLedger())
report('replay', figures)

/** The same line moved as the page asks it: read from the ledger, judged, counted. */
async function fromLedger(): Promise<Figure> {
  const world = await filledWorld({ projects: PROJECTS, months: 12 })
  const scope = { jurisdiction: PLAN, person: 'bench', reads: 'all' as const }
  const took = await timed(
    RUNS,
    () =>
      withSnapshot(world.database, scope, async tx => {
        const read = await replayMoments(tx, months, { settings: { [must(cut, 'a line')]: '75%' } })
        if (!read.ok) throw new Error(JSON.stringify(read.error))
        for (const moment of read.value) count(moment)
      }),
    1,
  )
  await world.stop()
  return {
    what: `a line moved, from the ledger: ${PROJECTS} projects x ${months.length} months`,
    ours: took.p50,
    unit: 'ms',
    aim: '<= 2000 ms',
    met: took.p95 <= 2_000,
    note: `95 of 100 within ${took.p95.toFixed(0)} ms`,
  }
}

/** Everything that the screen shows: counts, units, targets, and each light that changes. */
function ours(after: Judging): number[] {
  return moments(after).map(count)
}

function count(moment: ReplayMoment): number {
  const replayed = replayMoment(moment)
  replayed.units()
  let lights = 0
  for (const turn of replayed.lights()) if (turn.changed) lights += 1
  return replayed.recoloured + lights + replayed.raised + replayed.dropped
}

function plain(after: Judging): number[] {
  return moments(after).map(({ asOf }) => {
    const [was, is] = [now, after].map(one =>
      evaluateColumns(one.scheme, { ...columns, settings: one.settings }, asOf),
    )
    if (!was || !is) throw new Error('two sides')
    const colours = new Map(
      was.lights.map(one => [`${one.project} ${one.list} ${one.dimension}`, one.colour]),
    )
    const lights = is.lights.filter(
      one => colours.get(`${one.project} ${one.list} ${one.dimension}`) !== one.colour,
    )
    const worst = new Map(was.overall.filter(one => one.list === '*').map(one => [one.project, one.colour]))
    const recoloured = is.overall.filter(one => one.list === '*' && worst.get(one.project) !== one.colour)
    const key = (one: (typeof is.actions)[number]) => `${one.project} ${one.list} ${one.action} ${one.unit}`
    const [asked, asks] = [new Set(was.actions.map(key)), new Set(is.actions.map(key))]
    const moved =
      [...asks].filter(one => !asked.has(one)).length + [...asked].filter(one => !asks.has(one)).length
    return lights.length + recoloured.length + moved
  })
}

function same(one: readonly number[], other: readonly number[]): void {
  if (one.join() !== other.join()) throw new Error(`differing answers: ${one.join()} and ${other.join()}`)
  if (one.every(count => count === 0)) throw new Error('nothing changed')
}

function oneField(): (typeof scheme.fields)[number] {
  return { id: 'bench-only', name: '测量', nameEn: 'Measurement', type: 'text', accrues: 'always' }
}
