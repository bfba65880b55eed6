import {
  type Facts,
  type FoldedEntry,
  foldEntries,
  type MembershipFact,
  type ProjectFact,
  toFacts,
  type UnitFact,
} from '@guatu/domain'
import { type Day, must } from '@guatu/kernel'
import { sql } from 'kysely'
import { ENTRY_COLUMNS } from '../ledger/columns.ts'
import { entryOf } from '../ledger/rows.ts'
import { CURRENT_COLUMNS, foldedOfProject, foldedOfUnit, REPORTED_COLUMNS } from '../projection/folded.ts'
import type { ScopedTx } from '../scope/scope.ts'
import { ofVisibleProjects, ofVisibleUnits, visibleProjects } from '../scope/visible.ts'
import { factsInForce, type InForce, type Moment } from './in-force.ts'

export interface FactsWanted extends Moment {
  /** Only these projects; absent: all that the scope sees. */
  readonly projects?: readonly string[]
}

/**
 * What `evaluate` may know: facts in force on the day and figures of periods that ended by then. Without `knownAt`
 * it comes from the projections, else from the ledger; both give the same for the same moment.
 */
export async function readFacts(tx: ScopedTx, wanted: FactsWanted): Promise<Facts> {
  const judging = await judgingFacts(tx, wanted)
  const folded = wanted.knownAt === undefined ? await liveFigures(tx, wanted) : await pastFigures(tx, wanted)
  return assemble(tx.scope.jurisdiction, judging, folded, wanted.projects)
}

/** Everything but figures. Projections serve unless they hold something that comes into force after the day. */
async function judgingFacts(tx: ScopedTx, wanted: FactsWanted): Promise<InForce[]> {
  if (wanted.knownAt === undefined && !(await somethingLater(tx, wanted.asOf))) {
    return [...(await projected(tx)), ...(await factsInForce(tx, ['setting'], wanted))]
  }
  return factsInForce(tx, ['unit', 'project', 'membership', 'setting'], wanted)
}

async function somethingLater(tx: ScopedTx, asOf: Day): Promise<boolean> {
  const later = (table: 'unit' | 'project' | 'membership') =>
    sql`exists (select 1 from ${sql.table(table)}
      where jurisdiction_id = ${tx.scope.jurisdiction} and effective_from > ${asOf})`
  const { rows } = await sql<{ later: boolean }>`
    select ${later('unit')} or ${later('project')} or ${later('membership')} as later`.execute(tx.db)
  return must(rows[0], 'one row').later
}

async function projected(tx: ScopedTx): Promise<InForce[]> {
  const { rows } = await sql<InForce>`
    select 'unit' as word, id as subject, effective_from as "effectiveFrom", seq, body from unit
      where jurisdiction_id = ${tx.scope.jurisdiction} and not removed
    union all select 'project', id, effective_from, seq, body from project
      where jurisdiction_id = ${tx.scope.jurisdiction} and not removed and ${visibleProjects(tx)}
    union all select 'membership', id, effective_from, seq, body from membership
      where jurisdiction_id = ${tx.scope.jurisdiction} and not removed and ${ofVisibleProjects(tx)}`.execute(
    tx.db,
  )
  return rows
}

async function liveFigures(tx: ScopedTx, { asOf }: Moment): Promise<FoldedEntry[]> {
  const current = tx.db
    .selectFrom('current')
    .select(CURRENT_COLUMNS)
    .where('jurisdiction_id', '=', tx.scope.jurisdiction)
    .where('period_end', '<=', asOf)
    .where(ofVisibleProjects(tx))
  const reported = tx.db
    .selectFrom('reported_current')
    .select(REPORTED_COLUMNS)
    .where('jurisdiction_id', '=', tx.scope.jurisdiction)
    .where('period_end', '<=', asOf)
    .where(ofVisibleUnits(tx))
  return [...(await current.execute()).map(foldedOfProject), ...(await reported.execute()).map(foldedOfUnit)]
}

async function pastFigures(tx: ScopedTx, { asOf, knownAt }: Moment): Promise<FoldedEntry[]> {
  const rows = await tx.db
    .selectFrom('entry')
    .select(ENTRY_COLUMNS)
    .where('jurisdiction_id', '=', tx.scope.jurisdiction)
    .where('period_end', '<=', asOf)
    .where('seq', '<=', knownAt ?? Number.MAX_SAFE_INTEGER)
    .where(eb => eb.or([ofVisibleProjects(tx), ofVisibleUnits(tx)]))
    .execute()
  return foldEntries(rows.map(entryOf))
}

/** What is said of a project that is not in force does not count. Sorted, so that equal facts are equal text. */
function assemble(
  jurisdiction: string,
  judging: readonly InForce[],
  folded: readonly FoldedEntry[],
  only: readonly string[] | undefined,
): Facts {
  const wanted = only && new Set(only)
  const of = <T>(word: InForce['word']) =>
    judging
      .filter(fact => fact.word === word)
      .map(fact => ({ ...fact.body, id: fact.subject }) as T & { id: string })
  const projects = of<ProjectFact>('project').filter(project => wanted?.has(project.id) ?? true)
  const known = new Set(projects.map(project => project.id))
  const { returns, reported } = toFacts(folded)
  return {
    jurisdiction,
    units: of<UnitFact>('unit').sort(by(unit => unit.id)),
    projects: projects.sort(by(project => project.id)),
    memberships: of<MembershipFact>('membership')
      .filter(membership => known.has(membership.project))
      .sort(by(membership => membership.id))
      .map(({ id: _, ...membership }) => membership),
    returns: returns.filter(r => known.has(r.project)).sort(by(r => `${r.project} ${r.period}`)),
    reported: reported.sort(by(r => `${r.indicator} ${r.unit} ${r.period}`)),
    settings: Object.fromEntries(of<{ value: string }>('setting').map(({ id, value }) => [id, value])),
  }
}

const by =
  <T>(key: (item: T) => string) =>
  (a: T, b: T) =>
    key(a) < key(b) ? -1 : 1
