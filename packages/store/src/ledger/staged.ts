import { CompiledQuery, type RawBuilder, sql } from 'kysely'
import { copyLine } from '../database/copy.ts'
import type { ScopedTx } from '../scope/scope.ts'

/** From this many rows on, copying them into a temporary table is cheaper than one parameter of JSON. */
export const MANY = 500

let made = 0

/**
 * Some columns of the rows in a temporary table; they are of `like`, and gone when `work` ends. `copy` straight
 * into a table with row-level security is refused by PostgreSQL: what `work` inserts from here is checked.
 */
export async function withStaged<T>(
  tx: ScopedTx,
  like: string,
  rows: readonly object[],
  names: readonly string[],
  work: (staged: RawBuilder<unknown>) => Promise<T>,
): Promise<T> {
  const columns = sql.join(names.map(column => sql.ref(column)))
  const name = `staged_${++made}`
  const staged = sql.table(name)
  await sql`create temp table ${staged} on commit drop as select ${columns} from ${sql.table(like)} with no data`.execute(
    tx.db,
  )
  await tx.db.executeQuery(CompiledQuery.raw(`copy ${name} from stdin`, [lines(rows, names)]))
  try {
    return await work(staged)
  } finally {
    await sql`drop table if exists ${staged}`.execute(tx.db).catch(() => undefined)
  }
}

function* lines(rows: readonly object[], columns: readonly string[]): Generator<string> {
  for (const row of rows) yield copyLine(row, columns)
}
