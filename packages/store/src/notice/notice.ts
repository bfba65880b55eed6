import type { BothLanguages, NoticeKind } from '@guatu/domain'
import { sql } from 'kysely'
import type { Time } from '../database/tables.ts'
import type { ScopedTx } from '../scope/scope.ts'

export interface Notice {
  readonly key: string
  readonly kind: NoticeKind
  readonly title: BothLanguages
  readonly body: BothLanguages
  readonly link: string
  readonly madeAt: Time
  readonly readAt: Time | null
}

/** The person's own, newest first. */
export async function notices(tx: ScopedTx, limit: number): Promise<Notice[]> {
  const rows = await tx.db
    .selectFrom('notice')
    .select(['key', 'kind', 'title_zh', 'title_en', 'body_zh', 'body_en', 'link', 'made_at', 'read_at'])
    .where('jurisdiction_id', '=', tx.scope.jurisdiction)
    .where('person_id', '=', tx.scope.person)
    .orderBy('made_at', 'desc')
    .orderBy('key')
    .limit(limit)
    .execute()
  return rows.map(row => ({
    key: row.key,
    kind: row.kind,
    title: { zh: row.title_zh, en: row.title_en },
    body: { zh: row.body_zh, en: row.body_en },
    link: row.link,
    madeAt: row.made_at,
    readAt: row.read_at,
  }))
}

export async function unreadNotices(tx: ScopedTx): Promise<number> {
  const row = await tx.db
    .selectFrom('notice')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('jurisdiction_id', '=', tx.scope.jurisdiction)
    .where('person_id', '=', tx.scope.person)
    .where('read_at', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

/** Marks own notices read, all of them where no keys are given; the first reading counts. */
export async function markNotices(tx: ScopedTx, keys?: readonly string[]): Promise<void> {
  await tx.db
    .updateTable('notice')
    .set({ read_at: sql`now()` })
    .where('jurisdiction_id', '=', tx.scope.jurisdiction)
    .where('person_id', '=', tx.scope.person)
    .where('read_at', 'is', null)
    .$if(keys !== undefined, query => query.where('key', 'in', [...(keys ?? []), '']))
    .execute()
}
