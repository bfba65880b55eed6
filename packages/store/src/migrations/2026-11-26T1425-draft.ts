import { sql } from 'kysely'
import type { Change } from './change.ts'

/** What a unit has typed of a return and not sent. Outside the ledger: it judges nothing, and the unit may forget it. */
export const returnDrafts: Change = sql`
create table return_draft (
  jurisdiction_id text not null references jurisdiction,
  unit_id text not null,
  period text not null,
  body jsonb,
  version integer not null,
  saved_by text not null,
  saved_at timestamptz(3) not null default now(),
  primary key (jurisdiction_id, unit_id, period)
);
comment on column return_draft.body is 'null once it was sent or dropped: the row stays, so that no version comes again';
comment on column return_draft.saved_by is 'person';

alter table return_draft enable row level security;
alter table return_draft force row level security;
create policy backup on return_draft for select to guatu_backup using (true);
create policy scope on return_draft to guatu_app using (
  jurisdiction_id = (select current_setting('guatu.jurisdiction', true)) and (
    (select guatu_reads_all()) or unit_id = any ((select guatu_list('guatu.units'))::text[])));

grant select, insert, update on return_draft to guatu_app;
`
