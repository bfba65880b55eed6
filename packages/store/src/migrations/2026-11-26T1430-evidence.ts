import { sql } from 'kysely'
import type { Change } from './change.ts'

/** Photos behind a return, kept as they came. */
export const evidence: Change = sql`
create table evidence (
  jurisdiction_id text not null references jurisdiction,
  project_id text not null,
  period text not null,
  sha256 text not null,
  name text not null,
  media_type text not null,
  bytes bytea not null,
  taken_at timestamptz(3),
  added_by text not null,
  added_at timestamptz(3) not null default now(),
  primary key (jurisdiction_id, project_id, period, sha256)
);
comment on column evidence.taken_at is 'by the file itself; null where it does not say';
comment on column evidence.added_by is 'person';
alter table evidence alter bytes set storage external;
create index evidence_file on evidence (jurisdiction_id, sha256);
comment on index evidence_file is 'evidenceUses: where else the same file was used';
create trigger append_only before update or delete or truncate on evidence
  for each statement execute function guatu_refuse_change();

alter table evidence enable row level security;
alter table evidence force row level security;
create policy backup on evidence for select to guatu_backup using (true);
create policy scope on evidence using (
  jurisdiction_id = any ((select guatu_list('guatu.jurisdictions'))::text[]) and (
    (select guatu_reads_all())
    or (jurisdiction_id, project_id) in (select p.jurisdiction_id, p.id from project p)));
create policy insert_at_home on evidence as restrictive for insert with check (
  jurisdiction_id = (select current_setting('guatu.jurisdiction', true)));

grant select, insert on evidence to guatu_app;
`
