import type { Day, Period } from '@guatu/kernel'
import { sql } from 'kysely'
import type { Time } from '../database/tables.ts'
import type { ScopedTx } from '../scope/scope.ts'
import type { ReturnMove } from './fact.ts'

/** A move as the ledger has it. */
export interface WrittenMove {
  readonly seq: number
  readonly batch: string
  readonly body: ReturnMove
  /** Business day. */
  readonly day: Day
  readonly recordedAt: Time
  readonly enteredBy: string
  /** Name of the person; null when the ledger holds none. */
  readonly enteredByName: string | null
}

/** The trail of one return, oldest first. */
export async function movesOf(tx: ScopedTx, unit: string, period: Period): Promise<WrittenMove[]> {
  const { rows } = await sql<WrittenMove>`
    select seq, batch_id as batch, body, effective_from as day, recorded_at as "recordedAt",
      entered_by as "enteredBy",
      (select person.body ->> 'name' from fact person
        where person.jurisdiction_id = fact.jurisdiction_id and person.word = 'person'
          and person.subject_id = fact.entered_by
        order by person.effective_from desc, person.seq desc limit 1) as "enteredByName"
    from fact
    where jurisdiction_id = ${tx.scope.jurisdiction} and word = 'return' and subject_id = ${`${unit} ${period}`}
      and ${tx.scope.reads === 'all' ? sql`true` : sql`body ->> 'unit' = any (${tx.units}::text[])`}
    order by seq`.execute(tx.db)
  return rows
}
