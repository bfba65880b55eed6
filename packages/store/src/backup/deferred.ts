import type { ClientBase } from 'pg'
import { quoted } from './catalog.ts'

interface Deferred {
  readonly table: string
  readonly name: string
  /** As PostgreSQL itself spells it. */
  readonly definition: string
  readonly comment: string | null
}

/**
 * Runs `load` without keys and indexes and makes them afterwards: sorted once, they cost a part of what they do row by
 * row. In the caller's transaction, as `withoutGuards`.
 */
export async function withoutIndexes(client: ClientBase, load: () => Promise<void>): Promise<void> {
  const indexes = await indexesOf(client)
  const keys = await constraintsOf(client, ['p', 'u'])
  const references = await constraintsOf(client, ['f'])
  for (const one of [...references, ...keys]) await drop(client, one)
  for (const { name } of indexes) await client.query(`drop index ${quoted(name)}`)
  await load()
  for (const { name, definition, comment } of indexes) {
    await client.query(definition)
    if (comment !== null)
      await client.query(`comment on index ${quoted(name)} is ${client.escapeLiteral(comment)}`)
  }
  for (const one of [...keys, ...references]) await add(client, one)
}

const drop = (client: ClientBase, { table, name }: Deferred) =>
  client.query(`alter table ${quoted(table)} drop constraint ${quoted(name)}`)

const add = (client: ClientBase, { table, name, definition }: Deferred) =>
  client.query(`alter table ${quoted(table)} add constraint ${quoted(name)} ${definition}`)

async function indexesOf(client: ClientBase): Promise<Deferred[]> {
  const { rows } = await client.query<Deferred>(`
    select c.relname as table, x.relname as name, pg_get_indexdef(i.indexrelid) as definition,
      obj_description(i.indexrelid, 'pg_class') as comment
    from pg_index i join pg_class c on c.oid = i.indrelid join pg_class x on x.oid = i.indexrelid
    where c.relnamespace = 'public'::regnamespace and ${OURS}
      and not exists (select 1 from pg_constraint k where k.conindid = i.indexrelid and k.contype in ('p', 'u', 'x'))
    order by x.relname`)
  return rows
}

async function constraintsOf(client: ClientBase, kinds: readonly string[]): Promise<Deferred[]> {
  const { rows } = await client.query<Deferred>(
    `select c.relname as table, k.conname as name, pg_get_constraintdef(k.oid) as definition, null as comment
    from pg_constraint k join pg_class c on c.oid = k.conrelid
    where c.relnamespace = 'public'::regnamespace and ${OURS} and k.contype = any ($1::"char"[])
    order by c.relname, k.conname`,
    [kinds],
  )
  return rows
}

const OURS = `c.relname !~ '^kysely_' and c.relname <> 'unfinished_restore'`
