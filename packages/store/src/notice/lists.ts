import { sql } from 'kysely'
import type { ScopedTx } from '../scope/scope.ts'
import { ofVisibleProjects } from '../scope/visible.ts'

/** Lists that hold a project of the scope now. */
export async function visibleLists(tx: ScopedTx): Promise<string[]> {
  const { rows } = await sql<{ list: string }>`
    select distinct body ->> 'list' as list from membership
    where jurisdiction_id = ${tx.scope.jurisdiction} and not removed and ${ofVisibleProjects(tx)}
    order by 1`.execute(tx.db)
  return rows.map(({ list }) => list)
}
