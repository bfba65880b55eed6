-- Made by the structure test from the migrations. Update with: npx vitest run --project db structure -u

function guatu_closed_around(text,text)
  CREATE OR REPLACE FUNCTION public.guatu_closed_around(jurisdiction text, period text) RETURNS text LANGUAGE sql SET search_path TO 'public', 'pg_temp' AS $function$ select c.period from guatu_period_span($2) span join closing c on c.jurisdiction_id = $1 and c.starts <= span.starts and c.ends >= span.ends where not exists (select from unlock u where u.jurisdiction_id = $1 and u.period = c.period and u.ends_at > clock_timestamp() and not exists (select from unlock_end e where e.jurisdiction_id = $1 and e.unlock_seq = u.seq)) order by c.starts, c.ends limit 1 $function$ 

function guatu_count_on()
  CREATE OR REPLACE FUNCTION public.guatu_count_on() RETURNS trigger LANGUAGE plpgsql AS $function$ begin if tg_op = 'INSERT' and new.last <> 1 or tg_op = 'UPDATE' and (new.last <> old.last + 1 or (new.jurisdiction_id, new.series, new.code, new.year) is distinct from (old.jurisdiction_id, old.series, old.code, old.year)) then raise exception 'a series counts on by one' using errcode = 'check_violation'; end if; return new; end $function$ 

function guatu_list(text)
  CREATE OR REPLACE FUNCTION public.guatu_list(name text) RETURNS text[] LANGUAGE sql STABLE AS $function$ select coalesce(nullif(current_setting(name, true), ''), '{}')::text[] $function$ 

function guatu_number_counted()
  CREATE OR REPLACE FUNCTION public.guatu_number_counted() RETURNS trigger LANGUAGE plpgsql AS $function$ begin if new.number is not null and not exists (select 1 from document_number where jurisdiction_id = new.jurisdiction_id and series = new.series and code = new.code and year = new.year and last = new.number) then raise exception 'number % of series % was not counted', new.number, new.series using errcode = 'check_violation'; end if; return new; end $function$ 

function guatu_number_used()
  CREATE OR REPLACE FUNCTION public.guatu_number_used() RETURNS trigger LANGUAGE plpgsql AS $function$ begin if not exists (select 1 from issued_document where jurisdiction_id = new.jurisdiction_id and series = new.series and code = new.code and year = new.year and number = new.last) then raise exception 'number % of series % is of no document', new.last, new.series using errcode = 'check_violation'; end if; return null; end $function$ 

function guatu_period_end(text)
  CREATE OR REPLACE FUNCTION public.guatu_period_end(period text) RETURNS date LANGUAGE sql IMMUTABLE AS $function$ select ends from guatu_period_span(period) $function$ 

function guatu_period_span(text)
  CREATE OR REPLACE FUNCTION public.guatu_period_span(period text, OUT starts date, OUT ends date) RETURNS record LANGUAGE plpgsql IMMUTABLE AS $function$ declare year integer := nullif(substring(period from '^[0-9]{4}'), '0000'); month integer := case when period ~ '^[0-9]{4}-(0[1-9]|1[0-2])(-|$)' then substring(period from 6 for 2) end; part integer := substring(period from '[0-9]$'); months integer; first_monday date; begin if year is null then return; end if; if period ~ '^[0-9]{4}$' then starts := make_date(year, 1, 1); months := 12; elsif period ~ '^[0-9]{4}-H[12]$' then starts := make_date(year, part * 6 - 5, 1); months := 6; elsif period ~ '^[0-9]{4}-Q[1-4]$' then starts := make_date(year, part * 3 - 2, 1); months := 3; elsif period ~ '^[0-9]{4}-[0-9]{2}$' and month is not null then starts := make_date(year, month, 1); months := 1; elsif period ~ '^[0-9]{4}-W[0-9]{2}$' then first_monday := date_trunc('week', make_date(year, 1, 4)::timestamp); starts := first_monday + (substring(period from 7)::integer - 1) * 7; if extract(isoyear from starts) <> year then starts := null; end if; ends := starts + 6; elsif month is not null then ends := make_date(year, month, 1) + interval '1 month' - interval '1 day'; if period ~ '-F[12]$' and length(period) = 10 then starts := make_date(year, month, part * 15 - 14); if part < 2 then ends := starts + 14; end if; elsif period ~ '-T[1-3]$' and length(period) = 10 then starts := make_date(year, month, part * 10 - 9); if part < 3 then ends := starts + 9; end if; elsif period ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' and substring(period from 9)::integer between 1 and extract(day from ends) then starts := make_date(year, month, substring(period from 9)::integer); ends := starts; else ends := null; end if; end if; if months is not null then ends := starts + make_interval(months => months) - interval '1 day'; end if; end $function$ 

function guatu_period_start(text)
  CREATE OR REPLACE FUNCTION public.guatu_period_start(period text) RETURNS date LANGUAGE sql IMMUTABLE AS $function$ select starts from guatu_period_span(period) $function$ 

function guatu_raise_closed(text)
  CREATE OR REPLACE FUNCTION public.guatu_raise_closed(period text) RETURNS void LANGUAGE plpgsql AS $function$ begin raise exception 'period % is closed', period using errcode = 'GU001', detail = period; end $function$ 

function guatu_reads_all()
  CREATE OR REPLACE FUNCTION public.guatu_reads_all() RETURNS boolean LANGUAGE sql STABLE AS $function$ select coalesce(current_setting('guatu.reads_all', true), '') = 'true' $function$ 

function guatu_refuse_change()
  CREATE OR REPLACE FUNCTION public.guatu_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $function$ begin raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation'; end $function$ 

function guatu_refuse_closed()
  CREATE OR REPLACE FUNCTION public.guatu_refuse_closed() RETURNS trigger LANGUAGE plpgsql SET search_path TO 'public', 'pg_temp' AS $function$ declare found_period text; begin -- What a period is called and when it ends are two columns: figures must not stand in one and count in another. select period into found_period from (select distinct period, period_end from written) w where guatu_period_end(period) is distinct from period_end limit 1; if found then raise exception 'period_end of entry is not the end of %', found_period using errcode = 'check_violation'; end if; select period into found_period from (select distinct jurisdiction_id, period, corrects from written where corrects is not null) w cross join guatu_period_span(period) span where not exists (select from closing c where c.jurisdiction_id = w.jurisdiction_id and c.period = w.corrects and c.starts <= span.starts and c.ends >= span.ends) limit 1; if found then raise exception 'entry corrects no closed period around %', found_period using errcode = 'check_violation'; end if; select guatu_closed_around(jurisdiction_id, period) into found_period from (select distinct jurisdiction_id, period from written where corrects is null) w order by 1 nulls last limit 1; if found_period is not null then perform guatu_raise_closed(found_period); end if; return null; end $function$ 

function guatu_refuse_move()
  CREATE OR REPLACE FUNCTION public.guatu_refuse_move() RETURNS trigger LANGUAGE plpgsql SET search_path TO 'public', 'pg_temp' AS $function$ declare closed text := guatu_closed_around(new.jurisdiction_id, new.body ->> 'period'); begin if closed is not null then perform guatu_raise_closed(closed); end if; return null; end $function$ 

function guatu_refuse_young()
  CREATE OR REPLACE FUNCTION public.guatu_refuse_young() RETURNS trigger LANGUAGE plpgsql AS $function$ begin raise exception '% is kept for thirty days', tg_table_name; end $function$ 

function guatu_take_closing()
  CREATE OR REPLACE FUNCTION public.guatu_take_closing() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path TO 'public', 'pg_temp' AS $function$ begin if new.word = 'unlock' then insert into unlock (jurisdiction_id, seq, period, reason, unlocked_by, unlocked_at, ends_at) values (new.jurisdiction_id, new.seq, new.subject_id, new.body ->> 'reason', new.entered_by, new.recorded_at, (new.body ->> 'until')::timestamptz); return null; end if; -- Whoever writes figures holds a share of this lock by the foreign key: none of them is overtaken. perform from jurisdiction where id = new.jurisdiction_id for update; insert into closing (jurisdiction_id, period, starts, ends, result_id, seq, closed_by, closed_at) select new.jurisdiction_id, new.subject_id, case when starts is not null then least(starts, (new.body ->> 'from')::date) end, ends, new.body ->> 'result', new.seq, new.entered_by, new.recorded_at from guatu_period_span(new.subject_id) on conflict (jurisdiction_id, period) do nothing; if not found then perform guatu_raise_closed(new.subject_id); end if; return null; end $function$ 

function guatu_take_unlock_end()
  CREATE OR REPLACE FUNCTION public.guatu_take_unlock_end() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path TO 'public', 'pg_temp' AS $function$ begin -- As at a closing: whoever writes figures under the unlock is waited for. perform from jurisdiction where id = new.jurisdiction_id for update; insert into unlock_end (jurisdiction_id, unlock_seq, seq, ended_by, ended_at) select jurisdiction_id, seq, new.seq, new.entered_by, new.recorded_at from unlock where jurisdiction_id = new.jurisdiction_id and seq = (new.body ->> 'unlock')::bigint and period = new.subject_id and ends_at > new.recorded_at; if not found then raise exception 'period % has no such unlock that is open', new.subject_id using errcode = 'check_violation'; end if; return null; end $function$ 

table account
  01 jurisdiction_id text not null
  02 login text not null
  03 person_id text not null
  04 password_hash text -- null until the person has set one by a slip
  05 active boolean not null default true
  constraint account_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES jurisdiction(id)
  constraint account_pkey PRIMARY KEY (jurisdiction_id, login)
  CREATE UNIQUE INDEX account_login ON public.account USING btree (login) -- accountByLogin: before login no jurisdiction is known, so login names are unique over all
  grant insert, select, update to guatu_auth
  grant select to guatu_backup
  grant on column active: guatu_app=r
  grant on column jurisdiction_id: guatu_app=r
  grant on column login: guatu_app=r
  grant on column person_id: guatu_app=r

table channel
  01 jurisdiction_id text not null
  02 channel text not null
  03 body jsonb not null -- settings without their secrets
  04 silent_until timestamp(3) with time zone -- the other side said that too much was sent
  05 changed_by text not null
  06 changed_at timestamp(3) with time zone not null default now()
  07 sealed jsonb not null default '{}'::jsonb -- secrets by name, each encrypted by a key that stands outside the database
  constraint channel_channel_check CHECK ((channel = ANY (ARRAY['mail'::text, 'wecom'::text, 'dingtalk'::text, 'feishu'::text])))
  constraint channel_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES jurisdiction(id)
  constraint channel_pkey PRIMARY KEY (jurisdiction_id, channel)
  row level security forced
  policy backup permissive select using true
  policy office permissive all using ((jurisdiction_id = ( SELECT current_setting('guatu.jurisdiction'::text, true) AS current_setting)) AND ( SELECT guatu_reads_all() AS guatu_reads_all))
  grant insert, select, update to guatu_app
  grant select to guatu_backup

table chase_told
  01 jurisdiction_id text not null
  02 key text not null
  03 unit_id text not null -- whose return it is about; to_unit: who was told
  04 period text not null
  05 kind text not null
  06 level text not null
  07 to_unit text not null
  08 day date not null -- business day
  09 days_late integer not null
  10 persons text[] not null
  11 told_at timestamp(3) with time zone not null default now()
  constraint chase_told_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES jurisdiction(id)
  constraint chase_told_pkey PRIMARY KEY (jurisdiction_id, key)
  CREATE INDEX chase_told_period ON public.chase_told USING btree (jurisdiction_id, period) -- chaseTold: what has gone out about a period
  CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.chase_told FOR EACH STATEMENT EXECUTE FUNCTION guatu_refuse_change()
  row level security forced
  policy backup permissive select using true
  policy home permissive select using ((jurisdiction_id = ( SELECT current_setting('guatu.jurisdiction'::text, true) AS current_setting)) AND (( SELECT guatu_reads_all() AS guatu_reads_all) OR (unit_id = ANY (( SELECT guatu_list('guatu.units'::text) AS guatu_list)::text[]))))
  policy tells permissive insert check ((jurisdiction_id = ( SELECT current_setting('guatu.jurisdiction'::text, true) AS current_setting)) AND ( SELECT guatu_reads_all() AS guatu_reads_all))
  grant insert, select to guatu_app
  grant select to guatu_backup

table closing
  01 jurisdiction_id text not null
  02 period text not null
  03 starts date not null -- first day, inside: that of the first period that was asked together with it
  04 ends date not null -- last day, inside
  05 result_id text not null -- the stored result: what was judged when it closed
  06 seq bigint not null -- of the fact that closed it
  07 closed_by text not null
  08 closed_at timestamp(3) with time zone not null
  constraint closing_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES jurisdiction(id)
  constraint closing_jurisdiction_id_result_id_fkey FOREIGN KEY (jurisdiction_id, result_id) REFERENCES stored_result(jurisdiction_id, id)
  constraint closing_pkey PRIMARY KEY (jurisdiction_id, period)
  CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.closing FOR EACH STATEMENT EXECUTE FUNCTION guatu_refuse_change()
  row level security forced
  policy backup permissive select using true
  policy scope permissive all using (jurisdiction_id = ANY (( SELECT guatu_list('guatu.jurisdictions'::text) AS guatu_list)::text[]))
  grant select to guatu_app
  grant select to guatu_backup

table current
  01 jurisdiction_id text not null
  02 project_id text not null
  03 period text not null
  04 period_end date not null
  05 figures jsonb not null
  06 sources jsonb not null -- field to seq of the entry that set it
  07 invest_ytd bigint generated ((figures ->> 'invest-ytd'::text))::bigint
  08 invest_total bigint generated ((figures ->> 'invest-total'::text))::bigint
  09 paid_ytd bigint generated ((figures ->> 'paid-ytd'::text))::bigint
  10 stat_ytd bigint generated ((figures ->> 'stat-ytd'::text))::bigint
  11 stage text generated (figures ->> 'stage'::text)
  12 started_on text generated (figures ->> 'started-on'::text) -- text: reading a day depends on settings, which a generated column may not
  13 completed_on text generated (figures ->> 'completed-on'::text)
  14 invest_ytd_seq bigint generated ((sources ->> 'invest-ytd'::text))::bigint
  15 invest_total_seq bigint generated ((sources ->> 'invest-total'::text))::bigint
  16 paid_ytd_seq bigint generated ((sources ->> 'paid-ytd'::text))::bigint
  17 stat_ytd_seq bigint generated ((sources ->> 'stat-ytd'::text))::bigint
  18 stage_seq bigint generated ((sources ->> 'stage'::text))::bigint
  19 started_on_seq bigint generated ((sources ->> 'started-on'::text))::bigint
  20 completed_on_seq bigint generated ((sources ->> 'completed-on'::text))::bigint
  constraint current_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES jurisdiction(id)
  constraint current_pkey PRIMARY KEY (jurisdiction_id, project_id, period)
  CREATE INDEX current_period ON public.current USING btree (jurisdiction_id, period) -- reportedIn: which projects have a figure of a period
  row level security forced
  policy backup permissive select using true
  policy delete_at_home restrictive delete using (jurisdiction_id = ( SELECT current_setting('guatu.jurisdiction'::text, true) AS current_setting))
  policy insert_at_home restrictive insert check (jurisdiction_id = ( SELECT current_setting('guatu.jurisdiction'::text, true) AS current_setting))
  policy scope permissive all using ((jurisdiction_id = ANY (( SELECT guatu_list('guatu.jurisdictions'::text) AS guatu_list)::text[])) AND (( SELECT guatu_reads_all() AS guatu_reads_all) OR (EXISTS ( SELECT FROM project p WHERE ((p.jurisdiction_id = current.jurisdiction_id) AND (p.id = current.project_id))))))
  policy update_at_home restrictive update using (jurisdiction_id = ( SELECT current_setting('guatu.jurisdiction'::text, true) AS current_setting))
  grant delete, insert, select, update to guatu_app
  grant select to guatu_backup

table delivery
  01 jurisdiction_id text not null
  02 dedupe_key text not null
  03 channel text not null
  04 kind text not null
  05 person_id text -- whose mail it is; null: a message to the group
  06 body jsonb not null
  07 state text not null default 'pending'::text
  08 attempts integer not null default 0
  09 next_try_at timestamp(3) with time zone not null -- while it is being tried: when the worker counts as dead
  10 last_error text
  11 made_at timestamp(3) with time zone not null
  12 sent_at timestamp(3) with time zone
  constraint delivery_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES jurisdiction(id)
  constraint delivery_pkey PRIMARY KEY (jurisdiction_id, dedupe_key, channel)
  constraint delivery_state_check CHECK ((state = ANY (ARRAY['pending'::text, 'sent'::text, 'failed'::text, 'given-up'::text])))
  CREATE INDEX delivery_due ON public.delivery USING btree (jurisdiction_id, channel, next_try_at) WHERE (state = ANY (ARRAY['pending'::text, 'failed'::text])) -- claimDelivery: the next that is due
  CREATE INDEX delivery_newest ON public.delivery USING btree (jurisdiction_id, made_at) -- deliveries: the log page
  row level security forced
  policy backup permissive select using true
  policy kept_a_while restrictive delete using ((made_at < (now() - '30 days'::interval)) AND (state = ANY (ARRAY['sent'::text, 'given-up'::text])))
  policy office permissive all using ((jurisdiction_id = ( SELECT current_setting('guatu.jurisdiction'::text, true) AS current_setting)) AND ( SELECT guatu_reads_all() AS guatu_reads_all))
  grant delete, insert, select, update to guatu_app
  grant select to guatu_backup

table delivery_attempt
  01 jurisdiction_id text not null
  02 dedupe_key text not null
  03 channel text not null
  04 attempt integer not null
  05 event text not null
  06 at timestamp(3) with time zone not null
  07 error text
  constraint delivery_attempt_event_check CHECK ((event = ANY (ARRAY['begun'::text, 'sent'::text, 'failed'::text, 'given-up'::text])))
  constraint delivery_attempt_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES jurisdiction(id)
  constraint delivery_attempt_pkey PRIMARY KEY (jurisdiction_id, dedupe_key, channel, attempt, event)
  CREATE INDEX delivery_attempt_begun ON public.delivery_attempt USING btree (jurisdiction_id, channel, at) WHERE (event = 'begun'::text) -- claimDelivery: how much went out within the window of the limit
  CREATE INDEX delivery_attempt_oldest ON public.delivery_attempt USING btree (jurisdiction_id, at) -- forgetTold: the oldest tries
  CREATE TRIGGER append_only BEFORE UPDATE OR TRUNCATE ON public.delivery_attempt FOR EACH STATEMENT EXECUTE FUNCTION guatu_refuse_change()
  CREATE TRIGGER kept_a_while BEFORE DELETE ON public.delivery_attempt FOR EACH ROW WHEN ((old.at >= (now() - '30 days'::interval))) EXECUTE FUNCTION guatu_refuse_young()
  row level security forced
  policy backup permissive select using true
  policy kept_a_while restrictive delete using (at < (now() - '30 days'::interval))
  policy office permissive all using ((jurisdiction_id = ( SELECT current_setting('guatu.jurisdiction'::text, true) AS current_setting)) AND ( SELECT guatu_reads_all() AS guatu_reads_all))
  grant delete, insert, select to guatu_app
  grant select to guatu_backup

table document_number
  01 jurisdiction_id text not null
  02 series text not null
  03 code text not null -- 机关代字; empty for a series that counts without one
  04 year integer not null
  05 last integer not null -- the last number given
  constraint document_number_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES jurisdiction(id)
  constraint document_number_last_check CHECK ((last > 0))
  constraint document_number_pkey PRIMARY KEY (jurisdiction_id, series, code, year)
  constraint number_used TRIGGER DEFERRABLE INITIALLY DEFERRED
  CREATE CONSTRAINT TRIGGER number_used AFTER INSERT OR UPDATE ON public.document_number DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION guatu_number_used()
  CREATE TRIGGER count_on BEFORE INSERT OR UPDATE ON public.document_number FOR EACH ROW EXECUTE FUNCTION guatu_count_on()
  CREATE TRIGGER keep_counting BEFORE DELETE OR TRUNCATE ON public.document_number FOR EACH STATEMENT EXECUTE FUNCTION guatu_refuse_change()
  row level security forced
  policy backup permissive select using true
  policy home permissive all using ((jurisdiction_id = ( SELECT current_setting('guatu.jurisdiction'::text, true) AS current_setting)) AND ( SELECT guatu_reads_all() AS guatu_reads_all)) check ((jurisdiction_id = ( SELECT current_setting('guatu.jurisdiction'::text, true) AS current_setting)) AND ( SELECT guatu_reads_all() AS guatu_reads_all))
  grant insert, select, update to guatu_app
  grant select to guatu_backup

table document_template
  01 jurisdiction_id text not null
  02 id text not null
  03 kind text not null
  04 file_name text not null
  05 bytes bytea not null
  06 sha256 text not null
  07 added_by text not null
  08 added_at timestamp(3) with time zone not null default clock_timestamp()
  09 retired boolean not null default false -- from here on the built-in layout again
  constraint document_template_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES jurisdiction(id)
  constraint document_template_pkey PRIMARY KEY (jurisdiction_id, id)
  CREATE INDEX document_template_newest ON public.document_template USING btree (jurisdiction_id, kind, added_at DESC) -- documentTemplate: the one in force
  CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.document_template FOR EACH STATEMENT EXECUTE FUNCTION guatu_refuse_change()
  row level security forced
  policy backup permissive select using true
  policy home permissive all using ((jurisdiction_id = ( SELECT current_setting('guatu.jurisdiction'::text, true) AS current_setting)) AND ( SELECT guatu_reads_all() AS guatu_reads_all)) check ((jurisdiction_id = ( SELECT current_setting('guatu.jurisdiction'::text, true) AS current_setting)) AND ( SELECT guatu_reads_all() AS guatu_reads_all))
  grant insert, select to guatu_app
  grant select to guatu_backup

table entry
  01 jurisdiction_id text not null
  02 seq bigint not null
  03 subject_kind text not null
  04 project_id text
  05 indicator text
  06 unit_id text
  07 period text not null
  08 period_end date not null
  09 named text[] not null -- fields this entry speaks of; one that is named and null is taken back
  10 invest_ytd bigint -- money in minor units, as every bigint figure
  11 invest_total bigint
  12 paid_ytd bigint
  13 stat_ytd bigint
  14 stage text
  15 started_on date
  16 completed_on date
  17 progress text
  18 problem text
  19 extra jsonb not null -- fields that a scheme declares beyond the common ones
  20 reason text
  21 origin jsonb not null
  22 batch_id text not null
  23 entered_by text not null
  24 reported_by text -- the unit that answers for the figures; entered_by is the person who typed them
  25 recorded_at timestamp(3) with time zone not null
  26 prev_hash text not null
  27 hash text not null
  28 corrects text -- the closed period that it corrects
  29 proposed_by text -- who proposed the correction; entered_by is who approved it
  constraint entry_correction CHECK ((((corrects IS NULL) AND (proposed_by IS NULL)) OR COALESCE(((corrects IS NOT NULL) AND (btrim(reason) <> ''::text) AND (proposed_by <> entered_by)), false)))
  constraint entry_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES jurisdiction(id)
  constraint entry_pkey PRIMARY KEY (jurisdiction_id, seq)
  constraint entry_subject CHECK ((((subject_kind = 'project'::text) AND (project_id IS NOT NULL) AND (indicator IS NULL) AND (unit_id IS NULL)) OR ((subject_kind = 'reported'::text) AND (project_id IS NULL) AND (indicator IS NOT NULL) AND (unit_id IS NOT NULL))))
  CREATE INDEX entry_batch ON public.entry USING btree (jurisdiction_id, batch_id, seq) -- batchContents: what an import wrote
  CREATE INDEX entry_corrects ON public.entry USING btree (jurisdiction_id, seq) WHERE (corrects IS NOT NULL) -- correctionEntries: what was corrected after a bulletin
  CREATE INDEX entry_project ON public.entry USING btree (jurisdiction_id, project_id, period_end, seq) WHERE (project_id IS NOT NULL) -- entriesOf: the trail of one project
  CREATE INDEX entry_recorded ON public.entry USING btree (jurisdiction_id, recorded_at, seq) -- seqAt: the ledger as known at a time
  CREATE INDEX entry_reported ON public.entry USING btree (jurisdiction_id, period_end, seq) WHERE (project_id IS NULL) -- surroundings: what units had reported of themselves by a past moment
  CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.entry FOR EACH STATEMENT EXECUTE FUNCTION guatu_refuse_change()
  CREATE TRIGGER refuse_closed AFTER INSERT ON public.entry REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION guatu_refuse_closed()
  row level security forced
  policy backup permissive select using true
  policy delete_at_home restrictive delete using (jurisdiction_id = ( SELECT current_setting('guatu.jurisdiction'::text, true) AS current_setting))
  policy insert_at_home restrictive insert check (jurisdiction_id = ( SELECT current_setting('guatu.jurisdiction'::text, true) AS current_setting))
  policy scope permissive all using ((jurisdiction_id = ANY (( SELECT guatu_list('guatu.jurisdictions'::text) AS guatu_list)::text[])) AND (( SELECT guatu_reads_all() AS guatu_reads_all) OR (unit_id = ANY (( SELECT guatu_list('guatu.units'::text) AS guatu_list)::text[])) OR (EXISTS ( SELECT FROM project p WHERE ((p.jurisdiction_id = entry.jurisdiction_id) AND (p.id = entry.project_id))))))
  policy update_at_home restrictive update using (jurisdiction_id = ( SELECT current_setting('guatu.jurisdiction'::text, true) AS current_setting))
  grant insert, select to guatu_app
  grant select to guatu_backup

table evidence
  01 jurisdiction_id text not null
  02 project_id text not null
  03 period text not null
  04 sha256 text not null
  05 name text not null
  06 media_type text not null
  07 bytes bytea not null
  08 taken_at timestamp(3) with time zone -- by the file itself; null where it does not say
  09 added_by text not null -- person
  10 added_at timestamp(3) with time zone not null default now()
  constraint evidence_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES jurisdiction(id)
  constraint evidence_pkey PRIMARY KEY (jurisdiction_id, project_id, period, sha256)
  CREATE INDEX evidence_file ON public.evidence USING btree (jurisdiction_id, sha256) -- evidenceUses: where else the same file was used
  CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.evidence FOR EACH STATEMENT EXECUTE FUNCTION guatu_refuse_change()
  row level security forced
  policy backup permissive select using true
  policy insert_at_home restrictive insert check (jurisdiction_id = ( SELECT current_setting('guatu.jurisdiction'::text, true) AS current_setting))
  policy scope permissive all using ((jurisdiction_id = ANY (( SELECT guatu_list('guatu.jurisdictions'::text) AS guatu_list)::text[])) AND (( SELECT guatu_reads_all() AS guatu_reads_all) OR (EXISTS ( SELECT FROM project p WHERE ((p.jurisdiction_id = evidence.jurisdiction_id) AND (p.id = evidence.project_id))))))
  grant insert, select to guatu_app
  grant select to guatu_backup

table fact
  01 jurisdiction_id text not null
  02 seq bigint not null
  03 word text not null
  04 subject_id text not null
  05 project_id text
  06 effective_from date not null
  07 body jsonb not null
  08 removed boolean not null
  09 batch_id text not null
  10 entered_by text not null
  11 recorded_at timestamp(3) with time zone not null
  12 prev_hash text not null
  13 hash text not null
  constraint fact_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES jurisdiction(id)
  constraint fact_pkey PRIMARY KEY (jurisdiction_id, seq)
  constraint fact_project CHECK (((word = ANY (ARRAY['project'::text, 'membership'::text])) = (project_id IS NOT NULL)))
  constraint fact_unit CHECK (((word <> ALL (ARRAY['return'::text, 'correction'::text])) OR COALESCE(((subject_id = (((body ->> 'unit'::text) || ' '::text) || (body ->>
CASE word
    WHEN 'return'::text THEN 'period'::text
    ELSE 'id'::text
END))) AND (subject_id ~ ' [^ ]+$'::text) AND ((body ->>
CASE word
    WHEN 'return'::text THEN 'period'::text
    ELSE 'id'::text
END) !~ ' '::text)), false)))
  constraint fact_word CHECK ((word = ANY (ARRAY['unit'::text, 'person'::text, 'post'::text, 'project'::text, 'membership'::text, 'calendar'::text, 'setting'::text, 'scheme'::text, 'list'::text, 'batch'::text, 'mapping'::text, 'reorganisation'::text, 'audit'::text, 'return'::text, 'closing'::text, 'unlock'::text, 'unlock-end'::text, 'correction'::text])))
  CREATE INDEX fact_batch ON public.fact USING btree (jurisdiction_id, batch_id, seq) -- batchContents: what an import wrote
  CREATE INDEX fact_project ON public.fact USING btree (jurisdiction_id, project_id, word) WHERE (project_id IS NOT NULL) -- projectsKnown: what was in force of some projects on a past day
  CREATE INDEX fact_recorded ON public.fact USING btree (jurisdiction_id, recorded_at, seq) -- seqAt: the ledger as known at a time
  CREATE INDEX fact_subject ON public.fact USING btree (jurisdiction_id, word, subject_id, effective_from DESC, seq DESC) -- factsInForce: the state in force on a day, as known at a seq
  CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.fact FOR EACH STATEMENT EXECUTE FUNCTION guatu_refuse_change()
  CREATE TRIGGER refuse_closed AFTER INSERT ON public.fact FOR EACH ROW WHEN (((new.word = 'return'::text) AND ((new.body ->> 'state'::text) IS DISTINCT FROM 'frozen'::text))) EXECUTE FUNCTION guatu_refuse_move()
  CREATE TRIGGER take_closing AFTER INSERT ON public.fact FOR EACH ROW WHEN ((new.word = ANY (ARRAY['closing'::text, 'unlock'::text]))) EXECUTE FUNCTION guatu_take_closing()
  CREATE TRIGGER take_unlock_end AFTER INSERT ON public.fact FOR EACH ROW WHEN ((new.word = 'unlock-end'::text)) EXECUTE FUNCTION guatu_take_unlock_end()
  row level security forced
  policy audit_reads restrictive select using ((word <> 'audit'::text) OR ( SELECT guatu_reads_all() AS guatu_reads_all))
  policy backup permissive select using true
  policy delete_at_home restrictive delete using (jurisdiction_id = ( SELECT current_setting('guatu.jurisdiction'::text, true) AS current_setting))
  policy insert_at_home restrictive insert check (jurisdiction_id = ( SELECT current_setting('guatu.jurisdiction'::text, true) AS current_setting))
  policy scope permissive all using ((jurisdiction_id = ANY (( SELECT guatu_list('guatu.jurisdictions'::text) AS guatu_list)::text[])) AND (( SELECT guatu_reads_all() AS guatu_reads_all) OR (project_id IS NULL) OR (EXISTS ( SELECT FROM project p WHERE ((p.jurisdiction_id = fact.jurisdiction_id) AND (p.id = fact.project_id))))))
  policy unit_reads restrictive select using ((word <> ALL (ARRAY['return'::text, 'correction'::text])) OR ( SELECT guatu_reads_all() AS guatu_reads_all) OR ((body ->> 'unit'::text) = ANY (( SELECT guatu_list('guatu.units'::text) AS guatu_list)::text[])))
  policy update_at_home restrictive update using (jurisdiction_id = ( SELECT current_setting('guatu.jurisdiction'::text, true) AS current_setting))
  policy writes_own_words restrictive insert check (( SELECT guatu_reads_all() AS guatu_reads_all) OR (project_id IS NOT NULL) OR (word = ANY (ARRAY['batch'::text, 'mapping'::text])) OR ((word = 'return'::text) AND ((body ->> 'unit'::text) = ANY (( SELECT guatu_list('guatu.units'::text) AS guatu_list)::text[]))) OR ((word = 'correction'::text) AND ((body ->> 'unit'::text) = ANY (( SELECT guatu_list('guatu.units'::text) AS guatu_list)::text[])) AND (NOT (EXISTS ( SELECT FROM jsonb_array_elements((fact.body -> 'rows'::text)) "row"(value) WHERE (NOT CASE WHEN ("row".value ? 'project'::text) THEN ((fact.jurisdiction_id, ("row".value ->> 'project'::text)) IN ( SELECT p.jurisdiction_id, p.id FROM project p)) ELSE COALESCE((("row".value ->> 'unit'::text) = ANY (( SELECT guatu_list('guatu.units'::text) AS guatu_list)::text[])), false) END))))))
  grant insert, select to guatu_app
  grant select to guatu_backup

table form
  01 jurisdiction_id text not null
  02 id text not null
  03 name text not null
  04 file_name text not null
  05 bytes bytea not null
  06 mapping jsonb not null -- columns of its table and single cells, as chosen on screen
  07 added_by text not null -- person
  08 added_at timestamp(3) with time zone not null default now()
  constraint form_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES jurisdiction(id)
  constraint form_pkey PRIMARY KEY (jurisdiction_id, id)
  row level security forced
  policy backup permissive select using true
  policy home permissive all using ((jurisdiction_id = ( SELECT current_setting('guatu.jurisdiction'::text, true) AS current_setting)) AND ( SELECT guatu_reads_all() AS guatu_reads_all))
  grant delete, insert, select, update to guatu_app
  grant select to guatu_backup

table idempotency
  01 jurisdiction_id text not null
  02 key text not null
  03 content_hash text not null
  04 first_seq bigint not null
  05 last_seq bigint not null
  06 batch_id text not null
  constraint idempotency_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES jurisdiction(id)
  constraint idempotency_pkey PRIMARY KEY (jurisdiction_id, key)
  grant insert, select to guatu_app
  grant select to guatu_backup

table import_draft
  01 jurisdiction_id text not null
  02 id text not null
  03 person_id text not null
  04 body jsonb not null
  05 saved_at timestamp(3) with time zone not null default now()
  constraint import_draft_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES jurisdiction(id)
  constraint import_draft_pkey PRIMARY KEY (jurisdiction_id, id)
  CREATE INDEX import_draft_person ON public.import_draft USING btree (jurisdiction_id, person_id, saved_at) -- importDrafts: what the person has not finished
  row level security forced
  policy backup permissive select using true
  policy delete_at_home restrictive delete using (jurisdiction_id = ( SELECT current_setting('guatu.jurisdiction'::text, true) AS current_setting))
  policy insert_at_home restrictive insert check (jurisdiction_id = ( SELECT current_setting('guatu.jurisdiction'::text, true) AS current_setting))
  policy scope permissive all using ((jurisdiction_id = ANY (( SELECT guatu_list('guatu.jurisdictions'::text) AS guatu_list)::text[])) AND (person_id = ( SELECT current_setting('guatu.person'::text, true) AS current_setting)))
  policy update_at_home restrictive update using (jurisdiction_id = ( SELECT current_setting('guatu.jurisdiction'::text, true) AS current_setting))
  grant delete, insert, select, update to guatu_app
  grant select to guatu_backup

table issued_document
  01 jurisdiction_id text not null
  02 id text not null
  03 kind text not null
  04 file_name text not null
  05 media_type text not null
  06 bytes bytea not null
  07 sha256 text not null
  08 as_of date not null
  09 seq bigint not null -- what the ledger held when the document was made
  10 issued_by text not null
  11 issued_at timestamp(3) with time zone not null default now()
  12 result_id text -- the stored result that it stands on
  13 series text
  14 code text
  15 year integer
  16 number integer
  17 number_text text -- as it is printed: 柞发改〔2020〕12号
  18 distribution jsonb -- {to, copyTo}: whom it went to
  19 closing text -- the closed period that its figures are of
  20 template_id text -- the template it was made by; null: the built-in layout
  21 beside text -- the document that this is a copy of in another format; null: it stands by itself
  constraint issued_document_beside FOREIGN KEY (jurisdiction_id, beside) REFERENCES issued_document(jurisdiction_id, id)
  constraint issued_document_beside_number CHECK (((beside IS NULL) OR (number IS NULL)))
  constraint issued_document_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES jurisdiction(id)
  constraint issued_document_number CHECK ((((number IS NULL) = (series IS NULL)) AND ((number IS NULL) = (code IS NULL)) AND ((number IS NULL) = (year IS NULL)) AND ((number IS NULL) = (number_text IS NULL))))
  constraint issued_document_pkey PRIMARY KEY (jurisdiction_id, id)
  constraint issued_document_result FOREIGN KEY (jurisdiction_id, result_id) REFERENCES stored_result(jurisdiction_id, id)
  constraint issued_document_template FOREIGN KEY (jurisdiction_id, template_id) REFERENCES document_template(jurisdiction_id, id)
  CREATE INDEX issued_document_recent ON public.issued_document USING btree (jurisdiction_id, issued_at DESC) -- issuedDocuments: newest first
  CREATE UNIQUE INDEX issued_document_numbered ON public.issued_document USING btree (jurisdiction_id, series, code, year, number) WHERE (number IS NOT NULL) -- issueDocument: no number is given twice
  CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.issued_document FOR EACH STATEMENT EXECUTE FUNCTION guatu_refuse_change()
  CREATE TRIGGER number_counted BEFORE INSERT ON public.issued_document FOR EACH ROW EXECUTE FUNCTION guatu_number_counted()
  grant insert, select to guatu_app
  grant select to guatu_backup

table jurisdiction
  01 id text not null
  02 name text not null
  03 parent_id text
  04 business_date date -- what "today" is, where it does not follow the clock (demo)
  05 next_seq bigint not null default 1 -- taken by every write, under a row lock held until commit
  06 head_hash text not null default repeat('0'::text, 64)
  07 head_at timestamp(3) with time zone not null default '1970-01-01 00:00:00+00'::timestamp with time zone -- recorded_at of the last write: never goes back, so that a time maps to one seq
  constraint jurisdiction_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES jurisdiction(id)
  constraint jurisdiction_pkey PRIMARY KEY (id)
  grant select to guatu_app
  grant select to guatu_auth
  grant select to guatu_backup
  grant on column business_date: guatu_app=w
  grant on column head_at: guatu_app=w
  grant on column head_hash: guatu_app=w
  grant on column next_seq: guatu_app=w

table login_slip
  01 jurisdiction_id text not null
  02 login text not null
  03 code_hash text not null
  04 issued_by text not null
  05 issued_at timestamp(3) with time zone not null default now()
  06 expires_at timestamp(3) with time zone not null
  07 used_at timestamp(3) with time zone
  constraint login_slip_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES jurisdiction(id)
  constraint login_slip_jurisdiction_id_login_fkey FOREIGN KEY (jurisdiction_id, login) REFERENCES account(jurisdiction_id, login) ON DELETE CASCADE
  constraint login_slip_pkey PRIMARY KEY (jurisdiction_id, login)
  CREATE UNIQUE INDEX login_slip_code ON public.login_slip USING btree (code_hash) -- slipByCode: a code names no jurisdiction
  row level security forced
  policy backup permissive select using true
  policy identity permissive all using true check true
  policy scope permissive select using (jurisdiction_id = ( SELECT current_setting('guatu.jurisdiction'::text, true) AS current_setting))
  grant delete, insert, select, update to guatu_auth
  grant select to guatu_backup
  grant on column expires_at: guatu_app=r
  grant on column issued_at: guatu_app=r
  grant on column issued_by: guatu_app=r
  grant on column jurisdiction_id: guatu_app=r
  grant on column login: guatu_app=r
  grant on column used_at: guatu_app=r

table look_mark
  01 jurisdiction_id text not null
  02 person_id text not null
  03 since_seq bigint not null -- changes are told to the person since this moment of the ledger, as of since_as_of
  04 since_as_of date not null
  05 since_at timestamp(3) with time zone not null
  06 last_seq bigint not null -- of the last time that the person opened the war room
  07 last_as_of date not null
  08 last_at timestamp(3) with time zone not null
  constraint look_mark_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES jurisdiction(id)
  constraint look_mark_pkey PRIMARY KEY (jurisdiction_id, person_id)
  row level security forced
  policy backup permissive select using true
  policy own permissive all using ((jurisdiction_id = ( SELECT current_setting('guatu.jurisdiction'::text, true) AS current_setting)) AND (person_id = ( SELECT current_setting('guatu.person'::text, true) AS current_setting)))
  grant insert, select, update to guatu_app
  grant select to guatu_backup

table membership
  01 jurisdiction_id text not null
  02 id text not null
  03 body jsonb not null
  04 project_id text not null generated (body ->> 'project'::text)
  05 effective_from date not null
  06 removed boolean not null
  07 seq bigint not null
  constraint membership_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES jurisdiction(id)
  constraint membership_pkey PRIMARY KEY (jurisdiction_id, id)
  CREATE INDEX membership_effective ON public.membership USING btree (jurisdiction_id, effective_from) -- somethingLater: what comes into force after a day
  CREATE INDEX membership_project ON public.membership USING btree (jurisdiction_id, project_id) -- readFacts: the lists that some projects are on
  row level security forced
  policy backup permissive select using true
  policy delete_at_home restrictive delete using (jurisdiction_id = ( SELECT current_setting('guatu.jurisdiction'::text, true) AS current_setting))
  policy insert_at_home restrictive insert check (jurisdiction_id = ( SELECT current_setting('guatu.jurisdiction'::text, true) AS current_setting))
  policy scope permissive all using ((jurisdiction_id = ANY (( SELECT guatu_list('guatu.jurisdictions'::text) AS guatu_list)::text[])) AND (( SELECT guatu_reads_all() AS guatu_reads_all) OR (EXISTS ( SELECT FROM project p WHERE ((p.jurisdiction_id = membership.jurisdiction_id) AND (p.id = membership.project_id))))))
  policy update_at_home restrictive update using (jurisdiction_id = ( SELECT current_setting('guatu.jurisdiction'::text, true) AS current_setting))
  grant delete, insert, select, update to guatu_app
  grant select to guatu_backup

table notice
  01 jurisdiction_id text not null
  02 person_id text not null
  03 key text not null
  04 kind text not null
  05 title_zh text not null
  06 title_en text not null
  07 body_zh text not null
  08 body_en text not null
  09 link text not null
  10 made_at timestamp(3) with time zone not null default now()
  11 read_at timestamp(3) with time zone
  constraint notice_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES jurisdiction(id)
  constraint notice_pkey PRIMARY KEY (jurisdiction_id, person_id, key)
  CREATE INDEX notice_newest ON public.notice USING btree (jurisdiction_id, person_id, made_at) -- notices: the newest of one person
  CREATE INDEX notice_read ON public.notice USING btree (jurisdiction_id, read_at) WHERE (read_at IS NOT NULL) -- forgetTold: the oldest that were read
  CREATE INDEX notice_unread ON public.notice USING btree (jurisdiction_id, person_id) WHERE (read_at IS NULL) -- unreadNotices: asked by every page
  row level security forced
  policy backup permissive select using true
  policy forgets permissive select using ((jurisdiction_id = ( SELECT current_setting('guatu.jurisdiction'::text, true) AS current_setting)) AND ( SELECT guatu_reads_all() AS guatu_reads_all) AND (( SELECT current_setting('guatu.person'::text, true) AS current_setting) = 'guatu'::text) AND (read_at < (now() - '30 days'::interval)))
  policy forgotten permissive delete using ((jurisdiction_id = ( SELECT current_setting('guatu.jurisdiction'::text, true) AS current_setting)) AND ( SELECT guatu_reads_all() AS guatu_reads_all) AND (( SELECT current_setting('guatu.person'::text, true) AS current_setting) = 'guatu'::text))
  policy kept_a_while restrictive delete using (read_at < (now() - '30 days'::interval))
  policy own permissive all using ((jurisdiction_id = ( SELECT current_setting('guatu.jurisdiction'::text, true) AS current_setting)) AND (person_id = ( SELECT current_setting('guatu.person'::text, true) AS current_setting)))
  policy told permissive insert check (jurisdiction_id = ( SELECT current_setting('guatu.jurisdiction'::text, true) AS current_setting))
  grant delete, insert, select to guatu_app
  grant select to guatu_backup
  grant on column read_at: guatu_app=w

table outbox
  01 jurisdiction_id text not null
  02 id bigint not null identity
  03 topic text not null
  04 payload jsonb not null
  05 seq bigint not null
  06 done_at timestamp(3) with time zone
  constraint outbox_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES jurisdiction(id)
  constraint outbox_pkey PRIMARY KEY (jurisdiction_id, id)
  CREATE INDEX outbox_done ON public.outbox USING btree (jurisdiction_id, done_at) WHERE (done_at IS NOT NULL) -- forgetTold: the oldest that went out
  CREATE INDEX outbox_open ON public.outbox USING btree (jurisdiction_id, id) WHERE (done_at IS NULL) -- takeOutbox: events still to go out
  CREATE TRIGGER kept_a_while BEFORE DELETE ON public.outbox FOR EACH ROW WHEN (((old.done_at IS NULL) OR (old.done_at >= (now() - '30 days'::interval)))) EXECUTE FUNCTION guatu_refuse_young()
  grant delete, insert, select to guatu_app
  grant select to guatu_backup
  grant on column done_at: guatu_app=w

table person_reach
  01 jurisdiction_id text not null
  02 person_id text not null
  03 mail text
  04 feed_hash text -- sha256 of the token in the address of the calendar feed; null: no feed
  05 feed_at timestamp(3) with time zone
  constraint person_reach_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES jurisdiction(id)
  constraint person_reach_pkey PRIMARY KEY (jurisdiction_id, person_id)
  row level security forced
  policy backup permissive select using true
  policy own permissive all using ((jurisdiction_id = ( SELECT current_setting('guatu.jurisdiction'::text, true) AS current_setting)) AND (person_id = ( SELECT current_setting('guatu.person'::text, true) AS current_setting)))
  policy reached permissive select using ((jurisdiction_id = ( SELECT current_setting('guatu.jurisdiction'::text, true) AS current_setting)) AND ( SELECT guatu_reads_all() AS guatu_reads_all))
  grant insert, select, update to guatu_app
  grant select to guatu_backup

table post
  01 jurisdiction_id text not null
  02 id text not null
  03 body jsonb not null
  04 person_id text generated (body ->> 'person'::text)
  05 effective_from date not null
  06 removed boolean not null
  07 seq bigint not null
  constraint post_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES jurisdiction(id)
  constraint post_pkey PRIMARY KEY (jurisdiction_id, id)
  CREATE INDEX post_person ON public.post USING btree (jurisdiction_id, person_id) -- posts: the posts of the person who logs in
  grant delete, insert, select, update to guatu_app
  grant select to guatu_backup

table project
  01 jurisdiction_id text not null
  02 id text not null
  03 body jsonb not null
  04 lead_unit text generated (body ->> 'leadUnit'::text)
  05 owner_unit text generated (body ->> 'ownerUnit'::text)
  06 town_unit text generated (body ->> 'townUnit'::text)
  07 effective_from date not null
  08 removed boolean not null
  09 seq bigint not null
  constraint project_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES jurisdiction(id)
  constraint project_pkey PRIMARY KEY (jurisdiction_id, id)
  CREATE INDEX project_effective ON public.project USING btree (jurisdiction_id, effective_from) -- somethingLater: what comes into force after a day
  CREATE INDEX project_lead ON public.project USING btree (jurisdiction_id, lead_unit) -- visibleProjects: what a unit leads
  CREATE INDEX project_owner ON public.project USING btree (jurisdiction_id, owner_unit) -- visibleProjects: what a unit owns
  CREATE INDEX project_town ON public.project USING btree (jurisdiction_id, town_unit) -- visibleProjects: what lies in a town
  row level security forced
  policy backup permissive select using true
  policy delete_at_home restrictive delete using (jurisdiction_id = ( SELECT current_setting('guatu.jurisdiction'::text, true) AS current_setting))
  policy insert_at_home restrictive insert check (jurisdiction_id = ( SELECT current_setting('guatu.jurisdiction'::text, true) AS current_setting))
  policy scope permissive all using ((jurisdiction_id = ANY (( SELECT guatu_list('guatu.jurisdictions'::text) AS guatu_list)::text[])) AND (( SELECT guatu_reads_all() AS guatu_reads_all) OR (lead_unit = ANY (( SELECT guatu_list('guatu.units'::text) AS guatu_list)::text[])) OR (owner_unit = ANY (( SELECT guatu_list('guatu.units'::text) AS guatu_list)::text[])) OR (town_unit = ANY (( SELECT guatu_list('guatu.units'::text) AS guatu_list)::text[])) OR (id = ANY (( SELECT guatu_list('guatu.projects'::text) AS guatu_list)::text[]))))
  policy update_at_home restrictive update using (jurisdiction_id = ( SELECT current_setting('guatu.jurisdiction'::text, true) AS current_setting))
  grant delete, insert, select, update to guatu_app
  grant select to guatu_backup

table reported_current
  01 jurisdiction_id text not null
  02 indicator text not null
  03 unit_id text not null
  04 period text not null
  05 period_end date not null
  06 figures jsonb not null
  07 sources jsonb not null
  constraint reported_current_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES jurisdiction(id)
  constraint reported_current_pkey PRIMARY KEY (jurisdiction_id, indicator, unit_id, period)
  row level security forced
  policy backup permissive select using true
  policy delete_at_home restrictive delete using (jurisdiction_id = ( SELECT current_setting('guatu.jurisdiction'::text, true) AS current_setting))
  policy insert_at_home restrictive insert check (jurisdiction_id = ( SELECT current_setting('guatu.jurisdiction'::text, true) AS current_setting))
  policy scope permissive all using ((jurisdiction_id = ANY (( SELECT guatu_list('guatu.jurisdictions'::text) AS guatu_list)::text[])) AND (( SELECT guatu_reads_all() AS guatu_reads_all) OR (unit_id = ANY (( SELECT guatu_list('guatu.units'::text) AS guatu_list)::text[]))))
  policy update_at_home restrictive update using (jurisdiction_id = ( SELECT current_setting('guatu.jurisdiction'::text, true) AS current_setting))
  grant delete, insert, select, update to guatu_app
  grant select to guatu_backup

table return_draft
  01 jurisdiction_id text not null
  02 unit_id text not null
  03 period text not null
  04 body jsonb -- null once it was sent or dropped: the row stays, so that no version comes again
  05 version integer not null
  06 saved_by text not null -- person
  07 saved_at timestamp(3) with time zone not null default now()
  constraint return_draft_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES jurisdiction(id)
  constraint return_draft_pkey PRIMARY KEY (jurisdiction_id, unit_id, period)
  row level security forced
  policy backup permissive select using true
  policy scope permissive all using ((jurisdiction_id = ( SELECT current_setting('guatu.jurisdiction'::text, true) AS current_setting)) AND (( SELECT guatu_reads_all() AS guatu_reads_all) OR (unit_id = ANY (( SELECT guatu_list('guatu.units'::text) AS guatu_list)::text[]))))
  grant insert, select, update to guatu_app
  grant select to guatu_backup

table return_state
  01 jurisdiction_id text not null
  02 unit_id text not null
  03 period text not null
  04 period_end date not null
  05 state text not null
  06 at text -- the unit that it waits at
  07 submitted_at timestamp(3) with time zone -- last submitted; null before, and once withdrawn
  08 submitted_on date -- the business day of submitted_at, by which it is on time or late
  09 first_submitted_at timestamp(3) with time zone
  10 first_submitted_on date
  11 accepted_at timestamp(3) with time zone
  12 body jsonb not null -- of the last move
  13 seq bigint not null -- of the last move
  constraint return_state_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES jurisdiction(id)
  constraint return_state_known CHECK ((state = ANY (ARRAY['open'::text, 'submitted'::text, 'returned'::text, 'accepted'::text, 'frozen'::text])))
  constraint return_state_pkey PRIMARY KEY (jurisdiction_id, unit_id, period)
  CREATE INDEX return_state_period ON public.return_state USING btree (jurisdiction_id, period) -- returnsOfPeriod: where the returns of one period stand
  row level security forced
  policy backup permissive select using true
  policy delete_at_home restrictive delete using (jurisdiction_id = ( SELECT current_setting('guatu.jurisdiction'::text, true) AS current_setting))
  policy insert_at_home restrictive insert check (jurisdiction_id = ( SELECT current_setting('guatu.jurisdiction'::text, true) AS current_setting))
  policy scope permissive all using ((jurisdiction_id = ANY (( SELECT guatu_list('guatu.jurisdictions'::text) AS guatu_list)::text[])) AND (( SELECT guatu_reads_all() AS guatu_reads_all) OR (unit_id = ANY (( SELECT guatu_list('guatu.units'::text) AS guatu_list)::text[]))))
  policy update_at_home restrictive update using (jurisdiction_id = ( SELECT current_setting('guatu.jurisdiction'::text, true) AS current_setting))
  grant delete, insert, select, update to guatu_app
  grant select to guatu_backup

table saved_view
  01 jurisdiction_id text not null
  02 id text not null
  03 owner text not null -- person
  04 name text not null
  05 query jsonb not null -- the address of the page: what is filtered, sorted and shown, never a moment
  06 shared boolean not null -- seen by the whole jurisdiction; what it finds is still the reader's own scope
  07 saved_at timestamp(3) with time zone not null default now()
  constraint saved_view_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES jurisdiction(id)
  constraint saved_view_pkey PRIMARY KEY (jurisdiction_id, id)
  CREATE INDEX saved_view_owner ON public.saved_view USING btree (jurisdiction_id, owner) -- savedViews: own ones and those that are shared
  row level security forced
  policy backup permissive select using true
  policy own permissive all using ((jurisdiction_id = ( SELECT current_setting('guatu.jurisdiction'::text, true) AS current_setting)) AND (owner = ( SELECT current_setting('guatu.person'::text, true) AS current_setting)))
  policy scope permissive select using ((jurisdiction_id = ( SELECT current_setting('guatu.jurisdiction'::text, true) AS current_setting)) AND (shared OR (owner = ( SELECT current_setting('guatu.person'::text, true) AS current_setting))))
  grant delete, insert, select, update to guatu_app
  grant select to guatu_backup

table scheme_file
  01 jurisdiction_id text not null
  02 id text not null
  03 name text not null
  04 media_type text not null
  05 bytes bytea not null
  06 sha256 text not null
  07 added_by text not null -- person
  08 added_at timestamp(3) with time zone not null default now()
  constraint scheme_file_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES jurisdiction(id)
  constraint scheme_file_pkey PRIMARY KEY (jurisdiction_id, id)
  CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.scheme_file FOR EACH STATEMENT EXECUTE FUNCTION guatu_refuse_change()
  row level security forced
  policy adds permissive insert check ((jurisdiction_id = ( SELECT current_setting('guatu.jurisdiction'::text, true) AS current_setting)) AND ( SELECT guatu_reads_all() AS guatu_reads_all))
  policy backup permissive select using true
  policy home permissive select using (jurisdiction_id = ( SELECT current_setting('guatu.jurisdiction'::text, true) AS current_setting))
  grant insert, select to guatu_app
  grant select to guatu_backup

table session
  01 jurisdiction_id text not null
  02 token_hash text not null
  03 login text not null
  04 expires_at timestamp(3) with time zone not null
  constraint session_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES jurisdiction(id)
  constraint session_jurisdiction_id_login_fkey FOREIGN KEY (jurisdiction_id, login) REFERENCES account(jurisdiction_id, login) ON DELETE CASCADE
  constraint session_pkey PRIMARY KEY (jurisdiction_id, token_hash)
  CREATE UNIQUE INDEX session_token ON public.session USING btree (token_hash) -- sessionByToken: a cookie names no jurisdiction
  grant delete, insert, select to guatu_auth
  grant select to guatu_backup

table setup
  01 jurisdiction_id text not null
  02 region text -- code of the national list; null for a zone that has none
  03 login text not null -- who sets up
  04 begun_at timestamp(3) with time zone not null default now()
  05 finished_at timestamp(3) with time zone
  constraint setup_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES jurisdiction(id)
  constraint setup_pkey PRIMARY KEY (jurisdiction_id)
  grant select to guatu_backup

table source_file
  01 jurisdiction_id text not null
  02 sha256 text not null
  03 name text not null
  04 bytes bytea not null
  05 uploaded_by text not null
  06 uploaded_at timestamp(3) with time zone not null default now()
  constraint source_file_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES jurisdiction(id)
  constraint source_file_pkey PRIMARY KEY (jurisdiction_id, sha256, uploaded_by)
  CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.source_file FOR EACH STATEMENT EXECUTE FUNCTION guatu_refuse_change()
  row level security forced
  policy backup permissive select using true
  policy delete_at_home restrictive delete using (jurisdiction_id = ( SELECT current_setting('guatu.jurisdiction'::text, true) AS current_setting))
  policy insert_at_home restrictive insert check (jurisdiction_id = ( SELECT current_setting('guatu.jurisdiction'::text, true) AS current_setting))
  policy scope permissive all using ((jurisdiction_id = ANY (( SELECT guatu_list('guatu.jurisdictions'::text) AS guatu_list)::text[])) AND (( SELECT guatu_reads_all() AS guatu_reads_all) OR (uploaded_by = ( SELECT current_setting('guatu.person'::text, true) AS current_setting))))
  policy update_at_home restrictive update using (jurisdiction_id = ( SELECT current_setting('guatu.jurisdiction'::text, true) AS current_setting))
  grant insert, select to guatu_app
  grant select to guatu_backup

table stored_result
  01 jurisdiction_id text not null
  02 id text not null
  03 kind text not null
  04 scheme text not null
  05 scheme_hash text not null -- sha256 of the text of the plan that judged
  06 engine text not null -- what computes: under another one the same facts may be judged otherwise
  07 as_of date not null
  08 seq bigint not null -- what the ledger held when it was judged
  09 sha256 text not null -- of the canonical JSON, in UTF-8
  10 size bigint not null -- bytes of the canonical JSON
  11 stored_by text not null
  12 stored_at timestamp(3) with time zone not null default now()
  constraint stored_result_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES jurisdiction(id)
  constraint stored_result_pkey PRIMARY KEY (jurisdiction_id, id)
  CREATE INDEX stored_result_recent ON public.stored_result USING btree (jurisdiction_id, stored_at DESC) -- storedResults: newest first
  CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.stored_result FOR EACH STATEMENT EXECUTE FUNCTION guatu_refuse_change()
  row level security forced
  policy backup permissive select using true
  policy insert_at_home restrictive insert check (jurisdiction_id = ( SELECT current_setting('guatu.jurisdiction'::text, true) AS current_setting))
  policy scope permissive all using ((jurisdiction_id = ANY (( SELECT guatu_list('guatu.jurisdictions'::text) AS guatu_list)::text[])) AND ( SELECT guatu_reads_all() AS guatu_reads_all))
  grant insert, select to guatu_app
  grant select to guatu_backup

table stored_result_part
  01 jurisdiction_id text not null
  02 result_id text not null
  03 part integer not null
  04 body bytea not null -- all parts in order are one gzip of the canonical JSON
  constraint stored_result_part_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES jurisdiction(id)
  constraint stored_result_part_jurisdiction_id_result_id_fkey FOREIGN KEY (jurisdiction_id, result_id) REFERENCES stored_result(jurisdiction_id, id) DEFERRABLE INITIALLY DEFERRED
  constraint stored_result_part_pkey PRIMARY KEY (jurisdiction_id, result_id, part)
  CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.stored_result_part FOR EACH STATEMENT EXECUTE FUNCTION guatu_refuse_change()
  row level security forced
  policy backup permissive select using true
  policy insert_at_home restrictive insert check (jurisdiction_id = ( SELECT current_setting('guatu.jurisdiction'::text, true) AS current_setting))
  policy scope permissive all using ((jurisdiction_id = ANY (( SELECT guatu_list('guatu.jurisdictions'::text) AS guatu_list)::text[])) AND ( SELECT guatu_reads_all() AS guatu_reads_all))
  grant insert, select to guatu_app
  grant select to guatu_backup

table unit
  01 jurisdiction_id text not null
  02 id text not null
  03 body jsonb not null
  04 parent_id text generated (body ->> 'parent'::text)
  05 effective_from date not null
  06 removed boolean not null
  07 seq bigint not null
  constraint unit_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES jurisdiction(id)
  constraint unit_pkey PRIMARY KEY (jurisdiction_id, id)
  CREATE INDEX unit_parent ON public.unit USING btree (jurisdiction_id, parent_id) -- withScope: a unit and all below it
  grant delete, insert, select, update to guatu_app
  grant select to guatu_backup

table unlock
  01 jurisdiction_id text not null
  02 seq bigint not null -- of the fact that unlocked it
  03 period text not null
  04 reason text not null
  05 unlocked_by text not null
  06 unlocked_at timestamp(3) with time zone not null
  07 ends_at timestamp(3) with time zone not null
  constraint unlock_ends CHECK ((ends_at > unlocked_at))
  constraint unlock_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES jurisdiction(id)
  constraint unlock_jurisdiction_id_period_fkey FOREIGN KEY (jurisdiction_id, period) REFERENCES closing(jurisdiction_id, period)
  constraint unlock_pkey PRIMARY KEY (jurisdiction_id, seq)
  constraint unlock_reason CHECK ((btrim(reason) <> ''::text))
  CREATE INDEX unlock_period ON public.unlock USING btree (jurisdiction_id, period, ends_at) -- unlocksOf: whether a closed period is open now
  CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.unlock FOR EACH STATEMENT EXECUTE FUNCTION guatu_refuse_change()
  row level security forced
  policy backup permissive select using true
  policy scope permissive all using (jurisdiction_id = ANY (( SELECT guatu_list('guatu.jurisdictions'::text) AS guatu_list)::text[]))
  grant select to guatu_app
  grant select to guatu_backup

table unlock_end
  01 jurisdiction_id text not null
  02 unlock_seq bigint not null
  03 seq bigint not null -- of the fact that ended it
  04 ended_by text not null
  05 ended_at timestamp(3) with time zone not null
  constraint unlock_end_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES jurisdiction(id)
  constraint unlock_end_pkey PRIMARY KEY (jurisdiction_id, unlock_seq)
  CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.unlock_end FOR EACH STATEMENT EXECUTE FUNCTION guatu_refuse_change()
  row level security forced
  policy backup permissive select using true
  policy scope permissive all using (jurisdiction_id = ANY (( SELECT guatu_list('guatu.jurisdictions'::text) AS guatu_list)::text[]))
  grant select to guatu_app
  grant select to guatu_backup
