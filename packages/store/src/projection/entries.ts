import { applyEntry, type FoldedEntry, subjectKey } from '@guatu/domain'
import { periodSpan } from '@guatu/kernel'
import { type RawBuilder, sql } from 'kysely'
import { insertRows } from '../ledger/insert.ts'
import { type EntryRow, entryOf } from '../ledger/rows.ts'
import { MANY, withStaged } from '../ledger/staged.ts'
import type { ScopedTx } from '../scope/scope.ts'
import { type CurrentRow, foldedOfProject, foldedOfUnit, type ReportedRow } from './folded.ts'

/**
 * Takes new entries, in order of seq, into `current` and `reported_current`. Where none takes a figure back, PostgreSQL
 * lays the figures over those known; else these are read first.
 */
export async function projectEntries(tx: ScopedTx, rows: readonly EntryRow[]): Promise<void> {
  const entries = rows.map(entryOf)
  const adds = entries.every(({ figures }) => Object.values(figures).every(value => value !== null))
  const folded = adds ? new Map<string, FoldedEntry>() : await known(tx, entries)
  for (const entry of entries) {
    const key = keyOf(entry)
    folded.set(key, applyEntry(folded.get(key), entry))
  }
  await save(tx, [...folded.values()], adds ? LAID_OVER : REPLACED)
}

const LAID_OVER = sql`do update set figures = known.figures || excluded.figures,
  sources = known.sources || excluded.sources`
const REPLACED = sql`do update set figures = excluded.figures, sources = excluded.sources`

async function known(tx: ScopedTx, entries: readonly Key[]): Promise<Map<string, FoldedEntry>> {
  const keys = [...new Map(entries.map(entry => [keyOf(entry), entry])).values()]
  return new Map((await load(tx, keys)).map(one => [keyOf(one), one]))
}

type Key = Pick<FoldedEntry, 'subject' | 'period'>
const keyOf = ({ subject, period }: Key) => `${subjectKey(subject)} ${period}`
const ofProject = ({ subject }: Key) => subject.kind === 'project'
const ofUnit = ({ subject }: Key) => subject.kind === 'reported'

const keyColumns = ({ subject, period }: Key) =>
  subject.kind === 'project'
    ? { project_id: subject.project, period }
    : { indicator: subject.indicator, unit_id: subject.unit, period }

async function load(tx: ScopedTx, keys: readonly Key[]): Promise<FoldedEntry[]> {
  return [
    ...(await loadCurrent(tx, keys.filter(ofProject))).map(foldedOfProject),
    ...(await loadReported(tx, keys.filter(ofUnit))).map(foldedOfUnit),
  ]
}

async function loadCurrent(tx: ScopedTx, keys: readonly Key[]): Promise<CurrentRow[]> {
  if (keys.length === 0) return []
  const rows = keys.map(keyColumns)
  const known = async (keyed: RawBuilder<unknown>, which = sql`true`) => {
    const found = await sql<CurrentRow>`
      select current.project_id, current.period, figures, sources from current
      join ${keyed} on key.project_id = current.project_id and key.period = current.period
      where current.jurisdiction_id = ${tx.scope.jurisdiction} and ${which}`.execute(tx.db)
    return found.rows
  }
  if (rows.length < MANY) {
    // Names the projects too: the planner cannot know how few keys there are, and would read the whole table.
    const projects = keys.map(({ subject }) => (subject.kind === 'project' ? subject.project : ''))
    const few = sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as key(project_id text, period text)`
    return known(few, sql`current.project_id = any (${projects}::text[])`)
  }
  return withStaged(tx, 'current', rows, ['project_id', 'period'], async staged => {
    await sql`analyze ${staged}`.execute(tx.db)
    return known(sql`${staged} as key`)
  })
}

async function loadReported(tx: ScopedTx, keys: readonly Key[]): Promise<ReportedRow[]> {
  if (keys.length === 0) return []
  const { rows } = await sql<ReportedRow>`
    select known.indicator, known.unit_id, known.period, figures, sources from reported_current known
    join jsonb_to_recordset(${JSON.stringify(keys.map(keyColumns))}::jsonb)
      as key(indicator text, unit_id text, period text)
      on key.indicator = known.indicator and key.unit_id = known.unit_id and key.period = known.period
    where known.jurisdiction_id = ${tx.scope.jurisdiction}`.execute(tx.db)
  return rows
}

async function save(
  tx: ScopedTx,
  folded: readonly FoldedEntry[],
  onKnown: RawBuilder<unknown>,
): Promise<void> {
  const rows = (of: (key: Key) => boolean) =>
    folded.filter(of).map(entry => ({
      ...keyColumns(entry),
      jurisdiction_id: tx.scope.jurisdiction,
      period_end: periodSpan(entry.period).end,
      figures: entry.figures,
      sources: entry.sources,
    }))
  const projectKey = sql`on conflict (jurisdiction_id, project_id, period) ${onKnown}`
  const unitKey = sql`on conflict (jurisdiction_id, indicator, unit_id, period) ${onKnown}`
  await insertRows(tx, 'current', rows(ofProject), projectKey)
  await insertRows(tx, 'reported_current', rows(ofUnit), unitKey)
}
