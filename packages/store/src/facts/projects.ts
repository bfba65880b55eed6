import {
  foldEntries,
  type MembershipFact,
  type ProjectFact,
  type ProjectFacts,
  type ReturnFact,
  toFacts,
} from '@guatu/domain'
import { compareText, groupBy } from '@guatu/kernel'
import { type Expression, type SqlBool, sql } from 'kysely'
import { ENTRY_COLUMNS } from '../ledger/columns.ts'
import { entryOf } from '../ledger/rows.ts'
import type { ScopedTx } from '../scope/scope.ts'
import { visibleProjects } from '../scope/visible.ts'
import { factsOfProjects, type InForce, type Moment } from './in-force.ts'

/** So many projects are in memory at once: few enough that what was read of them is let go young. */
const AT_ONCE = 100

/** How many projects the scope sees, whether in force on a day or not. */
export async function countProjects(tx: ScopedTx): Promise<number> {
  const { rows } = await sql<{ projects: number }>`
    select count(*) as projects from project
    where jurisdiction_id = ${tx.scope.jurisdiction} and ${visibleProjects(tx)}`.execute(tx.db)
  return rows[0]?.projects ?? 0
}

/** Ids of all projects that the scope sees, whether in force on a day or not. */
export async function visibleIds(tx: ScopedTx): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from project
    where jurisdiction_id = ${tx.scope.jurisdiction} and ${visibleProjects(tx)}`.execute(tx.db)
  return rows.map(({ id }) => id)
}

/**
 * All that is known of each project in force on the day, some projects at a time. Without `knownAt` it comes from the
 * projections, else from the ledger; both give the same for the same moment.
 */
export async function* projectsKnown(
  tx: ScopedTx,
  moment: Moment,
  only?: readonly string[],
): AsyncGenerator<ProjectFacts[]> {
  const projected = moment.knownAt === undefined && !(await somethingLater(tx, moment))
  const read = projected ? projectedPage : ledgerPage
  const after = (id?: string): Promise<Page> => {
    const page = read(
      tx,
      moment,
      sql<SqlBool>`${visibleProjects(tx)}
      and ${only ? sql`id = any (${only}::text[])` : sql`true`} and ${id === undefined ? sql`true` : sql`id > ${id}`}`,
    )
    // Whoever stops taking pages leaves the next one unread.
    page.catch(() => undefined)
    return page
  }
  let next: Promise<Page> | undefined = after()
  while (next) {
    const { some, last }: Page = await next
    // Asked for before these are taken, so that PostgreSQL works while they are.
    next = last === undefined ? undefined : after(last)
    if (some.length > 0) yield some
  }
}

/** Some projects in the order of ids; `last` is absent when there are no more. */
interface Page {
  readonly some: ProjectFacts[]
  readonly last: string | undefined
}

const lastOf = (found: readonly { readonly id: string }[]) =>
  found.length < AT_ONCE ? undefined : found.at(-1)?.id

/** From the projections, one row per project: PostgreSQL puts its lists and periods together faster than they are read one by one. */
async function projectedPage(tx: ScopedTx, { asOf }: Moment, which: Expression<SqlBool>): Promise<Page> {
  type Kept = [ReturnFact['period'], ReturnFact['figures'], ReturnFact['sources']]
  const { rows } = await sql<Found & { memberships: MembershipFact[] | null; returns: Kept[] | null }>`
    select id, body, removed,
      (select json_agg(body order by id collate "C") from membership
        where jurisdiction_id = project.jurisdiction_id and project_id = project.id and not removed) as memberships,
      (select json_agg(json_build_array(period, figures, sources) order by period collate "C") from current
        where jurisdiction_id = project.jurisdiction_id and project_id = project.id
          and period_end <= ${asOf} and figures <> '{}') as returns
    from project
    where jurisdiction_id = ${tx.scope.jurisdiction} and ${which}
    order by id limit ${AT_ONCE}`.execute(tx.db)
  const some = rows
    .filter(row => !row.removed)
    .map(
      ({ id, body, memberships, returns }): ProjectFacts => ({
        project: { ...body, id } as ProjectFact,
        memberships: memberships ?? [],
        returns: (returns ?? []).map(([period, figures, sources]) => ({
          project: id,
          period,
          figures,
          sources,
        })),
      }),
    )
  return { some, last: lastOf(rows) }
}

/** As the ledger said at the moment. */
async function ledgerPage(tx: ScopedTx, moment: Moment, which: Expression<SqlBool>): Promise<Page> {
  const { rows: found } = await sql<{ id: string }>`
    select id from project
    where jurisdiction_id = ${tx.scope.jurisdiction} and ${which}
    order by id limit ${AT_ONCE}`.execute(tx.db)
  const planned = await projectsInForce(
    tx,
    found.map(one => one.id),
    moment,
  )
  const ids = planned.map(one => one.project.id)
  const returns = moment.knownAt === undefined ? currentReturns : pastReturns
  const known = groupBy(await returns(tx, ids, moment), one => one.project)
  const some = planned.map(one => ({
    ...one,
    returns: (known.get(one.project.id) ?? []).sort((a, b) => compareText(a.period, b.period)),
  }))
  return { some, last: lastOf(found) }
}

/** One project as the scope sees it; undefined where it does not, or where it was not in force. */
export async function projectKnown(
  tx: ScopedTx,
  moment: Moment,
  project: string,
): Promise<ProjectFacts | undefined> {
  for await (const [one] of projectsKnown(tx, moment, [project])) return one
  return undefined
}

interface Found {
  readonly id: string
  readonly body: Readonly<Record<string, unknown>>
  readonly removed: boolean
}
type Planned = Pick<ProjectFacts, 'project' | 'memberships'>

/** Whether the projections hold something that comes into force after the day. */
export async function somethingLater(tx: ScopedTx, { asOf }: Moment): Promise<boolean> {
  const later = (table: 'project' | 'membership') =>
    sql`exists (select 1 from ${sql.table(table)}
      where jurisdiction_id = ${tx.scope.jurisdiction} and effective_from > ${asOf})`
  const { rows } = await sql<{ later: boolean }>`
    select ${later('project')} or ${later('membership')} as later`.execute(tx.db)
  return rows[0]?.later ?? false
}

async function projectsInForce(tx: ScopedTx, ids: readonly string[], moment: Moment): Promise<Planned[]> {
  const facts = await factsOfProjects(tx, ids, moment)
  const of = (word: InForce['word']) => facts.filter(fact => fact.word === word)
  return planned(
    of('project').map(({ subject, body }) => ({ ...body, id: subject }) as unknown as ProjectFact),
    of('membership').map(({ subject, body }) => ({ id: subject, body: body as unknown as MembershipFact })),
  )
}

/** What is said of a project that is not in force does not count. */
function planned(
  projects: readonly ProjectFact[],
  rows: readonly { readonly id: string; readonly body: MembershipFact }[],
): Planned[] {
  const memberships = groupBy(
    [...rows].sort((a, b) => compareText(a.id, b.id)),
    ({ body }) => body.project,
  )
  return projects.map(project => ({
    project,
    memberships: (memberships.get(project.id) ?? []).map(({ body }) => body),
  }))
}

async function currentReturns(
  tx: ScopedTx,
  projects: readonly string[],
  { asOf }: Moment,
): Promise<ReturnFact[]> {
  const { rows } = await sql<ReturnFact>`
    select project_id as project, period, figures, sources from current
    where jurisdiction_id = ${tx.scope.jurisdiction} and project_id = any (${projects}::text[])
      and period_end <= ${asOf} and figures <> '{}'`.execute(tx.db)
  return rows
}

async function pastReturns(
  tx: ScopedTx,
  projects: readonly string[],
  { asOf, knownAt }: Moment,
): Promise<ReturnFact[]> {
  const rows = await tx.db
    .selectFrom('entry')
    .select(ENTRY_COLUMNS)
    .where('jurisdiction_id', '=', tx.scope.jurisdiction)
    .where(sql<SqlBool>`project_id = any (${projects}::text[])`)
    .where('period_end', '<=', asOf)
    .where('seq', '<=', knownAt ?? Number.MAX_SAFE_INTEGER)
    .execute()
  return toFacts(foldEntries(rows.map(entryOf))).returns
}
