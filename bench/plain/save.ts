import { lastDayOf } from '@guatu/kernel'
import type pg from 'pg'
import { AS_OF } from '../support/facts.ts'
import { lightsOf, SEVERITY, worst } from './light.ts'
import { named } from './list.ts'
import type { Reader } from './server.ts'

export interface PlainReturn {
  readonly project: string
  readonly period: string
  readonly investYtd: number
  readonly stage: string
}

/** One return: history, the month's figures and the project's status, in one transaction. */
export async function saveReturn(
  pool: pg.Pool,
  { person }: Reader,
  { project, period, investYtd, stage }: PlainReturn,
) {
  const client = await pool.connect()
  const ask = async (text: string, values: unknown[]) => (await client.query(named(text, values))).rows
  try {
    await client.query('begin')
    const [{ seq }] = await ask('update plain.counter set seq = seq + 1 where id = 1 returning seq', [])
    const figures = JSON.stringify({ 'invest-ytd': investYtd, stage })
    await ask(
      'insert into plain.entry (seq, project, period, figures, entered_by) values ($1, $2, $3, $4, $5)',
      [seq, project, period, figures, person],
    )
    await ask(
      `insert into plain.monthly as known (project, period_end, period, invest_ytd, stage) values ($1, $2, $3, $4, $5)
        on conflict (project, period_end) do update set invest_ytd = excluded.invest_ytd, stage = excluded.stage`,
      [project, lastDayOf(period), period, investYtd, stage],
    )
    const [known] = await ask(
      `select p.planned_start, s.plan_to_date, s.lists, l.invest_ytd, l.stage, l.period,
        (select started_on from plain.monthly where project = p.id and started_on is not null
          order by period_end desc limit 1) as started_on
      from plain.project p join plain.status s on s.project = p.id join lateral (
        select invest_ytd, stage, period from plain.monthly where project = p.id and period_end <= $2
        order by period_end desc limit 1) l on true
      where p.id = $1`,
      [project, AS_OF],
    )
    const lights = known.lists.map((list: string) =>
      lightsOf(
        list,
        { invested: known.invest_ytd, planToDate: known.plan_to_date },
        { startedOn: known.started_on, plannedStart: known.planned_start },
        AS_OF,
      ),
    )
    const colour = worst(lights.flat())?.colour ?? 'none'
    for (const [index, list] of known.lists.entries()) {
      await ask('update plain.membership set lights = $3, colour = $4 where project = $1 and list = $2', [
        project,
        list,
        JSON.stringify(lights[index]),
        worst(lights[index])?.colour ?? 'none',
      ])
    }
    await ask(
      'update plain.status set invested = $2, stage = $3, period = $4, colour = $5, severity = $6 where project = $1',
      [project, known.invest_ytd, known.stage, known.period, colour, SEVERITY[colour]],
    )
    await client.query('commit')
    return { seq }
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}
