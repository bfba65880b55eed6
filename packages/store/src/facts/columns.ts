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
  const { jurisdiction, settings, reported } = await surroundings(tx, moment)
  const projects = await currentProjects(tx)
  const index = new Map(projects.map(({ id }, at) => [id, at]))
  const memberships = membershipsOf({ projects, memberships: await currentMemberships(tx) }, index)
  const returns = await currentReturns(tx, moment, fields, index)
  return {
    jurisdiction,
    settings,
    reported,
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

type Packed = Readonly<Record<string, string>>

/**
 * One row for each project: its periods, and of each field figures and sources, joined by line ends. JSON has none of
 * its own, and one text is read many times as fast as a row for each return.
 */
async function currentReturns(
  tx: ScopedTx,
  { asOf }: Moment,
  fields: readonly FieldId[],
  index: ReadonlyMap<string, number>,
): Promise<ReturnsBuilder> {
  const packed = fields.flatMap((field, at) => [
    sql`string_agg(coalesce((figures -> ${field}::text)::text, ''), E'\n') as ${sql.ref(`figures${at}`)}`,
    sql`string_agg(coalesce((sources -> ${field}::text)::text, ''), E'\n') as ${sql.ref(`sources${at}`)}`,
  ])
  const { rows } = await sql<Packed>`
    select project_id as project, ${sql.join([sql`string_agg(period, E'\n') as periods`, ...packed])}
    from current
    where jurisdiction_id = ${tx.scope.jurisdiction} and period_end <= ${asOf} and ${ofVisibleProjects(tx)}
    group by project_id`.execute(tx.db)
  const returns = new ReturnsBuilder()
  for (const row of rows) {
    const project = index.get(row.project ?? '')
    if (project !== undefined) unpack(returns, project, row, fields)
  }
  return returns
}

function unpack(returns: ReturnsBuilder, project: number, packed: Packed, fields: readonly FieldId[]): void {
  const rows = (packed.periods ?? '').split('\n').map(period => returns.add(project, period))
  fields.forEach((id, at) => {
    const field = returns.field(id)
    const source = returns.source(id)
    eachLine(packed[`figures${at}`] ?? '', (text, line) => field.set(rows[line] ?? -1, JSON.parse(text)))
    eachLine(packed[`sources${at}`] ?? '', (text, line) => source.set(rows[line] ?? -1, Number(text)))
  })
}

/** Lines that hold something, with their number. */
function eachLine(text: string, take: (line: string, number: number) => void): void {
  let number = 0
  for (let from = 0; from <= text.length; number++) {
    const end = text.indexOf('\n', from)
    const to = end < 0 ? text.length : end
    if (to > from) take(text.slice(from, to), number)
    from = to + 1
  }
}
