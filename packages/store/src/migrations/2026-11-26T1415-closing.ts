import { sql } from 'kysely'
import type { Change } from './change.ts'

/**
 * Which periods are closed, and when one of them is open again for a while. Rows come from the facts of the ledger by
 * trigger and in no other way: nobody closes or opens a period without a trace.
 */
export const closings: Change = sql`
-- As periodSpan of the kernel; nulls for a text that is no period, and for the year 0, of which there are no dates.
create function guatu_period_span(period text, out starts date, out ends date) language plpgsql immutable as $$
declare
  year integer := nullif(substring(period from '^[0-9]{4}'), '0000');
  month integer := case when period ~ '^[0-9]{4}-(0[1-9]|1[0-2])(-|$)' then substring(period from 6 for 2) end;
  part integer := substring(period from '[0-9]$');
  months integer;
  first_monday date;
begin
  if year is null then return; end if;
  if period ~ '^[0-9]{4}$' then
    starts := make_date(year, 1, 1);
    months := 12;
  elsif period ~ '^[0-9]{4}-H[12]$' then
    starts := make_date(year, part * 6 - 5, 1);
    months := 6;
  elsif period ~ '^[0-9]{4}-Q[1-4]$' then
    starts := make_date(year, part * 3 - 2, 1);
    months := 3;
  elsif period ~ '^[0-9]{4}-[0-9]{2}$' and month is not null then
    starts := make_date(year, month, 1);
    months := 1;
  elsif period ~ '^[0-9]{4}-W[0-9]{2}$' then
    first_monday := date_trunc('week', make_date(year, 1, 4)::timestamp);
    starts := first_monday + (substring(period from 7)::integer - 1) * 7;
    if extract(isoyear from starts) <> year then starts := null; end if;
    ends := starts + 6;
  elsif month is not null then
    ends := make_date(year, month, 1) + interval '1 month' - interval '1 day';
    if period ~ '-F[12]$' and length(period) = 10 then
      starts := make_date(year, month, part * 15 - 14);
      if part < 2 then ends := starts + 14; end if;
    elsif period ~ '-T[1-3]$' and length(period) = 10 then
      starts := make_date(year, month, part * 10 - 9);
      if part < 3 then ends := starts + 9; end if;
    elsif period ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' and
        substring(period from 9)::integer between 1 and extract(day from ends) then
      starts := make_date(year, month, substring(period from 9)::integer);
      ends := starts;
    else
      ends := null;
    end if;
  end if;
  if months is not null then ends := starts + make_interval(months => months) - interval '1 day'; end if;
end $$;

create function guatu_period_start(period text) returns date language sql immutable
  as $$ select starts from guatu_period_span(period) $$;
create function guatu_period_end(period text) returns date language sql immutable
  as $$ select ends from guatu_period_span(period) $$;

create table closing (
  jurisdiction_id text not null references jurisdiction,
  period text not null,
  starts date not null,
  ends date not null,
  result_id text not null,
  seq bigint not null,
  closed_by text not null,
  closed_at timestamptz(3) not null,
  primary key (jurisdiction_id, period),
  foreign key (jurisdiction_id, result_id) references stored_result
);
comment on column closing.ends is 'last day, inside';
comment on column closing.result_id is 'the stored result: what was judged when it closed';
comment on column closing.seq is 'of the fact that closed it';

create table unlock (
  jurisdiction_id text not null references jurisdiction,
  seq bigint not null,
  period text not null,
  reason text not null,
  unlocked_by text not null,
  unlocked_at timestamptz(3) not null,
  ends_at timestamptz(3) not null,
  primary key (jurisdiction_id, seq),
  foreign key (jurisdiction_id, period) references closing,
  constraint unlock_reason check (btrim(reason) <> ''),
  constraint unlock_ends check (ends_at > unlocked_at)
);
comment on column unlock.seq is 'of the fact that unlocked it';
create index unlock_period on unlock (jurisdiction_id, period, ends_at);
comment on index unlock_period is 'unlocksOf: whether a closed period is open now';

create trigger append_only before update or delete or truncate on closing
  for each statement execute function guatu_refuse_change();
create trigger append_only before update or delete or truncate on unlock
  for each statement execute function guatu_refuse_change();

do $$
declare table_name text;
begin
  foreach table_name in array array['closing', 'unlock'] loop
    execute format('alter table %I enable row level security', table_name);
    execute format('alter table %I force row level security', table_name);
    execute format('create policy backup on %I for select to guatu_backup using (true)', table_name);
    -- Everybody in the jurisdiction: whether a period is closed must be hidden from nobody whom it stops.
    execute format('create policy scope on %I using (jurisdiction_id = any ((select guatu_list(''guatu.jurisdictions''))::text[]))', table_name);
  end loop;
end $$;
grant select on closing, unlock to guatu_app;

-- The closed period around that one which nothing opens now; null where it may be written.
create function guatu_closed_around(jurisdiction text, period text) returns text language sql volatile
  set search_path = public, pg_temp
  as $$
    select c.period from guatu_period_span($2) span
      join closing c on c.jurisdiction_id = $1 and c.starts <= span.starts and c.ends >= span.ends
    where not exists (select from unlock u where u.jurisdiction_id = $1 and u.period = c.period
      and u.ends_at > clock_timestamp())
    order by c.starts, c.ends limit 1
  $$;

create function guatu_raise_closed(period text) returns void language plpgsql as $$
begin
  raise exception 'period % is closed', period using errcode = 'GU001', detail = period;
end $$;

create function guatu_take_closing() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
begin
  if new.word = 'unlock' then
    insert into unlock (jurisdiction_id, seq, period, reason, unlocked_by, unlocked_at, ends_at)
    values (new.jurisdiction_id, new.seq, new.subject_id, new.body ->> 'reason', new.entered_by, new.recorded_at,
      (new.body ->> 'until')::timestamptz);
    return null;
  end if;
  -- Whoever writes figures holds a share of this lock by the foreign key: none of them is overtaken.
  perform from jurisdiction where id = new.jurisdiction_id for update;
  insert into closing (jurisdiction_id, period, starts, ends, result_id, seq, closed_by, closed_at)
  select new.jurisdiction_id, new.subject_id, starts, ends, new.body ->> 'result', new.seq, new.entered_by,
    new.recorded_at
  from guatu_period_span(new.subject_id)
  on conflict (jurisdiction_id, period) do nothing;
  if not found then perform guatu_raise_closed(new.subject_id); end if;
  return null;
end $$;
create trigger take_closing after insert on fact
  for each row when (new.word in ('closing', 'unlock')) execute function guatu_take_closing();

create function guatu_refuse_move() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare closed text := guatu_closed_around(new.jurisdiction_id, new.body ->> 'period');
begin
  if closed is not null then perform guatu_raise_closed(closed); end if;
  return null;
end $$;
create trigger refuse_closed after insert on fact
  for each row when (new.word = 'return' and new.body ->> 'state' is distinct from 'frozen') execute function guatu_refuse_move();
`
