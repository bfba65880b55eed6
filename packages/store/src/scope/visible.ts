import { type Expression, type SqlBool, sql } from 'kysely'
import type { ScopedTx } from './scope.ts'

/** The first wall: projects of the scope. Row-level security, the second, says the same. */
export function visibleProjects(tx: ScopedTx): Expression<SqlBool> {
  if (tx.scope.reads === 'all') return sql`true`
  if ('projects' in tx.scope.reads) return sql`project.id = any (${tx.projects}::text[])`
  const { units } = tx
  return sql`(project.lead_unit = any (${units}::text[]) or project.owner_unit = any (${units}::text[])
    or project.town_unit = any (${units}::text[]))`
}

/** For tables with a project_id. */
export function ofVisibleProjects(tx: ScopedTx): Expression<SqlBool> {
  if (tx.scope.reads === 'all') return sql`true`
  return sql`project_id in (select project.id from project
    where project.jurisdiction_id = ${tx.scope.jurisdiction} and ${visibleProjects(tx)})`
}

/** For figures that a unit reports of itself. */
export function ofVisibleUnits(tx: ScopedTx): Expression<SqlBool> {
  return tx.scope.reads === 'all' ? sql`true` : sql`unit_id = any (${tx.units}::text[])`
}

/** For what makes sense over the whole ledger only. Throws when the scope sees less: a bug above. */
export function requireAll(tx: ScopedTx): void {
  if (tx.scope.reads !== 'all') throw new Error('needs a scope that reads all')
}
