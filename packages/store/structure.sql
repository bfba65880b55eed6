-- Made by the structure test from the migrations. Update with: npx vitest run --project db structure -u

function guatu_count_on()
  CREATE OR REPLACE FUNCTION public.guatu_count_on() RETURNS trigger LANGUAGE plpgsql AS $function$ begin if tg_op = 'INSERT' and new.last <> 1 or tg_op = 'UPDATE' and (new.last <> old.last + 1 or (new.jurisdiction_id, new.series, new.code, new.year) is distinct from (old.jurisdiction_id, old.series, old.code, old.year)) then raise exception 'a series counts on by one' using errcode = 'check_violation'; end if; return new; end $function$ 

function guatu_list(text)
  CREATE OR REPLACE FUNCTION public.guatu_list(name text) RETURNS text[] LANGUAGE sql STABLE AS $function$ select coalesce(nullif(current_setting(name, true), ''), '{}')::text[] $function$ 

function guatu_number_counted()
  CREATE OR REPLACE FUNCTION public.guatu_number_counted() RETURNS trigger LANGUAGE plpgsql AS $function$ begin if new.number is not null and not exists (select 1 from document_number where jurisdiction_id = new.jurisdiction_id and series = new.series and code = new.code and year = new.year and last = new.number) then raise exception 'number % of series % was not counted', new.number, new.series using errcode = 'check_violation'; end if; return new; end $function$ 

function guatu_number_used()
  CREATE OR REPLACE FUNCTION public.guatu_number_used() RETURNS trigger LANGUAGE plpgsql AS $function$ begin if not exists (select 1 from issued_document where jurisdiction_id = new.jurisdiction_id and series = new.series and code = new.code and year = new.year and number = new.last) then raise exception 'number % of series % is of no document', new.last, new.series using errcode = 'check_violation'; end if; return null; end $function$ 

function guatu_reads_all()
  CREATE OR REPLACE FUNCTION public.guatu_reads_all() RETURNS boolean LANGUAGE sql STABLE AS $function$ select coalesce(current_setting('guatu.reads_all', true), '') = 'true' $function$ 

function guatu_refuse_change()
  CREATE OR REPLACE FUNCTION public.guatu_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $function$ begin raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation'; end $function$ 

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
  row level security forced
  policy backup permissive select using true
  policy delete_at_home restrictive delete using (jurisdiction_id = ( SELECT current_setting('guatu.jurisdiction'::text, true) AS current_setting))
  policy insert_at_home restrictive insert check (jurisdiction_id = ( SELECT current_setting('guatu.jurisdiction'::text, true) AS current_setting))
  policy scope permissive all using ((jurisdiction_id = ANY (( SELECT guatu_list('guatu.jurisdictions'::text) AS guatu_list)::text[])) AND (( SELECT guatu_reads_all() AS guatu_reads_all) OR ((jurisdiction_id, project_id) IN ( SELECT p.jurisdiction_id, p.id FROM project p))))
  policy update_at_home restrictive update using (jurisdiction_id = ( SELECT current_setting('guatu.jurisdiction'::text, true) AS current_setting))
  grant delete, insert, select, update to guatu_app
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
  constraint entry_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES jurisdiction(id)
  constraint entry_pkey PRIMARY KEY (jurisdiction_id, seq)
  constraint entry_subject CHECK ((((subject_kind = 'project'::text) AND (project_id IS NOT NULL) AND (indicator IS NULL) AND (unit_id IS NULL)) OR ((subject_kind = 'reported'::text) AND (project_id IS NULL) AND (indicator IS NOT NULL) AND (unit_id IS NOT NULL))))
  CREATE INDEX entry_batch ON public.entry USING btree (jurisdiction_id, batch_id, seq) -- batchContents: what an import wrote
  CREATE INDEX entry_project ON public.entry USING btree (jurisdiction_id, project_id, period_end, seq) WHERE (project_id IS NOT NULL) -- entriesOf: the trail of one project
  CREATE INDEX entry_recorded ON public.entry USING btree (jurisdiction_id, recorded_at, seq) -- seqAt: the ledger as known at a time
  CREATE INDEX entry_reported ON public.entry USING btree (jurisdiction_id, period_end, seq) WHERE (project_id IS NULL) -- surroundings: what units had reported of themselves by a past moment
  CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.entry FOR EACH STATEMENT EXECUTE FUNCTION guatu_refuse_change()
  row level security forced
  policy backup permissive select using true
  policy delete_at_home restrictive delete using (jurisdiction_id = ( SELECT current_setting('guatu.jurisdiction'::text, true) AS current_setting))
  policy insert_at_home restrictive insert check (jurisdiction_id = ( SELECT current_setting('guatu.jurisdiction'::text, true) AS current_setting))
  policy scope permissive all using ((jurisdiction_id = ANY (( SELECT guatu_list('guatu.jurisdictions'::text) AS guatu_list)::text[])) AND (( SELECT guatu_reads_all() AS guatu_reads_all) OR (unit_id = ANY (( SELECT guatu_list('guatu.units'::text) AS guatu_list)::text[])) OR ((jurisdiction_id, project_id) IN ( SELECT p.jurisdiction_id, p.id FROM project p))))
  policy update_at_home restrictive update using (jurisdiction_id = ( SELECT current_setting('guatu.jurisdiction'::text, true) AS current_setting))
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
  constraint fact_word CHECK ((word = ANY (ARRAY['unit'::text, 'person'::text, 'post'::text, 'project'::text, 'membership'::text, 'calendar'::text, 'setting'::text, 'scheme'::text, 'list'::text, 'batch'::text, 'mapping'::text, 'reorganisation'::text, 'audit'::text])))
  CREATE INDEX fact_batch ON public.fact USING btree (jurisdiction_id, batch_id, seq) -- batchContents: what an import wrote
  CREATE INDEX fact_project ON public.fact USING btree (jurisdiction_id, project_id, word) WHERE (project_id IS NOT NULL) -- projectsKnown: what was in force of some projects on a past day
  CREATE INDEX fact_recorded ON public.fact USING btree (jurisdiction_id, recorded_at, seq) -- seqAt: the ledger as known at a time
  CREATE INDEX fact_subject ON public.fact USING btree (jurisdiction_id, word, subject_id, effective_from DESC, seq DESC) -- factsInForce: the state in force on a day, as known at a seq
  CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.fact FOR EACH STATEMENT EXECUTE FUNCTION guatu_refuse_change()
  row level security forced
  policy audit_reads restrictive select using ((word <> 'audit'::text) OR ( SELECT guatu_reads_all() AS guatu_reads_all))
  policy backup permissive select using true
  policy delete_at_home restrictive delete using (jurisdiction_id = ( SELECT current_setting('guatu.jurisdiction'::text, true) AS current_setting))
  policy insert_at_home restrictive insert check (jurisdiction_id = ( SELECT current_setting('guatu.jurisdiction'::text, true) AS current_setting))
  policy scope permissive all using ((jurisdiction_id = ANY (( SELECT guatu_list('guatu.jurisdictions'::text) AS guatu_list)::text[])) AND (( SELECT guatu_reads_all() AS guatu_reads_all) OR (project_id IS NULL) OR ((jurisdiction_id, project_id) IN ( SELECT p.jurisdiction_id, p.id FROM project p))))
  policy update_at_home restrictive update using (jurisdiction_id = ( SELECT current_setting('guatu.jurisdiction'::text, true) AS current_setting))
  policy writes_own_words restrictive insert check (( SELECT guatu_reads_all() AS guatu_reads_all) OR (project_id IS NOT NULL) OR (word = ANY (ARRAY['batch'::text, 'mapping'::text])))
  grant insert, select to guatu_app
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
  policy scope permissive all using ((jurisdiction_id = ANY (( SELECT guatu_list('guatu.jurisdictions'::text) AS guatu_list)::text[])) AND (( SELECT guatu_reads_all() AS guatu_reads_all) OR ((jurisdiction_id, project_id) IN ( SELECT p.jurisdiction_id, p.id FROM project p))))
  policy update_at_home restrictive update using (jurisdiction_id = ( SELECT current_setting('guatu.jurisdiction'::text, true) AS current_setting))
  grant delete, insert, select, update to guatu_app
  grant select to guatu_backup

table outbox
  01 jurisdiction_id text not null
  02 id bigint not null identity
  03 topic text not null
  04 payload jsonb not null
  05 seq bigint not null
  06 done_at timestamp(3) with time zone
  constraint outbox_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES jurisdiction(id)
  constraint outbox_pkey PRIMARY KEY (jurisdiction_id, id)
  CREATE INDEX outbox_open ON public.outbox USING btree (jurisdiction_id, id) WHERE (done_at IS NULL) -- takeOutbox: events still to go out
  grant insert, select to guatu_app
  grant select to guatu_backup
  grant on column done_at: guatu_app=w

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
