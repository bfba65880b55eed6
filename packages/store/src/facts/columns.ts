import {
  type Columns,
  columnsOf,
  type FieldId,
  type MembershipFact,
  membershipsOf,
  type ProjectFact,
  planColumns,
  ReturnsBuilder,
} from '@guatu/domain'
import { compareText } from '@guatu/kernel'
import { sql } from 'kysely'
import type { ScopedTx } from '../scope/scope.ts'
import { ofVisibleProjects, visibleProjects } from '../scope/visible.ts'
import type { Moment } from './in-force.ts'
import { somethingLater } from './projects.ts'
import { readFacts } from './read.ts'
import { surroundings } from './surroundings.ts'

/**
 * What `readFacts` gives, in columns and of some fields only: for judging all projects at once. As known now it comes
 * from the projections in one pass, else from the ledger.
 */
export async function readColumns(
  tx: ScopedTx,
  moment: Moment,
  fields: readonly FieldId[],
): Promise<Columns> {
  if (moment.knownAt !== undefined || (await somethingLater(tx, moment)))
    return columnsOf(await readFacts(tx, moment))
  const { jurisdiction, settings, reported, units } = await surroundings(tx, moment)
  const projects = await currentProjects(tx)
  const index = new Map(projects.map(({ id }, at) => [id, at]))
  const memberships = membershipsOf({ projects, memberships: await currentMemberships(tx) }, index)
  const returns = await currentReturns(tx, moment, fields, index)
  return {
    jurisdiction,
    settings,
    reported,
    units,
    projects,
    memberships,
    plans: planColumns(projects, memberships),
    returns: returns.columns(projects.length),
  }
}

async function currentProjects(tx: ScopedTx): Promise<ProjectFact[]> {
  const { rows } = await sql<{ id: string; body: ProjectFact }>`
    select id, body from project
    where jurisdiction_id = ${tx.scope.jurisdiction} and not removed and ${visibleProjects(tx)}`.execute(
    tx.db,
  )
  return rows.map(({ id, body }) => ({ ...body, id })).sort((a, b) => compareText(a.id, b.id))
}

async function currentMemberships(tx: ScopedTx): Promise<MembershipFact[]> {
  const { rows } = await sql<{ id: string; body: MembershipFact }>`
    select id, body from membership
    where jurisdiction_id = ${tx.scope.jurisdiction} and not removed and ${ofVisibleProjects(tx)}`.execute(
    tx.db,
  )
  return rows.sort((a, b) => compareText(a.id, b.id)).map(({ body }) => body)
}

/**
 * One row for each project, of each return a line: its period, and of each field figure and source between tabs. JSON
 * has neither of its own, and one text is read many times as fast as a row for each return.
 */
async function currentReturns(
  tx: ScopedTx,
  { asOf }: Moment,
  fields: readonly FieldId[],
  index: ReadonlyMap<string, number>,
): Promise<ReturnsBuilder> {
  const members = fields.flatMap(field => [
    sql`coalesce((figures -> ${field}::text)::text, '')`,
    sql`coalesce((sources -> ${field}::text)::text, '')`,
  ])
  const line = sql.join([sql`period`, ...members], sql` || E'\t' || `)
  const { rows } = await sql<{ project: string; lines: string }>`
    select project_id as project, string_agg(${line}, E'\n') as lines from current
    where jurisdiction_id = ${tx.scope.jurisdiction} and period_end <= ${asOf} and ${ofVisibleProjects(tx)}
    group by project_id`.execute(tx.db)
  const returns = new ReturnsBuilder()
  const builders = fields.map(id => ({ field: returns.field(id), source: returns.source(id) }))
  for (const { project, lines } of rows) {
    const at = index.get(project)
    if (at === undefined) continue
    for (const line of lines.split('\n')) {
      const [period = '', ...members] = line.split('\t')
      const row = returns.add(at, period)
      for (const [n, { field, source }] of builders.entries()) {
        const figure = members[n * 2]
        const seq = members[n * 2 + 1]
        if (figure) field.set(row, JSON.parse(figure))
        if (seq) source.set(row, Number(seq))
      }
    }
  }
  return returns
}
