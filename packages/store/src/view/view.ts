import type { Time } from '../database/tables.ts'
import type { ScopedTx } from '../scope/scope.ts'

/** What a person looks at again and again, under a name. */
export interface SavedView {
  readonly id: string
  /** Person. */
  readonly owner: string
  readonly name: string
  /** Names and values of the page's address. */
  readonly query: Readonly<Record<string, string>>
  /** Seen by the whole jurisdiction. */
  readonly shared: boolean
  readonly savedAt: Time
}

/** Own ones and those that others share, by name. */
export async function savedViews(tx: ScopedTx): Promise<SavedView[]> {
  const rows = await tx.db
    .selectFrom('saved_view')
    .select(['id', 'owner', 'name', 'query', 'shared', 'saved_at'])
    .where('jurisdiction_id', '=', tx.scope.jurisdiction)
    .where(eb => eb.or([eb('shared', '=', true), eb('owner', '=', tx.scope.person)]))
    .orderBy('name')
    .orderBy('id')
    .execute()
  return rows.map(({ saved_at, ...view }) => ({ ...view, savedAt: saved_at }))
}

/** Puts a view of the person in, or in place of the one of that id. */
export async function saveView(
  tx: ScopedTx,
  { id, name, query, shared }: Pick<SavedView, 'id' | 'name' | 'query' | 'shared'>,
): Promise<void> {
  const said = { name, query: JSON.stringify(query), shared }
  await tx.db
    .insertInto('saved_view')
    .values({ jurisdiction_id: tx.scope.jurisdiction, id, owner: tx.scope.person, ...said })
    .onConflict(conflict => conflict.columns(['jurisdiction_id', 'id']).doUpdateSet(said))
    .execute()
}

/** False when there is none of that id that the person owns. */
export async function deleteView(tx: ScopedTx, id: string): Promise<boolean> {
  const { numDeletedRows } = await tx.db
    .deleteFrom('saved_view')
    .where('jurisdiction_id', '=', tx.scope.jurisdiction)
    .where('owner', '=', tx.scope.person)
    .where('id', '=', id)
    .executeTakeFirst()
  return numDeletedRows > 0n
}
