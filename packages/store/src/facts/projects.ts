import type { MembershipFact, ProjectFact, ProjectFacts } from '@guatu/domain'
import { type Expression, type RawBuilder, type SqlBool, sql } from 'kysely'
import type { ScopedTx } from '../scope/scope.ts'
import { visibleProjects } from '../scope/visible.ts'
import { foldedParts, type ReturnParts, returnOf } from './fold.ts'
import type { Moment } from './in-force.ts'

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
      and ${only ? sql`project.id = any (${only}::text[])` : sql`true`}
      and ${id === undefined ? sql`true` : sql`project.id > ${id}`}`,
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

interface Found {
  readonly id: string
  readonly body: Readonly<Record<string, unknown>> | null
  readonly removed: boolean | null
  readonly memberships: MembershipFact[] | null
  readonly returns: ReturnParts[] | null
}

/** Where a project, its lists and its returns stand. */
interface Sources {
  readonly project: RawBuilder<unknown>
  readonly memberships: RawBuilder<unknown>
  readonly returns: RawBuilder<unknown>
}

/** One row per project: PostgreSQL puts its lists and periods together faster than they are read one by one. */
async function pageOf(tx: ScopedTx, which: Expression<SqlBool>, from: Sources): Promise<Page> {
  const { rows } = await sql<Found>`
    select project.id, said.body, said.removed,
      (select json_agg(body order by id collate "C") from (${from.memberships}) lists where not removed) as memberships,
      (select json_agg(parts order by period collate "C") from (${from.returns}) returns) as returns
    from project left join lateral (${from.project}) said on true
    where project.jurisdiction_id = ${tx.scope.jurisdiction} and ${which}
    order by project.id limit ${AT_ONCE}`.execute(tx.db)
  const last = rows.length < AT_ONCE ? undefined : rows.at(-1)?.id
  return { some: rows.filter(row => row.body !== null && !row.removed).map(knownOf), last }
}

const knownOf = ({ id, body, memberships, returns }: Found): ProjectFacts => ({
  project: { ...body, id } as ProjectFact,
  memberships: memberships ?? [],
  returns: (returns ?? []).map(parts => returnOf(id, parts)),
})

const projectedPage = (tx: ScopedTx, moment: Moment, which: Expression<SqlBool>) =>
  pageOf(tx, which, {
    project: sql`select project.body, project.removed`,
    memberships: sql`select id, body, removed from membership
      where jurisdiction_id = project.jurisdiction_id and project_id = project.id`,
    returns: currentReturns(moment),
  })

/** As the ledger said at the moment: of what is in force on the day the last that was written. */
const ledgerPage = (tx: ScopedTx, { asOf, knownAt }: Moment, which: Expression<SqlBool>) => {
  const seq = knownAt ?? Number.MAX_SAFE_INTEGER
  const inForce = (word: 'project' | 'membership') => sql`
    select distinct on (subject_id) subject_id as id, body, removed from fact
    where jurisdiction_id = project.jurisdiction_id and project_id = project.id and word = ${word}
      and effective_from <= ${asOf} and seq <= ${seq}
    order by subject_id, effective_from desc, seq desc`
  const entries = sql<SqlBool>`jurisdiction_id = project.jurisdiction_id and project_id = project.id
    and period_end <= ${asOf} and seq <= ${seq}`
  return pageOf(tx, which, {
    project: inForce('project'),
    memberships: inForce('membership'),
    returns: knownAt === undefined ? currentReturns({ asOf }) : foldedParts(entries),
  })
}

const currentReturns = ({ asOf }: Moment) => sql`
  select period, json_build_array(period, figures, sources) as parts from current
  where jurisdiction_id = project.jurisdiction_id and project_id = project.id
    and period_end <= ${asOf} and figures <> '{}'`

/** One project as the scope sees it; undefined where it does not, or where it was not in force. */
export async function projectKnown(
  tx: ScopedTx,
  moment: Moment,
  project: string,
): Promise<ProjectFacts | undefined> {
  for await (const [one] of projectsKnown(tx, moment, [project])) return one
  return undefined
}

/** Whether the projections hold something that comes into force after the day. */
export async function somethingLater(tx: ScopedTx, { asOf }: Moment): Promise<boolean> {
  const later = (table: 'project' | 'membership') =>
    sql`exists (select 1 from ${sql.table(table)}
      where jurisdiction_id = ${tx.scope.jurisdiction} and effective_from > ${asOf})`
  const { rows } = await sql<{ later: boolean }>`
    select ${later('project')} or ${later('membership')} as later`.execute(tx.db)
  return rows[0]?.later ?? false
}
