import type { Selectable, Transaction } from 'kysely'
import { literal, literals } from '../database/literal.ts'
import type { Database } from '../database/open.ts'
import type { Tables } from '../database/tables.ts'
import { transacted } from '../database/transaction.ts'

/** Whose request this is and what it may see. */
export interface Scope {
  readonly jurisdiction: string
  /** Stands as `entered_by` on what it writes. */
  readonly person: string
  readonly reads: Reads
}

/**
 * `all`: the jurisdiction and those below it. `units`: projects whose lead, owner or town unit is one of these or
 * below. `projects`: these.
 */
export type Reads = 'all' | { readonly units: readonly string[] } | { readonly projects: readonly string[] }

/** A transaction inside a scope; the only way to the rows. */
export interface ScopedTx {
  readonly scope: Scope
  /** Own units and all below, when the scope is by units; else empty. */
  readonly units: readonly string[]
  readonly projects: readonly string[]
  readonly db: Transaction<Tables>
}

type Work<T> = (tx: ScopedTx) => Promise<T>

/** Runs `work` in one transaction of that scope: all of it is committed when it ends, none of it when it throws. */
export const withScope = <T>(database: Database, scope: Scope, work: Work<T>): Promise<T> =>
  scoped(database, 'write', scope, work)

/** As `withScope`, and all queries of `work` see the same moment: for keeping what was judged at it. */
export const withSnapshot = <T>(database: Database, scope: Scope, work: Work<T>): Promise<T> =>
  scoped(database, 'snapshot', scope, work)

/** As `withScope`, for reading only: all queries of `work` see the same moment. */
export const readScope = <T>(database: Database, scope: Scope, work: Work<T>): Promise<T> =>
  scoped(database, 'read', scope, work)

function scoped<T>(
  database: Database,
  access: 'write' | 'snapshot' | 'read',
  scope: Scope,
  work: Work<T>,
): Promise<T> {
  const { reads } = scope
  const projects = typeof reads === 'object' && 'projects' in reads ? reads.projects : []
  return transacted<{ units: string[] }, T>(database, access, entering(scope, projects), (db, rows) =>
    work({ scope, db, units: rows[0]?.units ?? [], projects }),
  )
}

/** Sets what row-level security asks for, and answers with the units of the scope and all below them. */
function entering({ jurisdiction, person, reads }: Scope, projects: readonly string[]): string {
  const home = literal(jurisdiction)
  const below = `array(with recursive below(id) as (
    select ${home} union select j.id from jurisdiction j join below on j.parent_id = below.id)
    select id from below)`
  const own = (units: readonly string[]) => `array(with recursive own(id) as (
    select unnest(${literals(units)}) union select u.id from unit u join own on u.parent_id = own.id
    where u.jurisdiction_id = ${home} and not u.removed) select id from own)`
  const byUnits = typeof reads === 'object' && 'units' in reads
  return `select units,
      set_config('guatu.jurisdiction', ${home}, true),
      set_config('guatu.person', ${literal(person)}, true),
      set_config('guatu.reads_all', '${reads === 'all'}', true),
      set_config('guatu.jurisdictions', (${reads === 'all' ? below : literals([jurisdiction])})::text, true),
      set_config('guatu.units', units::text, true),
      set_config('guatu.projects', (${literals(projects)})::text, true),
      set_config('role', 'guatu_app', true)
    from (select ${byUnits ? own(reads.units) : literals([])} as units) entered`
}

export type Row<Table extends keyof Tables> = Selectable<Tables[Table]>
