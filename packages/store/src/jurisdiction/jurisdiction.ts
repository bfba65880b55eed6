import type { Day } from '@guatu/kernel'
import type { Database } from '../database/open.ts'
import type { ScopedTx } from '../scope/scope.ts'

export interface Jurisdiction {
  readonly id: string
  readonly name: string
  readonly parent?: string
  /** What "today" is there, where it does not follow the clock (demo). */
  readonly businessDate?: Day
}

/** Setup, outside any scope: nothing of a jurisdiction can be read or written before it stands. Leaves one that is there. */
export async function createJurisdiction(database: Database, jurisdiction: Jurisdiction): Promise<void> {
  await database.kysely
    .insertInto('jurisdiction')
    .values({
      id: jurisdiction.id,
      name: jurisdiction.name,
      parent_id: jurisdiction.parent ?? null,
      business_date: jurisdiction.businessDate ?? null,
    })
    .onConflict(conflict => conflict.doNothing())
    .execute()
}

/** Setup: ids and names alone, to choose one at start. */
export async function jurisdictions(database: Database): Promise<Jurisdiction[]> {
  const rows = await database.kysely
    .selectFrom('jurisdiction')
    .select(['id', 'name', 'parent_id', 'business_date'])
    .orderBy('id')
    .execute()
  return rows.map(jurisdictionOf)
}

export async function ownJurisdiction(tx: ScopedTx): Promise<Jurisdiction> {
  const row = await tx.db
    .selectFrom('jurisdiction')
    .select(['id', 'name', 'parent_id', 'business_date'])
    .where('id', '=', tx.scope.jurisdiction)
    .executeTakeFirstOrThrow()
  return jurisdictionOf(row)
}

export async function setBusinessDate(tx: ScopedTx, day: Day): Promise<void> {
  await tx.db
    .updateTable('jurisdiction')
    .set({ business_date: day })
    .where('id', '=', tx.scope.jurisdiction)
    .execute()
}

export interface JurisdictionRow {
  readonly id: string
  readonly name: string
  readonly parent_id: string | null
  readonly business_date: string | null
}

export const jurisdictionOf = (row: JurisdictionRow): Jurisdiction => ({
  id: row.id,
  name: row.name,
  parent: row.parent_id ?? undefined,
  businessDate: row.business_date ?? undefined,
})
