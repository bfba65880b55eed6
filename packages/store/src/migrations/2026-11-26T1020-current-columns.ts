import { sql } from 'kysely'
import type { Change } from './change.ts'

/**
 * The common figures that plans judge by, and the entries that set them, as columns: taken out of jsonb at each
 * reading they cost more than judging. Generated, so that they cannot differ; texts stay in the figures alone.
 */
export const currentColumns: Change = sql`
alter table current
  add column invest_ytd bigint generated always as ((figures ->> 'invest-ytd')::bigint) stored,
  add column invest_total bigint generated always as ((figures ->> 'invest-total')::bigint) stored,
  add column paid_ytd bigint generated always as ((figures ->> 'paid-ytd')::bigint) stored,
  add column stat_ytd bigint generated always as ((figures ->> 'stat-ytd')::bigint) stored,
  add column stage text generated always as (figures ->> 'stage') stored,
  add column started_on text generated always as (figures ->> 'started-on') stored,
  add column completed_on text generated always as (figures ->> 'completed-on') stored,
  add column invest_ytd_seq bigint generated always as ((sources ->> 'invest-ytd')::bigint) stored,
  add column invest_total_seq bigint generated always as ((sources ->> 'invest-total')::bigint) stored,
  add column paid_ytd_seq bigint generated always as ((sources ->> 'paid-ytd')::bigint) stored,
  add column stat_ytd_seq bigint generated always as ((sources ->> 'stat-ytd')::bigint) stored,
  add column stage_seq bigint generated always as ((sources ->> 'stage')::bigint) stored,
  add column started_on_seq bigint generated always as ((sources ->> 'started-on')::bigint) stored,
  add column completed_on_seq bigint generated always as ((sources ->> 'completed-on')::bigint) stored;
comment on column current.started_on is 'text: reading a day depends on settings, which a generated column may not';
`
