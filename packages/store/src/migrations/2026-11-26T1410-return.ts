import { sql } from 'kysely'
import type { Change } from './change.ts'

/**
 * The moves of returns, closings, unlocks and corrections are facts of the ledger; where each return stands is kept
 * beside it. A unit writes moves and corrections of its own tree, of no other and nothing else that judges.
 */
export const returns: Change = sql`
alter table fact drop constraint fact_word;
alter table fact add constraint fact_word check (word in ('unit', 'person', 'post', 'project', 'membership',
  'calendar', 'setting', 'scheme', 'list', 'batch', 'mapping', 'reorganisation', 'audit', 'return', 'closing',
  'unlock', 'correction'));
-- Row-level security goes by the unit of the body: it must be that of the subject, told at its last blank.
alter table fact add constraint fact_unit check (word not in ('return', 'correction') or coalesce(
  subject_id = (body ->> 'unit') || ' ' || (body ->> (case word when 'return' then 'period' else 'id' end))
  and subject_id ~ ' [^ ]+$'
  and body ->> (case word when 'return' then 'period' else 'id' end) !~ ' ', false));

drop policy writes_own_words on fact;
create policy writes_own_words on fact as restrictive for insert with check (
  (select guatu_reads_all()) or project_id is not null or word in ('batch', 'mapping')
  or (word = 'return' and body ->> 'unit' = any ((select guatu_list('guatu.units'))::text[]))
  or (word = 'correction' and body ->> 'unit' = any ((select guatu_list('guatu.units'))::text[])
    and not exists (select from jsonb_array_elements(body -> 'rows') as row where not case
      when row ? 'project' then (fact.jurisdiction_id, row ->> 'project') in
        (select p.jurisdiction_id, p.id from project p)
      else coalesce(row ->> 'unit' = any ((select guatu_list('guatu.units'))::text[]), false) end)));
create policy unit_reads on fact as restrictive for select using (
  word not in ('return', 'correction') or (select guatu_reads_all())
  or body ->> 'unit' = any ((select guatu_list('guatu.units'))::text[]));

create table return_state (
  jurisdiction_id text not null references jurisdiction,
  unit_id text not null,
  period text not null,
  period_end date not null,
  state text not null,
  at text,
  submitted_at timestamptz(3),
  submitted_on date,
  first_submitted_at timestamptz(3),
  first_submitted_on date,
  accepted_at timestamptz(3),
  body jsonb not null,
  seq bigint not null,
  primary key (jurisdiction_id, unit_id, period),
  constraint return_state_known check (state in ('open', 'submitted', 'returned', 'accepted', 'frozen'))
);
comment on column return_state.at is 'the unit that it waits at';
comment on column return_state.submitted_at is 'last submitted; null before, and once withdrawn';
comment on column return_state.submitted_on is 'the business day of submitted_at, by which it is on time or late';
comment on column return_state.body is 'of the last move';
comment on column return_state.seq is 'of the last move';
create index return_state_period on return_state (jurisdiction_id, period);
comment on index return_state_period is 'returnsOfPeriod: where the returns of one period stand';

alter table return_state enable row level security;
alter table return_state force row level security;
create policy backup on return_state for select to guatu_backup using (true);
create policy scope on return_state using (
  jurisdiction_id = any ((select guatu_list('guatu.jurisdictions'))::text[]) and (
    (select guatu_reads_all()) or unit_id = any ((select guatu_list('guatu.units'))::text[])));
create policy insert_at_home on return_state as restrictive for insert with check (
  jurisdiction_id = (select current_setting('guatu.jurisdiction', true)));
create policy update_at_home on return_state as restrictive for update using (
  jurisdiction_id = (select current_setting('guatu.jurisdiction', true)));
create policy delete_at_home on return_state as restrictive for delete using (
  jurisdiction_id = (select current_setting('guatu.jurisdiction', true)));

grant select, insert, update, delete on return_state to guatu_app;
`
