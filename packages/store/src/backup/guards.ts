import type { ClientBase } from 'pg'
import { quoted } from './catalog.ts'

interface Guard {
  readonly table: string
  readonly name: string
}

/**
 * Runs `load` without the triggers that refuse or follow changes, and without row-level security for the tables'
 * owner; both are as before when it ends. In the caller's transaction: nobody else ever sees them off, and a
 * transaction that ends otherwise leaves them on.
 */
export async function withoutGuards(client: ClientBase, load: () => Promise<void>): Promise<void> {
  const triggers = await client.query<Guard>(`
    select c.relname as table, t.tgname as name from pg_trigger t join pg_class c on c.oid = t.tgrelid
    where c.relnamespace = 'public'::regnamespace and not t.tgisinternal and t.tgenabled = 'O'`)
  const forced = await client.query<{ table: string }>(`
    select relname as table from pg_class
    where relnamespace = 'public'::regnamespace and relkind = 'r' and relforcerowsecurity`)
  const set = async (trigger: 'disable' | 'enable', force: 'no force' | 'force') => {
    for (const { table, name } of triggers.rows)
      await client.query(`alter table ${quoted(table)} ${trigger} trigger ${quoted(name)}`)
    for (const { table } of forced.rows)
      await client.query(`alter table ${quoted(table)} ${force} row level security`)
  }
  await set('disable', 'no force')
  await load()
  // What waits for the end of the transaction stands in the way of altering the tables.
  await client.query('set constraints all immediate')
  await set('enable', 'force')
}
