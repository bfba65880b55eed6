import { sql } from 'kysely'
import type { Change } from './change.ts'

/**
 * Reads every row of every table, and writes none: for a login role that row-level security would otherwise show
 * nothing. A later table needs the grant and, under row-level security, the policy too; a backup refuses without.
 */
export const backupRole: Change = sql`
do $$
declare table_name text;
begin
  begin
    create role guatu_backup nologin;
  exception when duplicate_object or unique_violation then null;
  end;
  grant guatu_backup to current_user;
  for table_name in select relname from pg_class
      where relnamespace = 'public'::regnamespace and relkind = 'r' and relrowsecurity order by relname loop
    execute format('create policy backup on %I for select to guatu_backup using (true)', table_name);
  end loop;
end $$;

grant select on all tables in schema public to guatu_backup;
alter default privileges in schema public grant select on tables to guatu_backup;
`
