import { type BothLanguages, type NewNotice, type NoticeKind, recipientsOf } from '@guatu/domain'
import { headSeq } from '../ledger/head.ts'
import { posts } from '../post/post.ts'
import type { ScopedTx } from '../scope/scope.ts'
import { units } from '../unit/unit.ts'

/** A notice on its way to the channels, as the outbox holds it. */
export interface OutgoingNotice {
  readonly key: string
  readonly kind: NoticeKind
  readonly persons: readonly string[]
  readonly title: BothLanguages
  readonly body: BothLanguages
  readonly link: string
}

export const NOTICE_TOPIC = 'notice'

/**
 * Tells people, in the caller's transaction: in the product when it commits, by the channels of the bureau soon after.
 * Nothing is sent here. A key that was told to somebody before is not told again. Gives how many persons are addressed.
 */
export async function enqueueNotices(tx: ScopedTx, notices: readonly NewNotice[]): Promise<number> {
  if (notices.length === 0) return 0
  const [held, tree] = [await posts(tx), await units(tx)]
  const outgoing = notices.map(notice => ({ notice, persons: recipientsOf(notice, held, tree) }))
  const rows = outgoing.flatMap(({ notice, persons }) => persons.map(person => rowOf(tx, notice, person)))
  // Without a target: naming one would ask for the right to read what others were told.
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE)
    await tx.db
      .insertInto('notice')
      .values(rows.slice(at, at + ROWS_AT_ONCE))
      .onConflict(conflict => conflict.doNothing())
      .execute()
  const seq = await headSeq(tx)
  const events = outgoing.map(({ notice, persons }) => {
    const { key, kind, title, body, link } = notice
    const payload: OutgoingNotice = { key, kind, persons, title, body, link }
    return {
      jurisdiction_id: tx.scope.jurisdiction,
      topic: NOTICE_TOPIC,
      payload: JSON.stringify(payload),
      seq,
    }
  })
  for (let at = 0; at < events.length; at += ROWS_AT_ONCE)
    await tx.db
      .insertInto('outbox')
      .values(events.slice(at, at + ROWS_AT_ONCE))
      .execute()
  return rows.length
}

/** PostgreSQL takes 65,535 parameters in one statement. */
const ROWS_AT_ONCE = 1000

const rowOf = (tx: ScopedTx, { key, kind, title, body, link }: NewNotice, person: string) => ({
  jurisdiction_id: tx.scope.jurisdiction,
  person_id: person,
  key,
  kind,
  title_zh: title.zh,
  title_en: title.en,
  body_zh: body.zh,
  body_en: body.en,
  link,
})
