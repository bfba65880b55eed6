import { sql } from 'kysely'
import type { Change } from './change.ts'

/**
 * Every request leaves the login role for one of these: `guatu_app` sees rows through row-level security,
 * `guatu_auth` sees accounts and sessions only. Roles belong to the whole server, so another database may have made
 * them already.
 */
export const roles: Change = sql`
do $$
declare role_name text;
begin
  foreach role_name in array array['guatu_app', 'guatu_auth'] loop
    begin
      execute format('create role %I nologin', role_name);
    exception when duplicate_object or unique_violation then null;
    end;
    execute format('grant %I to current_user', role_name);
  end loop;
end $$;

-- A setting of this transaction that holds a list; empty when not set.
create function guatu_list(name text) returns text[] language sql stable
  as $$ select coalesce(nullif(current_setting(name, true), ''), '{}')::text[] $$;

create function guatu_reads_all() returns boolean language sql stable
  as $$ select coalesce(current_setting('guatu.reads_all', true), '') = 'true' $$;

create function guatu_refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end $$;
`
