import { sql } from 'kysely'
import type { Change } from './change.ts'

/** Filters and columns under a name. Outside the ledger: a view judges nothing, and its owner may forget it. */
export const savedViews: Change = sql`
create table saved_view (
  jurisdiction_id text not null references jurisdiction,
  id text not null,
  owner text not null,
  name text not null,
  query jsonb not null,
  shared boolean not null,
  saved_at timestamptz(3) not null default now(),
  primary key (jurisdiction_id, id)
);
comment on column saved_view.owner is 'person';
comment on column saved_view.query is 'the address of the page: what is filtered, sorted and shown, never a moment';
comment on column saved_view.shared is 'seen by the whole jurisdiction; what it finds is still the reader''s own scope';
create index saved_view_owner on saved_view (jurisdiction_id, owner);
comment on index saved_view_owner is 'savedViews: own ones and those that are shared';

alter table saved_view enable row level security;
alter table saved_view force row level security;
create policy backup on saved_view for select to guatu_backup using (true);
create policy scope on saved_view for select to guatu_app using (
  jurisdiction_id = (select current_setting('guatu.jurisdiction', true))
  and (shared or owner = (select current_setting('guatu.person', true))));
create policy own on saved_view to guatu_app using (
  jurisdiction_id = (select current_setting('guatu.jurisdiction', true))
  and owner = (select current_setting('guatu.person', true)));

grant select, insert, update, delete on saved_view to guatu_app;
`
