import { sql } from 'kysely'
import type { Change } from './change.ts'

/**
 * 文号: a series of one jurisdiction, of one 机关代字 and year, counts 1, 2, 3, …; the counter is taken in the
 * transaction that keeps the document, and the database lets neither go without the other.
 */
export const documentNumbers: Change = sql`
create table document_number (
  jurisdiction_id text not null references jurisdiction,
  series text not null,
  code text not null,
  year integer not null,
  last integer not null check (last > 0),
  primary key (jurisdiction_id, series, code, year)
);
comment on column document_number.code is '机关代字; empty for a series that counts without one';
comment on column document_number.last is 'the last number given';

alter table issued_document
  add series text,
  add code text,
  add year integer,
  add number integer,
  add number_text text,
  add distribution jsonb,
  add closing text,
  add template_id text,
  add constraint issued_document_number check (
    (number is null) = (series is null) and (number is null) = (code is null) and
    (number is null) = (year is null) and (number is null) = (number_text is null));
comment on column issued_document.number_text is 'as it is printed: 柞发改〔2020〕12号';
comment on column issued_document.distribution is '{to, copyTo}: whom it went to';
comment on column issued_document.closing is 'the closed period that its figures are of';
comment on column issued_document.template_id is 'the template it was made by; null: the built-in layout';
create unique index issued_document_numbered on issued_document (jurisdiction_id, series, code, year, number)
  where number is not null;
comment on index issued_document_numbered is 'issueDocument: no number is given twice';

create function guatu_count_on() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' and new.last <> 1 or tg_op = 'UPDATE' and (new.last <> old.last + 1
      or (new.jurisdiction_id, new.series, new.code, new.year) is distinct from
         (old.jurisdiction_id, old.series, old.code, old.year)) then
    raise exception 'a series counts on by one' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger count_on before insert or update on document_number
  for each row execute function guatu_count_on();
create trigger keep_counting before delete or truncate on document_number
  for each statement execute function guatu_refuse_change();

create function guatu_number_used() returns trigger language plpgsql as $$
begin
  if not exists (select 1 from issued_document where jurisdiction_id = new.jurisdiction_id
      and series = new.series and code = new.code and year = new.year and number = new.last) then
    raise exception 'number % of series % is of no document', new.last, new.series using errcode = 'check_violation';
  end if;
  return null;
end $$;
create constraint trigger number_used after insert or update on document_number
  deferrable initially deferred for each row execute function guatu_number_used();

create function guatu_number_counted() returns trigger language plpgsql as $$
begin
  if new.number is not null and not exists (select 1 from document_number where jurisdiction_id = new.jurisdiction_id
      and series = new.series and code = new.code and year = new.year and last = new.number) then
    raise exception 'number % of series % was not counted', new.number, new.series using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger number_counted before insert on issued_document
  for each row execute function guatu_number_counted();

create table document_template (
  jurisdiction_id text not null references jurisdiction,
  id text not null,
  kind text not null,
  file_name text not null,
  bytes bytea not null,
  sha256 text not null,
  added_by text not null,
  added_at timestamptz(3) not null default clock_timestamp(),
  retired boolean not null default false,
  primary key (jurisdiction_id, id)
);
comment on table document_template is 'a bureau''s own layouts, one row each time one is put in place; the newest of a kind is in force';
comment on column document_template.retired is 'from here on the built-in layout again';
create index document_template_newest on document_template (jurisdiction_id, kind, added_at desc);
comment on index document_template_newest is 'documentTemplate: the one in force';
create trigger append_only before update or delete or truncate on document_template
  for each statement execute function guatu_refuse_change();
alter table issued_document add constraint issued_document_template
  foreign key (jurisdiction_id, template_id) references document_template;

do $$
declare table_name text; home text := $h$jurisdiction_id = (select current_setting('guatu.jurisdiction', true))
  and (select guatu_reads_all())$h$;
begin
  foreach table_name in array array['document_number', 'document_template'] loop
    execute format('alter table %I enable row level security', table_name);
    execute format('alter table %I force row level security', table_name);
    execute format('create policy backup on %I for select to guatu_backup using (true)', table_name);
    execute format('create policy home on %I to guatu_app using (%s) with check (%s)', table_name, home, home);
  end loop;
end $$;

grant select, insert, update on document_number to guatu_app;
grant select, insert on document_template to guatu_app;
`
