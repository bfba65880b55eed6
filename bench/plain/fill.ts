import type { ProjectFacts } from '@guatu/domain'
import { lastDayOf, splitByWeights } from '@guatu/kernel'
import pg from 'pg'
import { AS_OF, bigProjects, bigUnits, type Size } from '../support/facts.ts'
import { LOGINS } from '../support/world.ts'
import { lightsOf, SEVERITY, worst } from './light.ts'
import { TABLES } from './tables.ts'

const AT_ONCE = 5000
const MONTHS_ENDED = 10
const EVEN = Array.from({ length: 12 }, () => 1)

type Table = 'project' | 'membership' | 'monthly' | 'status'
type Rows = Record<Table, unknown[]>
const noRows = (): Rows => ({ project: [], membership: [], monthly: [], status: [] })

/** The same projects beside ours, in the schema `plain` of the same database. */
export async function fillPlain(url: string, size: Size): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(TABLES)
  await insert(
    client,
    'unit',
    bigUnits.map(({ id, name }) => ({ id, name })),
  )
  await insert(
    client,
    'session',
    LOGINS.map(({ login, role, unit }) => ({
      token: login,
      person: login,
      reads_all: role !== 'reporter',
      units: role === 'reporter' ? [unit] : [],
    })),
  )
  let rows = noRows()
  let held = 0
  for (const one of bigProjects(size)) {
    for (const [table, row] of rowsOf(one)) rows[table].push(row)
    if (++held % AT_ONCE > 0) continue
    await flush(client, rows)
    rows = noRows()
  }
  await flush(client, rows)
  await client.query('analyze')
  await client.end()
}

async function flush(client: pg.Client, rows: Rows) {
  for (const [table, some] of Object.entries(rows)) await insert(client, table, some)
}

async function insert(client: pg.Client, table: string, rows: readonly unknown[]) {
  const text = `insert into plain.${table} select * from json_populate_recordset(null::plain.${table}, $1)`
  await client.query(text, [JSON.stringify(rows)])
}

function* rowsOf({ project, memberships, returns }: ProjectFacts): Generator<[Table, object]> {
  const { id, name, code, leadUnit, ownerUnit, townUnit, leader, sector, totalInvest, plannedStart } = project
  yield [
    'project',
    {
      id,
      name,
      code,
      lead_unit: leadUnit,
      owner_unit: ownerUnit,
      town_unit: townUnit,
      leader,
      sector,
      total_invest: totalInvest,
      planned_start: plannedStart,
    },
  ]
  for (const { period, figures } of returns) {
    yield [
      'monthly',
      {
        project: id,
        period_end: lastDayOf(period),
        period,
        invest_ytd: figures['invest-ytd'],
        paid_ytd: figures['paid-ytd'],
        stat_ytd: figures['stat-ytd'],
        stage: figures.stage,
        started_on: figures['started-on'] ?? null,
      },
    ]
  }
  const last = returns.at(-1)
  const inYear = returns.filter(one => one.period.startsWith(AS_OF.slice(0, 4))).at(-1)
  const startedOn = returns.findLast(one => one.figures['started-on'])?.figures['started-on']
  const annualPlan = memberships[0]?.annualPlan ?? 0
  const plans = splitByWeights(annualPlan, EVEN)
  const planToDate = plans.slice(0, MONTHS_ENDED).reduce((sum, month) => sum + month, 0)
  const invested = inYear ? Number(inYear.figures['invest-ytd']) : null
  const perList = memberships.map(({ list }) =>
    lightsOf(
      list,
      { invested, planToDate },
      { startedOn: startedOn ? String(startedOn) : null, plannedStart: plannedStart ?? '' },
      AS_OF,
    ),
  )
  for (const [index, { list, nature }] of memberships.entries()) {
    const lights = perList[index] ?? []
    yield [
      'membership',
      {
        project: id,
        list,
        nature,
        annual_plan: annualPlan,
        plans,
        first: index === 0,
        colour: worst(lights)?.colour ?? 'none',
        lights,
      },
    ]
  }
  const colour = worst(perList.flat())?.colour ?? 'none'
  yield [
    'status',
    {
      project: id,
      lead_unit: leadUnit,
      owner_unit: ownerUnit,
      town_unit: townUnit,
      name,
      nature: memberships[0]?.nature,
      stage: last?.figures.stage ?? null,
      annual_plan: annualPlan,
      plan_to_date: planToDate,
      invested,
      period: last?.period ?? null,
      colour,
      severity: colour === 'none' ? 0 : SEVERITY[colour],
      lists: memberships.map(one => one.list),
    },
  ]
}
