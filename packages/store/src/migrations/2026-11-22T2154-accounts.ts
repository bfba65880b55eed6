import { sql } from 'kysely'
import type { Change } from './change.ts'

/** Outside the hash chain: a forgotten password or an ended session judges nothing. */
export const accounts: Change = sql`
create table account (
  jurisdiction_id text not null references jurisdiction,
  login text not null,
  person_id text not null,
  password_hash text not null,
  active boolean not null default true,
  primary key (jurisdiction_id, login)
);
create unique index account_login on account (login);
comment on index account_login is 'accountByLogin: before login no jurisdiction is known, so login names are unique over all';

create table session (
  jurisdiction_id text not null references jurisdiction,
  token_hash text not null,
  login text not null,
  expires_at timestamptz(3) not null,
  primary key (jurisdiction_id, token_hash),
  foreign key (jurisdiction_id, login) references account on delete cascade
);
create unique index session_token on session (token_hash);
comment on index session_token is 'sessionByToken: a cookie names no jurisdiction';

grant select on jurisdiction to guatu_auth;
grant select, insert, update on account to guatu_auth;
grant select, insert, delete on session to guatu_auth;
grant select (jurisdiction_id, login, person_id, active) on account to guatu_app;
`
