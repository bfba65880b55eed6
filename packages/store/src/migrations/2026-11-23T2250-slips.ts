import { sql } from 'kysely'
import type { Change } from './change.ts'

/**
 * How a person gets the first password, or a new one: a code on paper, good once and for a while. Outside the hash
 * chain, as accounts are. And where an installation stands that is being set up.
 */
export const slips: Change = sql`
alter table account alter password_hash drop not null;
comment on column account.password_hash is 'null until the person has set one by a slip';

create table login_slip (
  jurisdiction_id text not null references jurisdiction,
  login text not null,
  code_hash text not null,
  issued_by text not null,
  issued_at timestamptz(3) not null default now(),
  expires_at timestamptz(3) not null,
  used_at timestamptz(3),
  primary key (jurisdiction_id, login),
  foreign key (jurisdiction_id, login) references account on delete cascade
);
comment on table login_slip is 'one per account: a new one takes the place of the last';
create unique index login_slip_code on login_slip (code_hash);
comment on index login_slip_code is 'slipByCode: a code names no jurisdiction';

alter table login_slip enable row level security;
alter table login_slip force row level security;
create policy identity on login_slip to guatu_auth using (true) with check (true);
create policy scope on login_slip for select to guatu_app
  using (jurisdiction_id = (select current_setting('guatu.jurisdiction', true)));

grant select, insert, update, delete on login_slip to guatu_auth;
grant select (jurisdiction_id, login, issued_by, issued_at, expires_at, used_at) on login_slip to guatu_app;

create table setup (
  jurisdiction_id text not null primary key references jurisdiction,
  region text,
  login text not null,
  begun_at timestamptz(3) not null default now(),
  finished_at timestamptz(3)
);
comment on table setup is 'read and written by the server itself, outside any request';
comment on column setup.region is 'code of the national list; null for a zone that has none';
comment on column setup.login is 'who sets up';
`
