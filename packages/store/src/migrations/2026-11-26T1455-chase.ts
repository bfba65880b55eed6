import { sql } from 'kysely'
import type { Change } from './change.ts'

/** What the chase has told: outside the ledger, as it judges nothing. */
export const chase: Change = sql`
create table chase_told (
  jurisdiction_id text not null references jurisdiction,
  key text not null,
  unit_id text not null,
  period text not null,
  kind text not null,
  level text not null,
  to_unit text not null,
  day date not null,
  days_late integer not null,
  persons text[] not null,
  told_at timestamptz(3) not null default now(),
  primary key (jurisdiction_id, key)
);
comment on column chase_told.unit_id is 'whose return it is about; to_unit: who was told';
comment on column chase_told.day is 'business day';
create index chase_told_period on chase_told (jurisdiction_id, period);
comment on index chase_told_period is 'chaseTold: what has gone out about a period';
create trigger append_only before update or delete or truncate on chase_told
  for each statement execute function guatu_refuse_change();
alter table chase_told enable row level security;
alter table chase_told force row level security;
create policy home on chase_told for select using (
  jurisdiction_id = (select current_setting('guatu.jurisdiction', true))
  and ((select guatu_reads_all()) or unit_id = any ((select guatu_list('guatu.units'))::text[])));
create policy tells on chase_told for insert with check (
  jurisdiction_id = (select current_setting('guatu.jurisdiction', true)) and (select guatu_reads_all()));
grant select, insert on chase_told to guatu_app;
`
