import { type Selectable, sql, type Transaction } from 'kysely'
import type { Database } from '../database/open.ts'
import type { Tables } from '../database/tables.ts'

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

/** Runs `work` in one transaction of that scope: all of it is committed when it ends, none of it when it throws. */
export function withScope<T>(
  database: Database,
  scope: Scope,
  work: (tx: ScopedTx) => Promise<T>,
): Promise<T> {
  return database.kysely.transaction().execute(async db => work(await enter(db, scope)))
}

/** As `withScope`, and all queries of `work` see the same moment: for keeping what was judged at it. */
export function withSnapshot<T>(
  database: Database,
  scope: Scope,
  work: (tx: ScopedTx) => Promise<T>,
): Promise<T> {
  return database.kysely
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async db => work(await enter(db, scope)))
}

/** As `withScope`, for reading only: all queries of `work` see the same moment. */
export function readScope<T>(
  database: Database,
  scope: Scope,
  work: (tx: ScopedTx) => Promise<T>,
): Promise<T> {
  return database.kysely
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async db => work(await enter(db, scope)))
}

async function enter(db: Transaction<Tables>, scope: Scope): Promise<ScopedTx> {
  const { jurisdiction, reads } = scope
  const units = typeof reads === 'object' && 'units' in reads ? reads.units : []
  const projects = typeof reads === 'object' && 'projects' in reads ? reads.projects : []
  const { rows } = await sql<{ units: string[] }>`
    with recursive
      below(id) as (
        select ${jurisdiction}
        union select j.id from jurisdiction j join below on j.parent_id = below.id where ${reads === 'all'}),
      own(id) as (
        select unnest(${units}::text[])
        union select u.id from unit u join own on u.parent_id = own.id
        where u.jurisdiction_id = ${jurisdiction} and not u.removed),
      lists as (
        select array(select id from below) as jurisdictions, array(select id from own) as units)
    select units,
      set_config('guatu.jurisdiction', ${jurisdiction}, true),
      set_config('guatu.person', ${scope.person}, true),
      set_config('guatu.reads_all', ${String(reads === 'all')}, true),
      set_config('guatu.jurisdictions', jurisdictions::text, true),
      set_config('guatu.units', units::text, true),
      set_config('guatu.projects', ${projects}::text[]::text, true),
      set_config('role', 'guatu_app', true)
    from lists`.execute(db)
  return { scope, db, units: rows[0]?.units ?? [], projects }
}

export type Row<Table extends keyof Tables> = Selectable<Tables[Table]>
