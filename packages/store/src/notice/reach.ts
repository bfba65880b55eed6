import { sql } from 'kysely'
import type { Time } from '../database/tables.ts'
import type { ScopedTx } from '../scope/scope.ts'

/** Where a person is reached outside the product. */
export interface Reach {
  readonly mail: string | null
  readonly feedHash: string | null
  readonly feedAt: Time | null
}

/** The scope's own person. */
export async function ownReach(tx: ScopedTx): Promise<Reach> {
  const row = await tx.db
    .selectFrom('person_reach')
    .select(['mail', 'feed_hash', 'feed_at'])
    .where('jurisdiction_id', '=', tx.scope.jurisdiction)
    .where('person_id', '=', tx.scope.person)
    .executeTakeFirst()
  return { mail: row?.mail ?? null, feedHash: row?.feed_hash ?? null, feedAt: row?.feed_at ?? null }
}

/** Null: no mail to this person. */
export const saveOwnMail = (tx: ScopedTx, mail: string | null): Promise<void> => saveReach(tx, { mail })

/** A new hash makes the address before it void; null closes the feed. */
export const saveOwnFeed = (tx: ScopedTx, hash: string | null): Promise<void> =>
  saveReach(tx, { feed_hash: hash, feed_at: hash === null ? null : sql<Time>`now()` })

async function saveReach(tx: ScopedTx, said: object): Promise<void> {
  await tx.db
    .insertInto('person_reach')
    .values({ jurisdiction_id: tx.scope.jurisdiction, person_id: tx.scope.person, ...said })
    .onConflict(conflict => conflict.columns(['jurisdiction_id', 'person_id']).doUpdateSet(said))
    .execute()
}

/** Mail addresses by person, of those who gave one. Needs a scope that reads all. */
export async function mailAddresses(tx: ScopedTx, persons: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.db
    .selectFrom('person_reach')
    .select(['person_id', 'mail'])
    .where('jurisdiction_id', '=', tx.scope.jurisdiction)
    .where('person_id', 'in', [...persons, ''])
    .execute()
  return new Map(rows.flatMap(row => (row.mail ? [[row.person_id, row.mail]] : [])))
}
