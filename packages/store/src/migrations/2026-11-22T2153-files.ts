import { sql } from 'kysely'
import type { Change } from './change.ts'

export const files: Change = sql`
create table source_file (
  jurisdiction_id text not null references jurisdiction,
  sha256 text not null,
  name text not null,
  bytes bytea not null,
  uploaded_by text not null,
  uploaded_at timestamptz(3) not null default now(),
  primary key (jurisdiction_id, sha256, uploaded_by)
);
comment on table source_file is 'files as they came, so that the row behind a figure can be opened again; per uploader, who alone may see it where not all is seen';

create table import_draft (
  jurisdiction_id text not null references jurisdiction,
  id text not null,
  person_id text not null,
  body jsonb not null,
  saved_at timestamptz(3) not null default now(),
  primary key (jurisdiction_id, id)
);
create index import_draft_person on import_draft (jurisdiction_id, person_id, saved_at);
comment on index import_draft_person is 'importDrafts: what the person has not finished';

create table issued_document (
  jurisdiction_id text not null references jurisdiction,
  id text not null,
  kind text not null,
  file_name text not null,
  media_type text not null,
  bytes bytea not null,
  sha256 text not null,
  as_of date not null,
  seq bigint not null,
  issued_by text not null,
  issued_at timestamptz(3) not null default now(),
  primary key (jurisdiction_id, id)
);
comment on column issued_document.seq is 'what the ledger held when the document was made';
create index issued_document_recent on issued_document (jurisdiction_id, issued_at desc);
comment on index issued_document_recent is 'issuedDocuments: newest first';

create trigger append_only before update or delete or truncate on source_file
  for each statement execute function guatu_refuse_change();
create trigger append_only before update or delete or truncate on issued_document
  for each statement execute function guatu_refuse_change();

grant select, insert on source_file, issued_document to guatu_app;
grant select, insert, update, delete on import_draft to guatu_app;
`
