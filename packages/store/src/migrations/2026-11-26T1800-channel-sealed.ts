import { sql } from 'kysely'
import type { Change } from './change.ts'

/** Secrets leave the settings. What stands there still is sealed at the server's start, as the key is not in here. */
export const channelSealed: Change = sql`
alter table channel add sealed jsonb not null default '{}';
comment on column channel.body is 'settings without their secrets';
comment on column channel.sealed is 'secrets by name, each encrypted by a key that stands outside the database';
`
