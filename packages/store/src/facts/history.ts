import type { Day } from '@guatu/kernel'
import { sql } from 'kysely'
import type { Time } from '../database/tables.ts'
import type { FactWord } from '../ledger/new.ts'
import type { ScopedTx } from '../scope/scope.ts'
import { ofVisibleProjects } from '../scope/visible.ts'

/** One state of a subject as it was written. */
export interface WrittenFact {
  readonly subject: string
  readonly seq: number
  readonly effectiveFrom: Day
  readonly body: Readonly<Record<string, unknown>>
  readonly removed: boolean
  readonly enteredBy: string
  readonly recordedAt: Time
}

/** Everything written of a word, or of one subject of it, in the order of writing. */
export async function factHistory(tx: ScopedTx, word: FactWord, subject?: string): Promise<WrittenFact[]> {
  const { rows } = await sql<WrittenFact>`
    select subject_id as subject, seq, effective_from as "effectiveFrom", body, removed,
      entered_by as "enteredBy", recorded_at as "recordedAt"
    from fact
    where jurisdiction_id = ${tx.scope.jurisdiction} and word = ${word}
      and (${subject ?? null}::text is null or subject_id = ${subject ?? null})
      and (project_id is null or ${ofVisibleProjects(tx)})
    order by seq`.execute(tx.db)
  return rows
}

/** The latest day from which something holds that was written of a subject; undefined when nothing was. */
export type LatestDays = (word: FactWord, subject: string) => Day | undefined

/** `after`: only days beyond it are asked for. */
export async function latestDays(tx: ScopedTx, after: Day = '0001-01-01'): Promise<LatestDays> {
  const of = (word: 'unit' | 'post' | 'project' | 'membership') => sql`
    select ${word}::text as word, id, effective_from as day from ${sql.table(word)}
    where jurisdiction_id = ${tx.scope.jurisdiction} and effective_from > ${after}`
  const { rows } = await sql<{ word: string; id: string; day: Day }>`${of('unit')}
    union all ${of('post')} union all ${of('project')} union all ${of('membership')}`.execute(tx.db)
  const days = new Map(rows.map(({ word, id, day }) => [`${word} ${id}`, day]))
  return (word, subject) => days.get(`${word} ${subject}`)
}
