import { sql } from 'kysely'
import type { Change } from './change.ts'

export const currentPeriod: Change = sql`
create index current_period on current (jurisdiction_id, period);
comment on index current_period is 'reportedIn: which projects have a figure of a period';
`
