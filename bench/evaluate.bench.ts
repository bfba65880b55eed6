/**
 * A plan judged over all projects, beside DuckDB summing the same rows by unit: `npm run bench -- evaluate [--json]`.
 * `GUATU_PROJECTS` (100,000 unless set) and `GUATU_RUNS` (7) make it smaller or surer.
 */
import { readFileSync } from 'node:fs'
import { DuckDBInstance } from '@duckdb/node-api'
import {
  type Columns,
  codesOf,
  columnsOf,
  compile,
  evaluateColumns,
  finish,
  type ProjectFacts,
  planColumns,
  ReturnsBuilder,
  replaceProject,
  start,
} from '@guatu/domain'
import { parseScheme, type Scheme } from '@guatu/scheme'
import { evaluateStored } from './support/evaluate-stored.ts'
import { AS_OF, bigProjects, PLAN } from './support/facts.ts'
import { type Figure, inTurn, report, timed } from './support/measure.ts'

const PROJECTS = Number(process.env.GUATU_PROJECTS ?? 100_000)
const RUNS = Number(process.env.GUATU_RUNS ?? 7)
const MONTHS = 24
/** Judged at the end of December, out of the season that is set unless the bureau says otherwise: all year, so that every light has its reason. */
const SETTINGS = { 'construction-season': '01-01/12-31' }
const SUMS = 'select unit, count(*) as rows, sum(invest)::varchar as invest from ROWS group by unit'

const { parsed } = parseScheme(readFileSync(`schemes/${PLAN}/scheme.yaml`, 'utf8'), PLAN)
if (!parsed) throw new Error('the plan does not parse')
const { scheme } = parsed

const columns = filledColumns()
const duck = await duckWith(columns)
const sumsAs = (table: string) => () => duck.runAndReadAll(SUMS.replace('ROWS', table))
await sameSums(columns)

const program = compile(scheme, SETTINGS, AS_OF)
const figures: Figure[] = []
for (const [table, of] of [
  ['rows_text', 'units as text'],
  ['rows_enum', 'units as enum'],
] as const) {
  const codes = await inTurn(RUNS, () => codesOf(program, columns), sumsAs(table), 3)
  figures.push(compared(`all lights as codes, DuckDB with ${of}`, codes, 3, table === 'rows_text'))
  const reasons = await inTurn(RUNS, () => evaluateColumns(scheme, columns, AS_OF), sumsAs(table), 2)
  figures.push(
    compared(
      `all lights with reasons, sums and targets, DuckDB with ${of}`,
      reasons,
      15,
      table === 'rows_text',
    ),
  )
}
for (const projects of [PROJECTS / 10, PROJECTS]) figures.push(await oneReturn(scheme, projects))
if (!process.argv.includes('--no-database')) figures.push(...(await evaluateStored(PROJECTS, MONTHS)))
report('evaluate', figures)

function compared(
  what: string,
  { ours, plain }: Awaited<ReturnType<typeof inTurn>>,
  aim: number,
  counts: boolean,
): Figure {
  const ratio = ours.p50 / plain.p50
  const note = counts ? undefined : 'the stricter table, beside the aim'
  return {
    what: `${what}, ${PROJECTS} x ${MONTHS}`,
    ours: ours.p50,
    plain: plain.p50,
    unit: 'ms',
    aim: `<= ${aim}x`,
    ratio,
    met: ratio <= aim,
    note,
  }
}

/** One return of a project accepted: its lights judged again and the sums of all brought up to date. */
async function oneReturn(scheme: Scheme, projects: number): Promise<Figure> {
  const all = [...bigProjects({ projects, months: 2 })]
  const facts = {
    jurisdiction: PLAN,
    units: [],
    projects: all.map(one => one.project),
    memberships: all.flatMap(one => one.memberships),
    returns: all.flatMap(one => one.returns),
    reported: [],
    settings: SETTINGS,
  }
  const changed = [...bigProjects({ projects: 64, months: MONTHS, seed: 7 })]
  let running = start(scheme, facts, AS_OF)
  const swap = (run: number) => {
    const facts = changed[run % changed.length] as ProjectFacts
    running = replaceProject(running, facts.project.id, facts)
  }
  const { p50, p95 } = await timed(200, swap, 50)
  if (finish(running).lights.length === 0) throw new Error('nothing was judged')
  return {
    what: `one changed return among ${projects} projects`,
    ours: p50,
    unit: 'ms',
    aim: '<= 5 ms',
    met: p95 <= 5,
    note: `95 of 100 within ${p95.toFixed(2)} ms`,
  }
}

function filledColumns(): Columns {
  const projects = []
  const memberships = []
  const returns = new ReturnsBuilder()
  for (const one of bigProjects({ projects: PROJECTS, months: MONTHS })) {
    projects.push(one.project)
    memberships.push(one.memberships)
    for (const { period, figures } of one.returns) {
      const row = returns.add(projects.length - 1, period)
      for (const field in figures) returns.field(field).set(row, figures[field] ?? 0)
    }
  }
  const plans = planColumns(projects, memberships)
  return {
    ...columnsOf({
      jurisdiction: PLAN,
      units: [],
      projects: [],
      memberships: [],
      returns: [],
      reported: [],
      settings: SETTINGS,
    }),
    projects,
    memberships,
    plans,
    returns: returns.columns(projects.length),
  }
}

/** The same rows in memory: once with units as text, once as an enum, which DuckDB sums several times as fast. */
async function duckWith({ projects, returns }: Columns) {
  const duck = await (await DuckDBInstance.create(':memory:')).connect()
  await duck.run('create table rows_text (project integer, period integer, unit varchar, invest bigint)')
  const appender = await duck.createAppender('rows_text')
  const invested = returns.fields.get('invest-ytd')?.values
  for (const [p, { leadUnit }] of projects.entries()) {
    for (let row = returns.from[p] ?? 0; row < (returns.from[p + 1] ?? 0); row++) {
      appender.appendInteger(p)
      appender.appendInteger(returns.period[row] ?? 0)
      appender.appendVarchar(leadUnit ?? '')
      appender.appendBigInt(BigInt(invested?.[row] ?? 0))
      appender.endRow()
    }
  }
  appender.closeSync()
  await duck.run('create type unit_name as enum (select distinct unit from rows_text order by unit)')
  await duck.run(
    'create table rows_enum as select project, period, unit::unit_name as unit, invest from rows_text',
  )
  return duck
}

/** Both hold the same rows: the sums of each unit are equal to the 分. */
async function sameSums({ projects, returns }: Columns): Promise<void> {
  const sums = new Map<string, { rows: bigint; invest: bigint }>()
  const invested = returns.fields.get('invest-ytd')?.values
  for (const [p, { leadUnit = '' }] of projects.entries()) {
    const sum = sums.get(leadUnit) ?? { rows: 0n, invest: 0n }
    for (let row = returns.from[p] ?? 0; row < (returns.from[p + 1] ?? 0); row++) {
      sum.rows += 1n
      sum.invest += BigInt(invested?.[row] ?? 0)
    }
    sums.set(leadUnit, sum)
  }
  const ours = [...sums].map(([unit, { rows, invest }]) => `${unit} ${rows} ${invest}`).sort()
  for (const table of ['rows_text', 'rows_enum']) {
    const theirs = (await sumsAs(table)())
      .getRows()
      .map(([unit, rows, invest]) => `${unit} ${rows} ${invest}`)
    if (theirs.sort().join() !== ours.join()) throw new Error(`other sums in ${table}`)
  }
}
