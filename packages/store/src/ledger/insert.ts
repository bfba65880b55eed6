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
  if (rows.length >= MANY) {
    await withStaged(tx, table, rows, (staged, columns) =>
      sql`insert into ${name} as known (${columns}) select ${columns} from ${staged} ${onConflict}`.execute(
        tx.db,
      ),
    )
    return
  }
  const columns = sql.join(Object.keys(rows[0] ?? {}).map(column => sql.ref(column)))
  await sql`insert into ${name} as known (${columns})
    select ${columns} from jsonb_populate_recordset(null::${name}, ${JSON.stringify(rows)}::jsonb)
    ${onConflict}`.execute(tx.db)
}
