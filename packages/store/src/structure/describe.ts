import { type Kysely, sql } from 'kysely'

/** What the migrations made, from the catalog, as text to read and compare; not meant to be run. */
export async function describeStructure<Tables>(db: Kysely<Tables>): Promise<string> {
  const { rows } = await sql<{ part: string }>`
    select format(E'%s\n%s%s', heading, string_agg('  ' || line, E'\n' order by rank, line), E'\n') as part
    from (${sql.join(PARTS, sql` union all `)}) parts
    where heading !~ 'kysely_'
    group by heading order by heading`.execute(db)
  return `-- Made by the structure test from the migrations. Update with: npx vitest run --project db structure -u\n\n${rows
    .map(row => row.part)
    .join('\n')}`
}

const ofTable = sql`format('table %s', c.relname)`
const ours = sql`c.relnamespace = 'public'::regnamespace`

const columns = sql`
  select ${ofTable} as heading, 1 as rank, lpad(a.attnum::text, 2, '0') || ' ' || concat_ws(' ', a.attname,
    format_type(a.atttypid, a.atttypmod), case when a.attnotnull then 'not null' end,
    case when a.attidentity <> '' then 'identity'
      when a.attgenerated <> '' then 'generated ' || pg_get_expr(d.adbin, d.adrelid)
      when d.adbin is not null then 'default ' || pg_get_expr(d.adbin, d.adrelid) end,
    '-- ' || col_description(c.oid, a.attnum)) as line
  from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
  where c.relkind = 'r' and ${ours}`

const constraints = sql`
  select ${ofTable}, 2, format('constraint %s %s', k.conname, pg_get_constraintdef(k.oid))
  from pg_constraint k join pg_class c on c.oid = k.conrelid where k.contype <> 'n' and ${ours}`

const indexes = sql`
  select ${ofTable}, 3, concat_ws(' -- ', pg_get_indexdef(i.indexrelid), obj_description(i.indexrelid, 'pg_class'))
  from pg_index i join pg_class c on c.oid = i.indrelid where not i.indisprimary and ${ours}`

const triggers = sql`
  select ${ofTable}, 4, pg_get_triggerdef(t.oid)
  from pg_trigger t join pg_class c on c.oid = t.tgrelid where not t.tgisinternal and ${ours}`

const rowSecurity = sql`
  select ${ofTable}, 5, 'row level security forced'
  from pg_class c where c.relrowsecurity and c.relforcerowsecurity and ${ours}`

const policies = sql`
  select format('table %s', tablename), 6, concat_ws(' ', 'policy', policyname, lower(permissive), lower(cmd),
    'using ' || regexp_replace(qual, '[[:space:]]+', ' ', 'g'), 'check ' || regexp_replace(with_check, '[[:space:]]+', ' ', 'g'))
  from pg_policies where schemaname = 'public'`

const grants = sql`
  select format('table %s', table_name), 7, format('grant %s to %s',
    string_agg(lower(privilege_type), ', ' order by privilege_type), grantee)
  from information_schema.role_table_grants where grantee like 'guatu_%' group by table_name, grantee`

const columnGrants = sql`
  select format('table %s', c.relname), 8, format('grant on column %s: %s', a.attname, regexp_replace(array_to_string(a.attacl, ', '), '/[^,]+', '', 'g'))
  from pg_attribute a join pg_class c on c.oid = a.attrelid where a.attacl is not null and ${ours}`

const functions = sql`
  select format('function %s', oid::regprocedure), 1,
    regexp_replace(pg_get_functiondef(oid), '[[:space:]]+', ' ', 'g')
  from pg_proc where pronamespace = 'public'::regnamespace`

const PARTS = [
  columns,
  constraints,
  indexes,
  triggers,
  rowSecurity,
  policies,
  grants,
  columnGrants,
  functions,
]
