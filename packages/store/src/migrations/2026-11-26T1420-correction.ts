import { sql } from 'kysely'
import type { Change } from './change.ts'

/**
 * Figures of a closed period are refused, whoever writes them by whatever path: unless an unlock is open, or one person
 * corrects them on another's proposal.
 */
export const corrections: Change = sql`
alter table entry add column corrects text, add column proposed_by text;
comment on column entry.corrects is 'the closed period that it corrects';
comment on column entry.proposed_by is 'who proposed the correction; entered_by is who approved it';
alter table entry add constraint entry_correction check (
  (corrects is null and proposed_by is null) or coalesce(
    corrects is not null and btrim(reason) <> '' and proposed_by <> entered_by, false));
create index entry_corrects on entry (jurisdiction_id, seq) where corrects is not null;
comment on index entry_corrects is 'correctionEntries: what was corrected after a bulletin';

create function guatu_refuse_closed() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare found_period text;
begin
  -- What a period is called and when it ends are two columns: figures must not stand in one and count in another.
  select period into found_period from (select distinct period, period_end from written) w
  where guatu_period_end(period) is distinct from period_end limit 1;
  if found then
    raise exception 'period_end of entry is not the end of %', found_period using errcode = 'check_violation';
  end if;

  select period into found_period
  from (select distinct jurisdiction_id, period, corrects from written where corrects is not null) w
    cross join guatu_period_span(period) span
  where not exists (select from closing c where c.jurisdiction_id = w.jurisdiction_id and c.period = w.corrects
    and c.starts <= span.starts and c.ends >= span.ends)
  limit 1;
  if found then
    raise exception 'entry corrects no closed period around %', found_period using errcode = 'check_violation';
  end if;

  select guatu_closed_around(jurisdiction_id, period) into found_period
  from (select distinct jurisdiction_id, period from written where corrects is null) w
  order by 1 nulls last limit 1;
  if found_period is not null then perform guatu_raise_closed(found_period); end if;
  return null;
end $$;
-- After, not before: the foreign key has then waited for whoever closes.
create trigger refuse_closed after insert on entry referencing new table as written
  for each statement execute function guatu_refuse_closed();
`
