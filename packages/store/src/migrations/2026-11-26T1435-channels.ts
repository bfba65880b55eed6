import { sql } from 'kysely'
import type { Change } from './change.ts'

/** Telling people: in the product, by mail and by group robots. Outside the ledger: what was told judges nothing. */
export const channels: Change = sql`
create table notice (
  jurisdiction_id text not null references jurisdiction,
  person_id text not null,
  key text not null,
  kind text not null,
  title_zh text not null,
  title_en text not null,
  body_zh text not null,
  body_en text not null,
  link text not null,
  made_at timestamptz(3) not null default now(),
  read_at timestamptz(3),
  primary key (jurisdiction_id, person_id, key)
);
create index notice_newest on notice (jurisdiction_id, person_id, made_at);
comment on index notice_newest is 'notices: the newest of one person';
create index notice_unread on notice (jurisdiction_id, person_id) where read_at is null;
comment on index notice_unread is 'unreadNotices: asked by every page';

create table channel (
  jurisdiction_id text not null references jurisdiction,
  channel text not null check (channel in ('mail', 'wecom', 'dingtalk', 'feishu')),
  body jsonb not null,
  silent_until timestamptz(3),
  changed_by text not null,
  changed_at timestamptz(3) not null default now(),
  primary key (jurisdiction_id, channel)
);
comment on column channel.body is 'settings with their secrets, which no answer and no log may hold';
comment on column channel.silent_until is 'the other side said that too much was sent';

create table delivery (
  jurisdiction_id text not null references jurisdiction,
  dedupe_key text not null,
  channel text not null,
  kind text not null,
  person_id text,
  body jsonb not null,
  state text not null default 'pending' check (state in ('pending', 'sent', 'failed', 'given-up')),
  attempts integer not null default 0,
  next_try_at timestamptz(3) not null,
  last_error text,
  made_at timestamptz(3) not null,
  sent_at timestamptz(3),
  primary key (jurisdiction_id, dedupe_key, channel)
);
comment on column delivery.person_id is 'whose mail it is; null: a message to the group';
comment on column delivery.next_try_at is 'while it is being tried: when the worker counts as dead';
create index delivery_due on delivery (jurisdiction_id, channel, next_try_at) where state in ('pending', 'failed');
comment on index delivery_due is 'claimDelivery: the next that is due';
create index delivery_newest on delivery (jurisdiction_id, made_at);
comment on index delivery_newest is 'deliveries: the log page';

create table delivery_attempt (
  jurisdiction_id text not null references jurisdiction,
  dedupe_key text not null,
  channel text not null,
  attempt integer not null,
  event text not null check (event in ('begun', 'sent', 'failed', 'given-up')),
  at timestamptz(3) not null,
  error text,
  primary key (jurisdiction_id, dedupe_key, channel, attempt, event)
);
create index delivery_attempt_begun on delivery_attempt (jurisdiction_id, channel, at) where event = 'begun';
comment on index delivery_attempt_begun is 'claimDelivery: how much went out within the window of the limit';
create trigger append_only before update or delete or truncate on delivery_attempt
  for each statement execute function guatu_refuse_change();

create table person_reach (
  jurisdiction_id text not null references jurisdiction,
  person_id text not null,
  mail text,
  feed_hash text,
  feed_at timestamptz(3),
  primary key (jurisdiction_id, person_id)
);
comment on column person_reach.feed_hash is 'sha256 of the token in the address of the calendar feed; null: no feed';

do $$
declare table_name text;
begin
  foreach table_name in array array['notice', 'channel', 'delivery', 'delivery_attempt', 'person_reach'] loop
    execute format('alter table %I enable row level security', table_name);
    execute format('alter table %I force row level security', table_name);
    execute format('create policy backup on %I for select to guatu_backup using (true)', table_name);
  end loop;
  foreach table_name in array array['channel', 'delivery', 'delivery_attempt'] loop
    execute format($p$create policy office on %I to guatu_app using (
      jurisdiction_id = (select current_setting('guatu.jurisdiction', true)) and (select guatu_reads_all()))$p$,
      table_name);
  end loop;
  foreach table_name in array array['notice', 'person_reach'] loop
    execute format($p$create policy own on %I to guatu_app using (
      jurisdiction_id = (select current_setting('guatu.jurisdiction', true))
      and person_id = (select current_setting('guatu.person', true)))$p$, table_name);
  end loop;
end $$;
-- Whoever acts may tell others; what they were told is theirs to read.
create policy told on notice for insert to guatu_app with check (
  jurisdiction_id = (select current_setting('guatu.jurisdiction', true)));
create policy reached on person_reach for select to guatu_app using (
  jurisdiction_id = (select current_setting('guatu.jurisdiction', true)) and (select guatu_reads_all()));

grant select, insert on notice to guatu_app;
grant update (read_at) on notice to guatu_app;
grant select, insert, update on channel, delivery, person_reach to guatu_app;
grant select, insert on delivery_attempt to guatu_app;
`
