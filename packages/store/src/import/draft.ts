import { sql } from 'kysely'
import type { Time } from '../database/tables.ts'
import type { ScopedTx } from '../scope/scope.ts'
import { asPerson } from '../scope/within.ts'

/** What a person has of an import before committing it: seen by that person alone. */
export interface ImportDraft {
  readonly id: string
  readonly body: unknown
  readonly savedAt: Time
}

export async function saveImportDraft(tx: ScopedTx, id: string, body: unknown): Promise<void> {
  const saved = { body: JSON.stringify(body), saved_at: sql<Time>`now()` }
  await tx.db
    .insertInto('import_draft')
    .values({ jurisdiction_id: tx.scope.jurisdiction, id, person_id: tx.scope.person, ...saved })
    .onConflict(conflict => conflict.columns(['jurisdiction_id', 'id']).doUpdateSet(saved))
    .execute()
}

export async function importDraft(tx: ScopedTx, id: string): Promise<ImportDraft | undefined> {
  return (await importDrafts(tx, id))[0]
}

/** Newest first. */
export async function importDrafts(tx: ScopedTx, id?: string): Promise<ImportDraft[]> {
  const rows = await tx.db
    .selectFrom('import_draft')
    .select(['id', 'body', 'saved_at'])
    .where('jurisdiction_id', '=', tx.scope.jurisdiction)
    .where('person_id', '=', tx.scope.person)
    .$if(id !== undefined, query => query.where('id', '=', id ?? ''))
    .orderBy('saved_at', 'desc')
    .execute()
  return rows.map(row => ({ id: row.id, body: row.body, savedAt: row.saved_at }))
}

/** Without their bodies, newest first. */
export async function importDraftIds(tx: ScopedTx): Promise<Omit<ImportDraft, 'body'>[]> {
  const rows = await tx.db
    .selectFrom('import_draft')
    .select(['id', 'saved_at'])
    .where('jurisdiction_id', '=', tx.scope.jurisdiction)
    .where('person_id', '=', tx.scope.person)
    .orderBy('saved_at', 'desc')
    .execute()
  return rows.map(row => ({ id: row.id, savedAt: row.saved_at }))
}

/** Those whose ids begin so, by id. */
export async function importDraftsUnder(tx: ScopedTx, prefix: string): Promise<ImportDraft[]> {
  const rows = await tx.db
    .selectFrom('import_draft')
    .select(['id', 'body', 'saved_at'])
    .where('jurisdiction_id', '=', tx.scope.jurisdiction)
    .where('person_id', '=', tx.scope.person)
    .where(sql<boolean>`starts_with(id, ${prefix})`)
    .orderBy('id')
    .execute()
  return rows.map(row => ({ id: row.id, body: row.body, savedAt: row.saved_at }))
}

export async function deleteImportDraft(tx: ScopedTx, id: string): Promise<void> {
  await tx.db
    .deleteFrom('import_draft')
    .where('jurisdiction_id', '=', tx.scope.jurisdiction)
    .where('person_id', '=', tx.scope.person)
    .where('id', '=', id)
    .execute()
}

/** Gives one person's drafts to another, and says which. */
export async function passImportDrafts(tx: ScopedTx, from: string, to: string): Promise<ImportDraft[]> {
  const drafts = await asPerson(tx, from, async theirs => {
    const all = await importDrafts(theirs)
    for (const { id } of all) await deleteImportDraft(theirs, id)
    return all
  })
  await asPerson(tx, to, async theirs => {
    for (const { id, body } of drafts) await saveImportDraft(theirs, id, body)
  })
  return drafts
}
