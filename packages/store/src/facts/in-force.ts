import type { Day } from '@guatu/kernel'
import { sql } from 'kysely'
import type { FactWord } from '../ledger/new.ts'
import type { ScopedTx } from '../scope/scope.ts'
import { ofVisibleProjects } from '../scope/visible.ts'

/** The state of a subject that was in force. */
export interface InForce {
  readonly word: FactWord
  readonly subject: string
  readonly effectiveFrom: Day
  readonly seq: number
  readonly body: Readonly<Record<string, unknown>>
}

export interface Moment {
  readonly asOf: Day
  /** As the ledger stood after this seq; absent: now. */
  readonly knownAt?: number
}

/** What was in force of those words on a day, as known at a moment, from the ledger. Removed subjects are left out. */
export async function factsInForce(
  tx: ScopedTx,
  words: readonly FactWord[],
  { asOf, knownAt }: Moment,
): Promise<InForce[]> {
  const { rows } = await sql<InForce & { removed: boolean }>`
    select distinct on (word, subject_id) word, subject_id as subject, effective_from as "effectiveFrom", seq,
      body, removed
    from fact
    where jurisdiction_id = ${tx.scope.jurisdiction} and word = any (${words}::text[])
      and effective_from <= ${asOf} and seq <= ${knownAt ?? Number.MAX_SAFE_INTEGER}
      and (project_id is null or ${ofVisibleProjects(tx)})
    order by word, subject_id, effective_from desc, seq desc`.execute(tx.db)
  return rows.filter(row => !row.removed).map(({ removed: _, ...fact }) => fact)
}
