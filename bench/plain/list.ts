import type pg from 'pg'
import type { Reader } from './server.ts'

export interface Search {
  readonly unit?: string
  readonly stage?: string
  readonly colour?: string
  readonly list?: string
  readonly sort?: string
  readonly page?: string
}

const PAGE = 50
const ORDER: Readonly<Record<string, string>> = {
  severity: 's.severity desc, s.annual_plan desc, s.name, s.project',
  invested: 's.invested desc nulls last, s.name, s.project',
}

/** One page with its sums: two prepared statements, the second over all that the filters find. */
export async function listPage(pool: pg.Pool, reader: Reader, search: Search) {
  const values: unknown[] = []
  const where = conditions(reader, search, values)
  const order = ORDER[search.sort ?? 'severity'] ?? ORDER.severity
  const from = (Number(search.page ?? 1) - 1) * PAGE
  const [rows, sums] = await Promise.all([
    pool.query(
      named(
        `select s.project as id, s.name, p.code, s.lead_unit as "leadUnit", u.name as "leadUnitName",
        o.name as "ownerUnitName", t.name as "townUnitName", p.leader, p.sector, s.lists, s.nature, s.stage,
        p.total_invest as "totalInvest", s.annual_plan as "annualPlan", s.plan_to_date as "planToDate", s.invested,
        s.period, s.colour,
        (select jsonb_agg(l order by m.list, ord) from plain.membership m, jsonb_array_elements(m.lights)
          with ordinality as e(l, ord) where m.project = s.project) as lights,
        (select json_agg(m.invest_ytd order by m.period_end) from plain.monthly m
          where m.project = s.project and m.period_end between '2023-01-01' and '2023-11-15') as months
      from plain.status s join plain.project p on p.id = s.project join plain.unit u on u.id = s.lead_unit
        join plain.unit o on o.id = s.owner_unit join plain.unit t on t.id = s.town_unit
      where ${where} order by ${order} limit ${PAGE} offset ${from}`,
        values,
      ),
    ),
    pool.query(
      named(
        `select count(*) as projects, count(*) filter (where s.stage in ('started', 'completed', 'operating')) as started,
        coalesce(sum(s.annual_plan), 0) as "annualPlan", coalesce(sum(s.plan_to_date), 0) as "planToDate",
        coalesce(sum(s.invested), 0) as invested, coalesce(sum(p.total_invest), 0) as "totalInvest"
      from plain.status s join plain.project p on p.id = s.project where ${where}`,
        values,
      ),
    ),
  ])
  return { rows: rows.rows, total: sums.rows[0].projects, sums: sums.rows[0] }
}

function conditions({ readsAll, units }: Reader, { unit, stage, colour, list }: Search, values: unknown[]) {
  const bind = (value: unknown) => `$${values.push(value)}`
  const all = ['true']
  if (!readsAll) all.push(scope('s', bind(units)))
  if (unit) all.push(`s.lead_unit = ${bind(unit)}`)
  if (stage) all.push(`s.stage = ${bind(stage)}`)
  if (colour) all.push(`s.colour = any (${bind(colour.split(','))})`)
  if (list) all.push(`${bind(list)} = any (s.lists)`)
  return all.join(' and ')
}

export const scope = (table: string, units: string) =>
  `(${table}.lead_unit = any (${units}) or ${table}.owner_unit = any (${units}) or ${table}.town_unit = any (${units}))`

const names = new Map<string, string>()

/** Prepared once per connection, under a name of its own. */
export function named(text: string, values: unknown[]) {
  const name = names.get(text) ?? `q${names.size}`
  names.set(text, name)
  return { name, text, values }
}
