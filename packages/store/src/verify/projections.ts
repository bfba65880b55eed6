import { type FoldedEntry, foldEntries, subjectKey } from '@guatu/domain'
import { canonicalJson } from '@guatu/kernel'
import { sql } from 'kysely'
import { ENTRY_COLUMNS } from '../ledger/columns.ts'
import { entryOf } from '../ledger/rows.ts'
import { PROJECTED_WORDS } from '../projection/facts.ts'
import { CURRENT_COLUMNS, foldedOfProject, foldedOfUnit, REPORTED_COLUMNS } from '../projection/folded.ts'
import type { ScopedTx } from '../scope/scope.ts'
import { closingFindings } from './closings.ts'
import type { ProjectionFinding } from './finding.ts'
import { returnFindings } from './returns.ts'

const PROJECTS_AT_ONCE = 500

/** Makes every projection of the jurisdiction again, some projects at a time, and compares. */
export async function* projectionFindings(tx: ScopedTx): AsyncGenerator<ProjectionFinding, void> {
  for (const word of PROJECTED_WORDS) yield* await factFindings(tx, word)
  let after = ''
  for (;;) {
    const { rows } = await sql<{ id: string }>`
      select id from (
        (select distinct project_id as id from entry where jurisdiction_id = ${tx.scope.jurisdiction}
          and project_id is not null and project_id > ${after} order by 1 limit ${PROJECTS_AT_ONCE})
        union
        (select distinct project_id from current where jurisdiction_id = ${tx.scope.jurisdiction}
          and project_id > ${after} order by 1 limit ${PROJECTS_AT_ONCE})) ids
      order by 1 limit ${PROJECTS_AT_ONCE}`.execute(tx.db)
    const last = rows.at(-1)
    if (!last) break
    yield* await projectFindings(
      tx,
      rows.map(row => row.id),
    )
    after = last.id
  }
  yield* await reportedFindings(tx)
  yield* await returnFindings(tx)
  yield* await closingFindings(tx)
}

async function factFindings(
  tx: ScopedTx,
  word: (typeof PROJECTED_WORDS)[number],
): Promise<ProjectionFinding[]> {
  const { rows } = await sql<ProjectionFinding>`
    select ${word} as table, coalesce(made.id, kept.id) as id, coalesce(made.seq, kept.seq) as seq
    from (select distinct on (subject_id) subject_id as id, body, effective_from, removed, seq from fact
        where jurisdiction_id = ${tx.scope.jurisdiction} and word = ${word}
        order by subject_id, effective_from desc, seq desc) made
      full join (select id, body, effective_from, removed, seq from ${sql.table(word)}
        where jurisdiction_id = ${tx.scope.jurisdiction}) kept on kept.id = made.id
    where (made.body, made.effective_from, made.removed, made.seq)
      is distinct from (kept.body, kept.effective_from, kept.removed, kept.seq)
    order by 2`.execute(tx.db)
  return rows
}

async function projectFindings(tx: ScopedTx, projects: readonly string[]): Promise<ProjectionFinding[]> {
  const entries = await tx.db
    .selectFrom('entry')
    .select(ENTRY_COLUMNS)
    .where('jurisdiction_id', '=', tx.scope.jurisdiction)
    .where('project_id', 'in', projects)
    .orderBy('seq')
    .execute()
  const kept = await tx.db
    .selectFrom('current')
    .select(CURRENT_COLUMNS)
    .where('jurisdiction_id', '=', tx.scope.jurisdiction)
    .where('project_id', 'in', projects)
    .execute()
  return compare('current', foldEntries(entries.map(entryOf)), kept.map(foldedOfProject))
}

async function reportedFindings(tx: ScopedTx): Promise<ProjectionFinding[]> {
  const entries = await tx.db
    .selectFrom('entry')
    .select(ENTRY_COLUMNS)
    .where('jurisdiction_id', '=', tx.scope.jurisdiction)
    .where('subject_kind', '=', 'reported')
    .orderBy('seq')
    .execute()
  const kept = await tx.db
    .selectFrom('reported_current')
    .select(REPORTED_COLUMNS)
    .where('jurisdiction_id', '=', tx.scope.jurisdiction)
    .execute()
  return compare('reported_current', foldEntries(entries.map(entryOf)), kept.map(foldedOfUnit))
}

function compare(
  table: string,
  made: readonly FoldedEntry[],
  kept: readonly FoldedEntry[],
): ProjectionFinding[] {
  const keyOf = (one: FoldedEntry) => `${subjectKey(one.subject)} ${one.period}`
  const left = new Map(kept.map(one => [keyOf(one), one]))
  const found: ProjectionFinding[] = []
  const seqOf = (one: FoldedEntry) => Math.max(0, ...Object.values(one.sources))
  for (const one of made) {
    const id = keyOf(one)
    const same = left.get(id)
    left.delete(id)
    if (!same || textOf(same) !== textOf(one)) found.push({ table, id, seq: seqOf(one) })
  }
  for (const [id, one] of left) found.push({ table, id, seq: seqOf(one) })
  return found
}

const textOf = ({ figures, sources }: FoldedEntry) => canonicalJson({ figures, sources })
