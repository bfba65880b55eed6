import { sql } from 'kysely'
import type { Change } from './change.ts'

export const factProject: Change = sql`
create index fact_project on fact (jurisdiction_id, project_id, word) where project_id is not null;
comment on index fact_project is 'projectsKnown: what was in force of some projects on a past day';
`
