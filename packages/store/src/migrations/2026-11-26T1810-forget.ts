import { sql } from 'kysely'
import type { Change } from './change.ts'

/**
 * What was told is kept for as long as is set, and then goes: notices that were read, messages that went out or were given
 * up, the log of their tries, and the events behind them. Whatever is set, nothing younger than thirty days goes.
 */
export const forget: Change = sql`
create index notice_read on notice (jurisdiction_id, read_at) where read_at is not null;
comment on index notice_read is 'forgetTold: the oldest that were read';
create index delivery_attempt_oldest on delivery_attempt (jurisdiction_id, at);
comment on index delivery_attempt_oldest is 'forgetTold: the oldest tries';
create index outbox_done on outbox (jurisdiction_id, done_at) where done_at is not null;
comment on index outbox_done is 'forgetTold: the oldest that went out';

drop trigger append_only on delivery_attempt;
create trigger append_only before update or truncate on delivery_attempt
  for each statement execute function guatu_refuse_change();
create function guatu_refuse_young() returns trigger language plpgsql as $$
begin
  raise exception '% is kept for thirty days', tg_table_name;
end $$;
create trigger kept_a_while before delete on delivery_attempt
  for each row when (old.at >= now() - interval '30 days') execute function guatu_refuse_young();
create trigger kept_a_while before delete on outbox
  for each row when (old.done_at is null or old.done_at >= now() - interval '30 days')
  execute function guatu_refuse_young();

-- The server by itself sees of what others were told only what is to go.
create policy forgets on notice for select to guatu_app using (
  jurisdiction_id = (select current_setting('guatu.jurisdiction', true)) and (select guatu_reads_all())
  and (select current_setting('guatu.person', true)) = 'guatu' and read_at < now() - interval '30 days');
create policy forgotten on notice for delete to guatu_app using (
  jurisdiction_id = (select current_setting('guatu.jurisdiction', true)) and (select guatu_reads_all())
  and (select current_setting('guatu.person', true)) = 'guatu');
create policy kept_a_while on notice as restrictive for delete to guatu_app using (
  read_at < now() - interval '30 days');
create policy kept_a_while on delivery as restrictive for delete to guatu_app using (
  made_at < now() - interval '30 days' and state in ('sent', 'given-up'));
create policy kept_a_while on delivery_attempt as restrictive for delete to guatu_app using (
  at < now() - interval '30 days');
grant delete on notice, delivery, delivery_attempt, outbox to guatu_app;
`
