import { sql } from 'kysely'
import type { Change } from './change.ts'

/** What was judged, kept whole: issued papers stand on it, and judging again is compared with it. */
export const results: Change = sql`
create table stored_result (
  jurisdiction_id text not null references jurisdiction,
  id text not null,
  kind text not null,
  scheme text not null,
  scheme_hash text not null,
  engine text not null,
  as_of date not null,
  seq bigint not null,
  sha256 text not null,
  size bigint not null,
  stored_by text not null,
  stored_at timestamptz(3) not null default now(),
  primary key (jurisdiction_id, id)
);
comment on column stored_result.scheme_hash is 'sha256 of the text of the plan that judged';
comment on column stored_result.engine is 'what computes: under another one the same facts may be judged otherwise';
comment on column stored_result.seq is 'what the ledger held when it was judged';
comment on column stored_result.sha256 is 'of the canonical JSON, in UTF-8';
comment on column stored_result.size is 'bytes of the canonical JSON';
create index stored_result_recent on stored_result (jurisdiction_id, stored_at desc);
comment on index stored_result_recent is 'storedResults: newest first';

create table stored_result_part (
  jurisdiction_id text not null references jurisdiction,
  result_id text not null,
  part integer not null,
  body bytea not null,
  primary key (jurisdiction_id, result_id, part),
  foreign key (jurisdiction_id, result_id) references stored_result deferrable initially deferred
);
comment on column stored_result_part.body is 'all parts in order are one gzip of the canonical JSON';
alter table stored_result_part alter body set storage external;

alter table issued_document add result_id text;
comment on column issued_document.result_id is 'the stored result that it stands on';
alter table issued_document add constraint issued_document_result
  foreign key (jurisdiction_id, result_id) references stored_result;

create trigger append_only before update or delete or truncate on stored_result
  for each statement execute function guatu_refuse_change();
create trigger append_only before update or delete or truncate on stored_result_part
  for each statement execute function guatu_refuse_change();

do $$
declare table_name text; home text := $h$jurisdiction_id = (select current_setting('guatu.jurisdiction', true))$h$;
begin
  foreach table_name in array array['stored_result', 'stored_result_part'] loop
    execute format('alter table %I enable row level security', table_name);
    execute format('alter table %I force row level security', table_name);
    -- A result tells of every project: who sees a part sees none of it.
    execute format('create policy scope on %I using (jurisdiction_id = any ((select guatu_list(''guatu.jurisdictions''))::text[])
      and (select guatu_reads_all()))', table_name);
    execute format('create policy insert_at_home on %I as restrictive for insert with check (%s)', table_name, home);
  end loop;
end $$;

grant select, insert on stored_result, stored_result_part to guatu_app;
`
