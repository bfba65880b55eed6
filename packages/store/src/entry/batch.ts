import { type Entry, type FieldId, type FieldValue, foldEntries, subjectKey } from '@guatu/domain'
import type { Day } from '@guatu/kernel'
import { sql } from 'kysely'
import type { Time } from '../database/tables.ts'
import { ENTRY_COLUMNS } from '../ledger/columns.ts'
import type { FactWord } from '../ledger/new.ts'
import { type EntryRow, entryOf } from '../ledger/rows.ts'
import type { ScopedTx } from '../scope/scope.ts'
import { ofVisibleProjects, ofVisibleUnits } from '../scope/visible.ts'

/** What a batch wrote, and beside each thing what stood before it: all that an undo needs. */
export interface BatchContents {
  readonly enteredBy: string
  readonly recordedAt: Time
  readonly entries: readonly BatchEntry[]
  readonly facts: readonly BatchFact[]
}

export interface BatchEntry {
  readonly entry: Entry
  /** Of each figure that the entry names: its value before the batch; null where there was none. */
  readonly before: Readonly<Record<FieldId, FieldValue | null>>
  /** Figures that a later entry has named since: an undo must leave them. */
  readonly overwritten: readonly FieldId[]
}

export interface BatchFact {
  readonly seq: number
  readonly word: FactWord
  readonly subject: string
  readonly project?: string
  readonly effectiveFrom: Day
  readonly body: Readonly<Record<string, unknown>>
  readonly removed: boolean
  /** The state in force on that day before the batch; absent when there was none. */
  readonly before?: Readonly<Record<string, unknown>>
  /** Something later was written of the same subject. */
  readonly overwritten: boolean
}

/** As far as the scope sees it; undefined when it sees nothing of it. */
export async function batchContents(tx: ScopedTx, batch: string): Promise<BatchContents | undefined> {
  const { rows } = await sql<Pick<BatchContents, 'enteredBy' | 'recordedAt'>>`
    select entered_by as "enteredBy", recorded_at as "recordedAt" from entry
      where jurisdiction_id = ${tx.scope.jurisdiction} and batch_id = ${batch} and ${visibleEntries(tx)}
    union select entered_by, recorded_at from fact
      where jurisdiction_id = ${tx.scope.jurisdiction} and batch_id = ${batch} and ${visibleFacts(tx)}`.execute(
    tx.db,
  )
  return rows[0] && { ...rows[0], entries: await batchEntries(tx, batch), facts: await batchFacts(tx, batch) }
}

const visibleEntries = (tx: ScopedTx) => sql`(${ofVisibleProjects(tx)} or ${ofVisibleUnits(tx)})`
const visibleFacts = (tx: ScopedTx) => sql`(project_id is null or ${ofVisibleProjects(tx)})`

async function batchEntries(tx: ScopedTx, batch: string): Promise<BatchEntry[]> {
  const subject = sql`coalesce(project_id, ''), coalesce(indicator, ''), coalesce(unit_id, ''), period`
  const { rows } = await sql<EntryRow>`
    select ${sql.join(ENTRY_COLUMNS.map(column => sql.ref(column)))} from entry
    where jurisdiction_id = ${tx.scope.jurisdiction} and ${visibleEntries(tx)}
      and (${subject}) in (select ${subject} from entry
        where jurisdiction_id = ${tx.scope.jurisdiction} and batch_id = ${batch})
    order by seq`.execute(tx.db)
  const own = rows.filter(row => row.batch_id === batch)
  const first = own[0]?.seq ?? 0
  const last = own.at(-1)?.seq ?? 0
  const keyOf = ({ subject, period }: Pick<Entry, 'subject' | 'period'>) => `${subjectKey(subject)} ${period}`
  const before = new Map(
    foldEntries(rows.filter(row => row.seq < first).map(entryOf)).map(folded => [keyOf(folded), folded]),
  )
  const later = new Map<string, Set<FieldId>>()
  for (const entry of rows.filter(row => row.seq > last).map(entryOf)) {
    const fields = later.get(keyOf(entry)) ?? new Set()
    later.set(keyOf(entry), new Set([...fields, ...Object.keys(entry.figures)]))
  }
  return own.map(entryOf).map(entry => {
    const fields = Object.keys(entry.figures)
    const known = before.get(keyOf(entry))?.figures
    const since = later.get(keyOf(entry))
    return {
      entry,
      before: Object.fromEntries(fields.map(field => [field, known?.[field] ?? null])),
      overwritten: fields.filter(field => since?.has(field)),
    }
  })
}

async function batchFacts(tx: ScopedTx, batch: string): Promise<BatchFact[]> {
  const { rows } = await sql<BatchFact & { project: string | null; before: BatchFact['body'] | null }>`
    with own as (
      select jurisdiction_id, seq, word, subject_id, project_id, effective_from, body, removed from fact
      where jurisdiction_id = ${tx.scope.jurisdiction} and batch_id = ${batch} and ${visibleFacts(tx)})
    select own.seq, own.word, own.subject_id as subject, own.project_id as project,
      own.effective_from as "effectiveFrom", own.body, own.removed,
      (select case when not earlier.removed then earlier.body end from fact earlier
        where earlier.jurisdiction_id = own.jurisdiction_id and earlier.word = own.word
          and earlier.subject_id = own.subject_id and earlier.effective_from <= own.effective_from
          and earlier.seq < (select min(seq) from own)
        order by earlier.effective_from desc, earlier.seq desc limit 1) as before,
      exists (select 1 from fact later
        where later.jurisdiction_id = own.jurisdiction_id and later.word = own.word
          and later.subject_id = own.subject_id and later.seq > (select max(seq) from own)) as overwritten
    from own order by own.seq`.execute(tx.db)
  return rows.map(({ project, before, ...fact }) => ({
    ...fact,
    project: project ?? undefined,
    before: before ?? undefined,
  }))
}
