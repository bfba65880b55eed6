import type { LookMark } from '@guatu/domain'
import type { ScopedTx } from '../scope/scope.ts'

/** Undefined: the person has not opened the war room of this jurisdiction yet. */
export async function lookMark(tx: ScopedTx): Promise<LookMark | undefined> {
  const row = await tx.db
    .selectFrom('look_mark')
    .select(['since_seq', 'since_as_of', 'since_at', 'last_seq', 'last_as_of', 'last_at'])
    .where('jurisdiction_id', '=', tx.scope.jurisdiction)
    .where('person_id', '=', tx.scope.person)
    .executeTakeFirst()
  return (
    row && {
      since: { seq: row.since_seq, asOf: row.since_as_of, at: row.since_at },
      last: { seq: row.last_seq, asOf: row.last_as_of, at: row.last_at },
    }
  )
}

/** Puts the person's mark in place of the one before. */
export async function saveLookMark(tx: ScopedTx, { since, last }: LookMark): Promise<void> {
  const said = {
    since_seq: since.seq,
    since_as_of: since.asOf,
    since_at: since.at,
    last_seq: last.seq,
    last_as_of: last.asOf,
    last_at: last.at,
  }
  await tx.db
    .insertInto('look_mark')
    .values({ jurisdiction_id: tx.scope.jurisdiction, person_id: tx.scope.person, ...said })
    .onConflict(conflict => conflict.columns(['jurisdiction_id', 'person_id']).doUpdateSet(said))
    .execute()
}
