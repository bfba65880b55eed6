import type { Entry } from '@guatu/domain'
import { type Period, periodSpan } from '@guatu/kernel'
import { sql } from 'kysely'
import type { Time } from '../database/tables.ts'
import { ENTRY_COLUMNS } from '../ledger/columns.ts'
import { type EntryRow, entryOf } from '../ledger/rows.ts'
import type { ScopedTx } from '../scope/scope.ts'
import { ofVisibleProjects, ofVisibleUnits } from '../scope/visible.ts'

/** An entry with who wrote it, when and from what. */
export interface TrailEntry extends Entry {
  readonly batch: string
  readonly enteredBy: string
  /** Name of the person; absent when the ledger holds none. */
  readonly enteredByName?: string
  /** The unit that answers for the figures. */
  readonly reportedBy?: string
  /** Of a correction of a closed period: which, and on whose proposal. */
  readonly correction?: { readonly period: Period; readonly proposedBy: string }
  readonly recordedAt: Time
  /** Of this entry in the chain. */
  readonly hash: string
  /** Of the imported file, when the scope may open it. */
  readonly fileName?: string
}

/** All entries of a project, newest first. */
export const entriesOf = (tx: ScopedTx, project: string): Promise<TrailEntry[]> =>
  trail(tx, sql`project_id = ${project}`)

/** Entries of one period of a project, newest first, without who wrote them. */
export async function entriesOfPeriod(tx: ScopedTx, project: string, period: Period): Promise<Entry[]> {
  const { rows } = await sql<EntryRow>`
    select ${entryColumns} from entry
    where jurisdiction_id = ${tx.scope.jurisdiction} and project_id = ${project}
      and period_end = ${periodSpan(period).end} and period = ${period} and ${ofVisibleProjects(tx)}
    order by seq desc`.execute(tx.db)
  return rows.map(entryOf)
}

/** Undefined when there is none that the scope sees: no entry, or a fact. */
export const entryBySeq = async (tx: ScopedTx, seq: number): Promise<TrailEntry | undefined> =>
  (await trail(tx, sql`seq = ${seq}`))[0]

export const entriesOfBatch = (tx: ScopedTx, batch: string): Promise<TrailEntry[]> =>
  trail(tx, sql`batch_id = ${batch}`)

const entryColumns = sql.join(ENTRY_COLUMNS.map(column => sql.ref(`entry.${column}`)))

/** Entries that the scope sees, newest first. */
export async function trail(tx: ScopedTx, condition: ReturnType<typeof sql>): Promise<TrailEntry[]> {
  const { rows } = await sql<EntryRow & { person_name: string | null; file_name: string | null }>`
    select ${entryColumns},
      (select body ->> 'name' from fact
        where fact.jurisdiction_id = entry.jurisdiction_id and word = 'person' and subject_id = entry.entered_by
        order by effective_from desc, fact.seq desc limit 1) as person_name,
      (select name from source_file
        where source_file.jurisdiction_id = entry.jurisdiction_id and sha256 = entry.origin ->> 'file'
        order by uploaded_at limit 1) as file_name
    from entry
    where jurisdiction_id = ${tx.scope.jurisdiction} and ${condition}
      and (${ofVisibleProjects(tx)} or ${ofVisibleUnits(tx)})
    order by seq desc`.execute(tx.db)
  return rows.map(row => ({
    ...entryOf(row),
    batch: row.batch_id,
    enteredBy: row.entered_by,
    enteredByName: row.person_name ?? undefined,
    reportedBy: row.reported_by ?? undefined,
    ...(row.corrects === null || row.proposed_by === null
      ? {}
      : { correction: { period: row.corrects, proposedBy: row.proposed_by } }),
    recordedAt: row.recorded_at,
    hash: row.hash,
    fileName: row.file_name ?? undefined,
  }))
}
