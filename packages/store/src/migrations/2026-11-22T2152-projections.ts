import { sql } from 'kysely'
import type { Change } from './change.ts'

/**
 * What the ledger says now, kept in the transaction that writes it. The columns to search by are generated from the
 * body: they cannot differ from it.
 */
export const projections: Change = sql`
create table unit (
  jurisdiction_id text not null references jurisdiction,
  id text not null,
  body jsonb not null,
  parent_id text generated always as (body ->> 'parent') stored,
  effective_from date not null,
  removed boolean not null,
  seq bigint not null,
  primary key (jurisdiction_id, id)
);
create index unit_parent on unit (jurisdiction_id, parent_id);
comment on index unit_parent is 'withScope: a unit and all below it';

create table post (
  jurisdiction_id text not null references jurisdiction,
  id text not null,
  body jsonb not null,
  person_id text generated always as (body ->> 'person') stored,
  effective_from date not null,
  removed boolean not null,
  seq bigint not null,
  primary key (jurisdiction_id, id)
);
create index post_person on post (jurisdiction_id, person_id);
comment on index post_person is 'posts: the posts of the person who logs in';

create table project (
  jurisdiction_id text not null references jurisdiction,
  id text not null,
  body jsonb not null,
  lead_unit text generated always as (body ->> 'leadUnit') stored,
  owner_unit text generated always as (body ->> 'ownerUnit') stored,
  town_unit text generated always as (body ->> 'townUnit') stored,
  effective_from date not null,
  removed boolean not null,
  seq bigint not null,
  primary key (jurisdiction_id, id)
);

create table membership (
  jurisdiction_id text not null references jurisdiction,
  id text not null,
  body jsonb not null,
  project_id text not null generated always as (body ->> 'project') stored,
  effective_from date not null,
  removed boolean not null,
  seq bigint not null,
  primary key (jurisdiction_id, id)
);
create index membership_project on membership (jurisdiction_id, project_id);
comment on index membership_project is 'readFacts: the lists that some projects are on';

create table current (
  jurisdiction_id text not null references jurisdiction,
  project_id text not null,
  period text not null,
  period_end date not null,
  figures jsonb not null,
  sources jsonb not null,
  primary key (jurisdiction_id, project_id, period)
);
comment on column current.sources is 'field to seq of the entry that set it';

create table reported_current (
  jurisdiction_id text not null references jurisdiction,
  indicator text not null,
  unit_id text not null,
  period text not null,
  period_end date not null,
  figures jsonb not null,
  sources jsonb not null,
  primary key (jurisdiction_id, indicator, unit_id, period)
);

grant select, insert, update, delete on unit, post, project, membership, current, reported_current to guatu_app;
`
