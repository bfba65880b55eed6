import { sql } from 'kysely'
import type { Change } from './change.ts'

/** An unlock may be ended before its time, by a fact like itself: what was unlocked, and until when, stays told. */
export const unlockEnd: Change = sql`
alter table fact drop constraint fact_word;
alter table fact add constraint fact_word check (word in ('unit', 'person', 'post', 'project', 'membership',
  'calendar', 'setting', 'scheme', 'list', 'batch', 'mapping', 'reorganisation', 'audit', 'return', 'closing',
  'unlock', 'unlock-end', 'correction'));

create table unlock_end (
  jurisdiction_id text not null references jurisdiction,
  unlock_seq bigint not null,
  seq bigint not null,
  ended_by text not null,
  ended_at timestamptz(3) not null,
  primary key (jurisdiction_id, unlock_seq)
);
comment on column unlock_end.seq is 'of the fact that ended it';
create trigger append_only before update or delete or truncate on unlock_end
  for each statement execute function guatu_refuse_change();
alter table unlock_end enable row level security;
alter table unlock_end force row level security;
create policy backup on unlock_end for select to guatu_backup using (true);
create policy scope on unlock_end using (jurisdiction_id = any ((select guatu_list('guatu.jurisdictions'))::text[]));
grant select on unlock_end to guatu_app;

create or replace function guatu_closed_around(jurisdiction text, period text) returns text language sql volatile
  set search_path = public, pg_temp
  as $$
    select c.period from guatu_period_span($2) span
      join closing c on c.jurisdiction_id = $1 and c.starts <= span.starts and c.ends >= span.ends
    where not exists (select from unlock u where u.jurisdiction_id = $1 and u.period = c.period
      and u.ends_at > clock_timestamp()
      and not exists (select from unlock_end e where e.jurisdiction_id = $1 and e.unlock_seq = u.seq))
    order by c.starts, c.ends limit 1
  $$;

create function guatu_take_unlock_end() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
begin
  -- As at a closing: whoever writes figures under the unlock is waited for.
  perform from jurisdiction where id = new.jurisdiction_id for update;
  insert into unlock_end (jurisdiction_id, unlock_seq, seq, ended_by, ended_at)
  select jurisdiction_id, seq, new.seq, new.entered_by, new.recorded_at from unlock
  where jurisdiction_id = new.jurisdiction_id and seq = (new.body ->> 'unlock')::bigint and period = new.subject_id
    and ends_at > new.recorded_at;
  if not found then
    raise exception 'period % has no such unlock that is open', new.subject_id using errcode = 'check_violation';
  end if;
  return null;
end $$;
create trigger take_unlock_end after insert on fact
  for each row when (new.word = 'unlock-end') execute function guatu_take_unlock_end();
`
