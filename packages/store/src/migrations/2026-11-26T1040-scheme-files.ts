import { sql } from 'kysely'
import type { Change } from './change.ts'

/** The issued plan as the bureau has it, beside the scheme made from it: for all readers, and for good. */
export const schemeFiles: Change = sql`
create table scheme_file (
  jurisdiction_id text not null references jurisdiction,
  id text not null,
  name text not null,
  media_type text not null,
  bytes bytea not null,
  sha256 text not null,
  added_by text not null,
  added_at timestamptz(3) not null default now(),
  primary key (jurisdiction_id, id)
);
comment on column scheme_file.added_by is 'person';
create trigger append_only before update or delete or truncate on scheme_file
  for each statement execute function guatu_refuse_change();

alter table scheme_file enable row level security;
alter table scheme_file force row level security;
create policy backup on scheme_file for select to guatu_backup using (true);
create policy home on scheme_file for select to guatu_app using (
  jurisdiction_id = (select current_setting('guatu.jurisdiction', true)));
create policy adds on scheme_file for insert to guatu_app with check (
  jurisdiction_id = (select current_setting('guatu.jurisdiction', true)) and (select guatu_reads_all()));

grant select, insert on scheme_file to guatu_app;
`
