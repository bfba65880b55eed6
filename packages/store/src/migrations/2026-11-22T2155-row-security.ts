import { sql } from 'kysely'
import type { Change } from './change.ts'

/**
 * The second wall, behind the filters of the queries: what a request may see and write, by the settings of its
 * transaction. Each setting is read once per statement (the sub-select), not once per row. Nothing set, nothing seen.
 */
export const rowSecurity: Change = sql`
create policy scope on project using (
  jurisdiction_id = any ((select guatu_list('guatu.jurisdictions'))::text[]) and (
    (select guatu_reads_all())
    or lead_unit = any ((select guatu_list('guatu.units'))::text[])
    or owner_unit = any ((select guatu_list('guatu.units'))::text[])
    or town_unit = any ((select guatu_list('guatu.units'))::text[])
    or id = any ((select guatu_list('guatu.projects'))::text[])));

-- The sub-select on project is itself under the policy above.
create policy scope on membership using (
  jurisdiction_id = any ((select guatu_list('guatu.jurisdictions'))::text[]) and (
    (select guatu_reads_all())
    or (jurisdiction_id, project_id) in (select p.jurisdiction_id, p.id from project p)));

create policy scope on current using (
  jurisdiction_id = any ((select guatu_list('guatu.jurisdictions'))::text[]) and (
    (select guatu_reads_all())
    or (jurisdiction_id, project_id) in (select p.jurisdiction_id, p.id from project p)));

create policy scope on reported_current using (
  jurisdiction_id = any ((select guatu_list('guatu.jurisdictions'))::text[]) and (
    (select guatu_reads_all()) or unit_id = any ((select guatu_list('guatu.units'))::text[])));

create policy scope on entry using (
  jurisdiction_id = any ((select guatu_list('guatu.jurisdictions'))::text[]) and (
    (select guatu_reads_all())
    or unit_id = any ((select guatu_list('guatu.units'))::text[])
    or (jurisdiction_id, project_id) in (select p.jurisdiction_id, p.id from project p)));

create policy scope on fact using (
  jurisdiction_id = any ((select guatu_list('guatu.jurisdictions'))::text[]) and (
    (select guatu_reads_all())
    or project_id is null
    or (jurisdiction_id, project_id) in (select p.jurisdiction_id, p.id from project p)));

-- Units, posts, settings … judge everyone: who sees a part may not write them.
create policy writes_own_words on fact as restrictive for insert with check (
  (select guatu_reads_all()) or project_id is not null or word in ('batch', 'mapping'));

create policy scope on source_file using (
  jurisdiction_id = any ((select guatu_list('guatu.jurisdictions'))::text[]) and (
    (select guatu_reads_all()) or uploaded_by = (select current_setting('guatu.person', true))));

create policy scope on import_draft using (
  jurisdiction_id = any ((select guatu_list('guatu.jurisdictions'))::text[])
  and person_id = (select current_setting('guatu.person', true)));

do $$
declare table_name text; home text := $h$jurisdiction_id = (select current_setting('guatu.jurisdiction', true))$h$;
begin
  foreach table_name in array array['project', 'membership', 'current', 'reported_current', 'entry', 'fact',
      'source_file', 'import_draft'] loop
    execute format('alter table %I enable row level security', table_name);
    execute format('alter table %I force row level security', table_name);
    execute format('create policy insert_at_home on %I as restrictive for insert with check (%s)', table_name, home);
    execute format('create policy update_at_home on %I as restrictive for update using (%s)', table_name, home);
    execute format('create policy delete_at_home on %I as restrictive for delete using (%s)', table_name, home);
  end loop;
end $$;
`
