import type { Facts, MembershipFact, ProjectFact, ReturnFact } from '@guatu/domain'
import { compareText, type Day } from '@guatu/kernel'
import { type SqlBool, sql } from 'kysely'
import { readFacts } from '../facts/read.ts'
import { surroundings } from '../facts/surroundings.ts'
import type { ScopedTx } from '../scope/scope.ts'
import { visibleProjects } from '../scope/visible.ts'

export interface ImportFactsWanted {
  readonly asOf: Day
  /** Of returns only those of these years are told. */
  readonly years: readonly number[]
}

type Known = Pick<Facts, 'projects' | 'memberships' | 'returns'>
/** What an import is planned against. Sources of figures are left out. */
export async function importFacts(tx: ScopedTx, { asOf, years }: ImportFactsWanted): Promise<Facts> {
  const known = await projected(tx, { asOf, years })
  // Something comes into force later: what holds on the day stands in the ledger only.
  return known ? { ...(await surroundings(tx, { asOf })), ...known } : readFacts(tx, { asOf })
}

/** So many projects come as one text: PostgreSQL puts them together faster than they are read row by row. */
const AT_ONCE = 2_000

interface Page {
  readonly found: number
  readonly last: string | null
  /** Something of these projects comes into force after the day. */
  readonly later: boolean
  readonly projects: readonly [string, ProjectFact][] | null
  readonly memberships: readonly MembershipFact[] | null
  readonly returns: readonly [string, ReturnFact['period'], ReturnFact['figures']][] | null
}

async function projected(tx: ScopedTx, wanted: ImportFactsWanted): Promise<Known | undefined> {
  const projects: ProjectFact[] = []
  const memberships: MembershipFact[] = []
  const returns: ReturnFact[] = []
  for (let next: Promise<Page> | undefined = pageAfter(tx, wanted, ''); next; ) {
    const page: Page = await next
    if (page.later) return undefined
    const { last } = page
    // Asked for before these are taken, so that PostgreSQL works while they are.
    next = last === null || page.found < AT_ONCE ? undefined : pageAfter(tx, wanted, last)
    for (const [id, body] of page.projects ?? []) projects.push({ ...body, id })
    for (const one of page.memberships ?? []) memberships.push(one)
    for (const [project, period, figures] of page.returns ?? []) returns.push({ project, period, figures })
  }
  const kept = new Set(projects.map(one => one.id))
  return {
    projects: projects.sort((a, b) => compareText(a.id, b.id)),
    memberships: memberships.filter(one => kept.has(one.project)),
    returns: returns.filter(one => kept.has(one.project)),
  }
}

async function pageAfter(tx: ScopedTx, { asOf, years }: ImportFactsWanted, after: string): Promise<Page> {
  const home = sql`jurisdiction_id = ${tx.scope.jurisdiction}`
  const ofPage = sql<SqlBool>`${home} and project_id >= (select min(id) from page)
    and project_id <= (select max(id) from page)`
  const { rows } = await sql<Page>`
    with page as materialized (
      select id, body, removed, effective_from from project
      where ${home} and ${visibleProjects(tx)} and id > ${after} order by id limit ${AT_ONCE}),
    lists as materialized (
      select id, body, removed, effective_from from membership where ${ofPage})
    select (select count(*) from page) as found, (select max(id) from page) as last,
      (select coalesce(bool_or(effective_from > ${asOf}), false) from
        (select effective_from from page union all select effective_from from lists) held) as later,
      (select json_agg(json_build_array(id, body)) from page where not removed) as projects,
      (select json_agg(body order by id collate "C") from lists where not removed) as memberships,
      (select json_agg(json_build_array(project_id, period, figures)) from current
        where ${ofPage} and period_end <= ${asOf} and figures <> '{}'
          and left(period, 4) = any (${years.map(year => String(year).padStart(4, '0'))}::text[])) as returns`.execute(
    tx.db,
  )
  return rows[0] ?? { found: 0, last: null, later: false, projects: null, memberships: null, returns: null }
}
