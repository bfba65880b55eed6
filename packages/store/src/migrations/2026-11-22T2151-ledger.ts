import { sql } from 'kysely'
import type { Change } from './change.ts'

export const ledger: Change = sql`
create table jurisdiction (
  id text primary key,
  name text not null,
  parent_id text references jurisdiction,
  business_date date,
  next_seq bigint not null default 1,
  head_hash text not null default repeat('0', 64),
  head_at timestamptz(3) not null default 'epoch'
);
comment on column jurisdiction.business_date is 'what "today" is, where it does not follow the clock (demo)';
comment on column jurisdiction.next_seq is 'taken by every write, under a row lock held until commit';
comment on column jurisdiction.head_at is 'recorded_at of the last write: never goes back, so that a time maps to one seq';

create table entry (
  jurisdiction_id text not null references jurisdiction,
  seq bigint not null,
  subject_kind text not null,
  project_id text,
  indicator text,
  unit_id text,
  period text not null,
  period_end date not null,
  named text[] not null,
  invest_ytd bigint,
  invest_total bigint,
  paid_ytd bigint,
  stat_ytd bigint,
  stage text,
  started_on date,
  completed_on date,
  progress text,
  problem text,
  extra jsonb not null,
  reason text,
  origin jsonb not null,
  batch_id text not null,
  entered_by text not null,
  reported_by text,
  recorded_at timestamptz(3) not null,
  prev_hash text not null,
  hash text not null,
  primary key (jurisdiction_id, seq),
  constraint entry_subject check (
    (subject_kind = 'project' and project_id is not null and indicator is null and unit_id is null) or
    (subject_kind = 'reported' and project_id is null and indicator is not null and unit_id is not null))
);
comment on column entry.named is 'fields this entry speaks of; one that is named and null is taken back';
comment on column entry.invest_ytd is 'money in minor units, as every bigint figure';
comment on column entry.extra is 'fields that a scheme declares beyond the common ones';
comment on column entry.reported_by is 'the unit that answers for the figures; entered_by is the person who typed them';

create index entry_project on entry (jurisdiction_id, project_id, period_end, seq) where project_id is not null;
comment on index entry_project is 'entriesOf: the trail of one project';
create index entry_batch on entry (jurisdiction_id, batch_id, seq);
comment on index entry_batch is 'batchContents: what an import wrote';
create index entry_recorded on entry (jurisdiction_id, recorded_at, seq);
comment on index entry_recorded is 'seqAt: the ledger as known at a time';

create table fact (
  jurisdiction_id text not null references jurisdiction,
  seq bigint not null,
  word text not null,
  subject_id text not null,
  project_id text,
  effective_from date not null,
  body jsonb not null,
  removed boolean not null,
  batch_id text not null,
  entered_by text not null,
  recorded_at timestamptz(3) not null,
  prev_hash text not null,
  hash text not null,
  primary key (jurisdiction_id, seq),
  constraint fact_word check (word in ('unit', 'person', 'post', 'project', 'membership', 'calendar', 'setting',
    'scheme', 'list', 'batch', 'mapping')),
  constraint fact_project check ((word in ('project', 'membership')) = (project_id is not null))
);
comment on table fact is 'all that judges besides figures: the whole state of one subject from a day on';

create index fact_subject on fact (jurisdiction_id, word, subject_id, effective_from desc, seq desc);
comment on index fact_subject is 'factsInForce: the state in force on a day, as known at a seq';
create index fact_batch on fact (jurisdiction_id, batch_id, seq);
comment on index fact_batch is 'batchContents: what an import wrote';
create index fact_recorded on fact (jurisdiction_id, recorded_at, seq);
comment on index fact_recorded is 'seqAt: the ledger as known at a time';

create trigger append_only before update or delete or truncate on entry
  for each statement execute function guatu_refuse_change();
create trigger append_only before update or delete or truncate on fact
  for each statement execute function guatu_refuse_change();

create table idempotency (
  jurisdiction_id text not null references jurisdiction,
  key text not null,
  content_hash text not null,
  first_seq bigint not null,
  last_seq bigint not null,
  batch_id text not null,
  primary key (jurisdiction_id, key)
);
comment on table idempotency is 'answers already given, so that a request sent twice writes once';

create table outbox (
  jurisdiction_id text not null references jurisdiction,
  id bigint generated always as identity,
  topic text not null,
  payload jsonb not null,
  seq bigint not null,
  done_at timestamptz(3),
  primary key (jurisdiction_id, id)
);
create index outbox_open on outbox (jurisdiction_id, id) where done_at is null;
comment on index outbox_open is 'takeOutbox: events still to go out';

grant select on jurisdiction, entry, fact, idempotency, outbox to guatu_app;
grant insert on entry, fact, idempotency, outbox to guatu_app;
grant update (business_date, next_seq, head_hash, head_at) on jurisdiction to guatu_app;
grant update (done_at) on outbox to guatu_app;
`
