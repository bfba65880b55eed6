import { sql } from 'kysely'
import type { Change } from './change.ts'

/**
 * A closing freezes all that was asked together: where January and February are one return, closing it shuts both, though it
 * bears the name of February alone. Closings that were written before keep the days they have.
 */
export const closingFrom: Change = sql`
create or replace function guatu_take_closing() returns trigger language plpgsql security definer
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
  select new.jurisdiction_id, new.subject_id, case when starts is not null then least(starts, (new.body ->> 'from')::date) end,
    ends, new.body ->> 'result', new.seq, new.entered_by, new.recorded_at
  from guatu_period_span(new.subject_id)
  on conflict (jurisdiction_id, period) do nothing;
  if not found then perform guatu_raise_closed(new.subject_id); end if;
  return null;
end $$;
comment on column closing.starts is 'first day, inside: that of the first period that was asked together with it';
`
