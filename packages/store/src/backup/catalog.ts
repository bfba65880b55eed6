import type { ClientBase } from 'pg'

export interface StoredTable {
  readonly name: string
  /** Those that are written, not generated, in order. */
  readonly columns: readonly string[]
}

/** The product's tables, each after those that it refers to. */
export async function tablesOf(client: ClientBase): Promise<StoredTable[]> {
  const { rows } = await client.query<StoredTable & { after: string[] }>(`
    select c.relname as name,
      (select array_agg(a.attname::text order by a.attnum) from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
      array(select distinct f.relname::text from pg_constraint k join pg_class f on f.oid = k.confrelid
        where k.conrelid = c.oid and k.contype = 'f' and k.confrelid <> c.oid) as after
    from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
      and c.relname !~ '^kysely_' and c.relname <> 'unfinished_restore'
    order by c.relname`)
  const sorted: StoredTable[] = []
  const waiting = new Map(rows.map(row => [row.name, row]))
  while (waiting.size > 0) {
    const ready = [...waiting.values()].filter(({ after }) => after.every(name => !waiting.has(name)))
    if (ready.length === 0) throw new Error(`tables refer to each other in a ring: ${[...waiting.keys()]}`)
    for (const { name, columns } of ready) {
      sorted.push({ name, columns })
      waiting.delete(name)
    }
  }
  return sorted
}

/** The steps of the structure that the database has taken; none where there is no structure. */
export async function migrationsOf(client: ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ there: boolean }>(
    `select to_regclass('public.kysely_migration') is not null as there`,
  )
  if (!rows[0]?.there) return []
  const taken = await client.query<{ name: string }>('select name from kysely_migration order by name')
  return taken.rows.map(row => row.name)
}

/**
 * Makes the rest of the transaction see all rows. Throws when a table hides some even so: a backup without them
 * would look whole. Gives whether the login role is above row-level security.
 */
export async function seeAllRows(client: ClientBase): Promise<boolean> {
  const { rows } = await client.query<{ bypasses: boolean }>(
    'select rolsuper or rolbypassrls as bypasses from pg_roles where rolname = current_user',
  )
  if (rows[0]?.bypasses) return true
  const hidden = await client.query<{ name: string }>(`
    select c.relname as name from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relrowsecurity
      and not exists (select 1 from pg_policy p where p.polrelid = c.oid and p.polname = 'backup'
        and p.polroles = array(select oid from pg_roles where rolname = 'guatu_backup'))`)
  if (hidden.rows[0]) throw new Error(`row-level security hides rows of ${hidden.rows[0].name} from a backup`)
  // Further policies that take rows away ask whether all is read.
  await client.query(
    `select set_config('guatu.reads_all', 'true', true), set_config('role', 'guatu_backup', true)`,
  )
  return false
}

export const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`
export const columnList = ({ columns }: StoredTable) => columns.map(quoted).join(', ')
