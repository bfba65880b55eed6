import { sql } from 'kysely'
import type { Change } from './change.ts'

export const entryReported: Change = sql`
create index entry_reported on entry (jurisdiction_id, period_end, seq) where project_id is null;
comment on index entry_reported is 'surroundings: what units had reported of themselves by a past moment';
`
