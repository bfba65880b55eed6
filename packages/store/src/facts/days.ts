import type { Day } from '@guatu/kernel'
import { sql } from 'kysely'
import type { ScopedTx } from '../scope/scope.ts'

/** Days after the first and up to the last from which something else was in force of what is judged or judges. */
export async function daysOfChange(tx: ScopedTx, after: Day, upTo: Day): Promise<Day[]> {
  const { rows } = await sql<{ day: Day }>`
    select distinct effective_from as day from fact
    where jurisdiction_id = ${tx.scope.jurisdiction} and effective_from > ${after} and effective_from <= ${upTo}
      and word in ('project', 'membership', 'unit', 'setting')
    order by effective_from`.execute(tx.db)
  return rows.map(({ day }) => day)
}
