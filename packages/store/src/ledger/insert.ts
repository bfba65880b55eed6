import { type RawBuilder, sql } from 'kysely'
import type { Tables } from '../database/tables.ts'
import type { ScopedTx } from '../scope/scope.ts'
import { MANY, withStaged } from './staged.ts'

/**
 * Inserts rows of equal columns: a few in one parameter, since PostgreSQL takes 65,535 at most; many by copying. The
 * table is named `known` in `onConflict`.
 */
export async function insertRows(
  tx: ScopedTx,
  table: keyof Tables,
  rows: readonly object[],
  onConflict: RawBuilder<unknown> = sql``,
): Promise<void> {
  if (rows.length === 0) return
  const name = sql.table(table)
  const names = Object.keys(rows[0] ?? {})
  const columns = sql.join(names.map(column => sql.ref(column)))
  if (rows.length >= MANY) {
    const copied = names.filter(column => !isAlike(rows, column))
    const values = names.map(column => (copied.includes(column) ? sql.ref(column) : sameOf(rows[0], column)))
    await withStaged(tx, table, rows, copied, staged =>
      sql`insert into ${name} as known (${columns}) select ${sql.join(values)} from ${staged} ${onConflict}`.execute(
        tx.db,
      ),
    )
    return
  }
  await sql`insert into ${name} as known (${columns})
    select ${columns} from jsonb_populate_recordset(null::${name}, ${JSON.stringify(rows)}::jsonb)
    ${onConflict}`.execute(tx.db)
}

const memberOf = (row: object | undefined, column: string) =>
  (row as Readonly<Record<string, unknown>>)[column] ?? null

const sameOf = (row: object | undefined, column: string) => sql`${memberOf(row, column)}`

/** One value in all rows, as person, time and batch are: it need not be copied with each. */
function isAlike(rows: readonly object[], column: string): boolean {
  const first = memberOf(rows[0], column)
  if (first !== null && typeof first === 'object') return false
  return rows.every(row => memberOf(row, column) === first)
}
