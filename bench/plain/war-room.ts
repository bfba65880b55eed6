import type pg from 'pg'
import { named, scope } from './list.ts'
import type { Reader } from './server.ts'

const STARTED = `s.stage in ('started', 'completed', 'operating')`
const SUMS = `count(*) as projects, count(*) filter (where ${STARTED}) as started,
  coalesce(sum(s.annual_plan), 0) as "annualPlan", coalesce(sum(s.plan_to_date), 0) as "planToDate",
  coalesce(sum(s.invested), 0) as invested, count(s.invested) as reported`
const COLOURS = (column: string) => `count(*) filter (where ${column} = 'red') as red,
  count(*) filter (where ${column} = 'yellow') as yellow, count(*) filter (where ${column} = 'green') as green,
  count(*) filter (where ${column} = 'none') as none`

/** Every panel of the war room: one prepared statement each, all at once over the pool. */
export async function warRoom(pool: pg.Pool, { readsAll, units }: Reader) {
  const mine = readsAll ? 'true' : scope('s', '$1')
  const values = readsAll ? [] : [units]
  const ask = async (text: string) => (await pool.query(named(text, values))).rows
  const [total, byUnit, byList, byUnitAndList, plan, done, todo, asking, stages, late] = await Promise.all([
    ask(`select ${SUMS}, ${COLOURS('s.colour')} from plain.status s where ${mine}`),
    ask(
      `select s.lead_unit as unit, ${SUMS}, ${COLOURS('s.colour')} from plain.status s where ${mine} group by 1`,
    ),
    ask(`select m.list, ${SUMS}, ${COLOURS('m.colour')} from plain.membership m
      join plain.status s on s.project = m.project where ${mine} group by 1`),
    ask(`select s.lead_unit as unit, m.list, ${SUMS}, ${COLOURS('m.colour')} from plain.membership m
      join plain.status s on s.project = m.project where ${mine} group by 1, 2`),
    ask(`select ${Array.from({ length: 12 }, (_, i) => `coalesce(sum(m.plans[${i + 1}]), 0) as p${i}`)}
      from plain.membership m join plain.status s on s.project = m.project where m.first and ${mine}`),
    ask(`select month, sum(delta) as done from (
        select r.period as month, r.invest_ytd - coalesce(lag(r.invest_ytd) over (
          partition by r.project, left(r.period, 4) order by r.period_end), 0) as delta
        from plain.monthly r join plain.status s on s.project = r.project
        where r.period_end between '2022-01-01' and '2023-11-15' and ${mine}) deltas
      group by month order by month`),
    ask(`select s.project, s.name, s.lead_unit as unit, u.name as "unitName", p.leader, s.colour,
        (select jsonb_agg(l order by m.list, ord) from plain.membership m, jsonb_array_elements(m.lights)
          with ordinality as e(l, ord) where m.project = s.project) as lights,
        s.invested, s.plan_to_date as "planToDate", p.planned_start as "plannedStart"
      from plain.status s join plain.project p on p.id = s.project join plain.unit u on u.id = s.lead_unit
      where s.severity > 0 and ${mine} order by s.severity desc, s.annual_plan desc, s.project limit 30`),
    ask(`select count(*) as projects from plain.status s where s.severity > 0 and ${mine}`),
    ask(`select s.stage, count(*) as projects, sum(p.total_invest) as "totalInvest",
        (select count(*) from plain.status s join lateral (
          select stage from plain.monthly r where r.project = s.project and r.period_end <= '2023-10-31'
          order by r.period_end desc limit 1) b on true where b.stage = now.stage and ${mine}) as before
      from (select distinct stage from plain.status) now join plain.status s on s.stage = now.stage
        join plain.project p on p.id = s.project where ${mine} group by s.stage, now.stage`),
    ask(`select s.lead_unit as unit, u.name as "unitName", count(*) as expected,
        count(*) filter (where not exists (select 1 from plain.monthly r
          where r.project = s.project and r.period_end = '2023-10-31')) as missing
      from plain.status s join plain.unit u on u.id = s.lead_unit where ${mine} group by 1, 2`),
  ])
  return {
    total: total[0],
    byUnit,
    byList,
    byUnitAndList,
    plan: plan[0],
    done,
    todo,
    todoTotal: asking[0]?.projects,
    stages,
    late,
  }
}
