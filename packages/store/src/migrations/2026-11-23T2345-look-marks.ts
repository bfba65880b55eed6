import { sql } from 'kysely'
import type { Change } from './change.ts'

/** Outside the ledger, as saved views are: what somebody has looked at judges nothing. */
export const lookMarks: Change = sql`
create table look_mark (
  jurisdiction_id text not null references jurisdiction,
  person_id text not null,
  since_seq bigint not null,
  since_as_of date not null,
  since_at timestamptz(3) not null,
  last_seq bigint not null,
  last_as_of date not null,
  last_at timestamptz(3) not null,
  primary key (jurisdiction_id, person_id)
);
comment on column look_mark.since_seq is 'changes are told to the person since this moment of the ledger, as of since_as_of';
comment on column look_mark.last_seq is 'of the last time that the person opened the war room';

alter table look_mark enable row level security;
alter table look_mark force row level security;
create policy backup on look_mark for select to guatu_backup using (true);
create policy own on look_mark to guatu_app using (
  jurisdiction_id = (select current_setting('guatu.jurisdiction', true))
  and person_id = (select current_setting('guatu.person', true)));

grant select, insert, update on look_mark to guatu_app;
`
