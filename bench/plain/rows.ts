import type pg from 'pg'
import { named } from './list.ts'
import type { Reader } from './server.ts'

export type PlainRows = readonly { readonly project: string; readonly figures: object }[]

/** Rows into the history and no more, in one transaction: what a return would cost that nothing checks or shows. */
export async function insertRows(pool: pg.Pool, { person }: Reader, period: string, rows: PlainRows) {
  const text = `with counted as (update plain.counter set seq = seq + $4 where id = 1 returning seq)
    insert into plain.entry (seq, project, period, figures, entered_by)
    select counted.seq - row.ordinality + 1, row.value ->> 'project', $1, row.value -> 'figures', $3
    from counted, jsonb_array_elements($2::jsonb) with ordinality row`
  await pool.query(named(text, [period, JSON.stringify(rows), person, rows.length]))
  return { rows: rows.length }
}
