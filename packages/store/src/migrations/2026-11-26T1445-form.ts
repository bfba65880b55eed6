import { sql } from 'kysely'
import type { Change } from './change.ts'

/** 套表: an upper level's own workbook with what goes into which of its cells. Outside the ledger: it judges nothing. */
export const forms: Change = sql`
create table form (
  jurisdiction_id text not null references jurisdiction,
  id text not null,
  name text not null,
  file_name text not null,
  bytes bytea not null,
  mapping jsonb not null,
  added_by text not null,
  added_at timestamptz(3) not null default now(),
  primary key (jurisdiction_id, id)
);
comment on column form.mapping is 'columns of its table and single cells, as chosen on screen';
comment on column form.added_by is 'person';

alter table form enable row level security;
alter table form force row level security;
create policy backup on form for select to guatu_backup using (true);
create policy home on form to guatu_app using (
  jurisdiction_id = (select current_setting('guatu.jurisdiction', true)) and (select guatu_reads_all()));

grant select, insert, update, delete on form to guatu_app;
`
