import { sql } from 'kysely'
import type { Change } from './change.ts'

/**
 * Who reads by units finds own projects without a look at all the others: on deadline night that look, once for each
 * query, was most of what a submit took. `exists` leaves PostgreSQL the choice, by how many rows there are to ask for.
 */
export const projectUnits: Change = sql`
create index project_lead on project (jurisdiction_id, lead_unit);
comment on index project_lead is 'visibleProjects: what a unit leads';
create index project_owner on project (jurisdiction_id, owner_unit);
comment on index project_owner is 'visibleProjects: what a unit owns';
create index project_town on project (jurisdiction_id, town_unit);
comment on index project_town is 'visibleProjects: what lies in a town';

alter policy scope on membership using (
  jurisdiction_id = any ((select guatu_list('guatu.jurisdictions'))::text[]) and (
    (select guatu_reads_all())
    or exists (select from project p
      where p.jurisdiction_id = membership.jurisdiction_id and p.id = membership.project_id)));

alter policy scope on current using (
  jurisdiction_id = any ((select guatu_list('guatu.jurisdictions'))::text[]) and (
    (select guatu_reads_all())
    or exists (select from project p
      where p.jurisdiction_id = current.jurisdiction_id and p.id = current.project_id)));

alter policy scope on entry using (
  jurisdiction_id = any ((select guatu_list('guatu.jurisdictions'))::text[]) and (
    (select guatu_reads_all())
    or unit_id = any ((select guatu_list('guatu.units'))::text[])
    or exists (select from project p
      where p.jurisdiction_id = entry.jurisdiction_id and p.id = entry.project_id)));

alter policy scope on fact using (
  jurisdiction_id = any ((select guatu_list('guatu.jurisdictions'))::text[]) and (
    (select guatu_reads_all())
    or project_id is null
    or exists (select from project p
      where p.jurisdiction_id = fact.jurisdiction_id and p.id = fact.project_id)));

alter policy scope on evidence using (
  jurisdiction_id = any ((select guatu_list('guatu.jurisdictions'))::text[]) and (
    (select guatu_reads_all())
    or exists (select from project p
      where p.jurisdiction_id = evidence.jurisdiction_id and p.id = evidence.project_id)));
`
