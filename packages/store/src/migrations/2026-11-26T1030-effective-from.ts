import { sql } from 'kysely'
import type { Change } from './change.ts'

export const effectiveFrom: Change = sql`
create index project_effective on project (jurisdiction_id, effective_from);
comment on index project_effective is 'somethingLater: what comes into force after a day';
create index membership_effective on membership (jurisdiction_id, effective_from);
comment on index membership_effective is 'somethingLater: what comes into force after a day';
`
