import { sql } from 'kysely'
import type { Change } from './change.ts'

/** Changes of units and projects are recorded with their reason, and who let whom in with whose hand. */
export const reorganisations: Change = sql`
alter table fact drop constraint fact_word;
alter table fact add constraint fact_word check (word in ('unit', 'person', 'post', 'project', 'membership',
  'calendar', 'setting', 'scheme', 'list', 'batch', 'mapping', 'reorganisation', 'audit'));

-- Who kept whose account is not for every reader of the ledger.
create policy audit_reads on fact as restrictive for select using (
  word <> 'audit' or (select guatu_reads_all()));
`
