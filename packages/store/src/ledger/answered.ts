import { sql } from 'kysely'
import type { ScopedTx } from '../scope/scope.ts'
import { contentOf, IdempotencyConflict } from './content.ts'

/** What was written under a key. */
export interface AnsweredBefore {
  readonly firstSeq: number
  readonly lastSeq: number
  /** Of the first fact that was written; null where none was. */
  readonly body: Readonly<Record<string, unknown>> | null
}

/**
 * What the same request was answered before, for whom the state of things would refuse it now; undefined the first time.
 * Throws `IdempotencyConflict` when another request came under the key. Holds nobody up.
 */
export async function answeredBefore(
  tx: ScopedTx,
  key: string,
  request: unknown,
): Promise<AnsweredBefore | undefined> {
  const { rows } = await sql<AnsweredBefore & { content: string }>`
    select content_hash as content, first_seq as "firstSeq", last_seq as "lastSeq", body
    from idempotency left join fact on fact.jurisdiction_id = idempotency.jurisdiction_id
      and fact.seq = first_seq and first_seq <= last_seq
    where idempotency.jurisdiction_id = ${tx.scope.jurisdiction} and key = ${key}`.execute(tx.db)
  const [found] = rows
  if (!found) return undefined
  const { content, ...answered } = found
  if (content !== contentOf({ request }, tx.scope.person)) throw new IdempotencyConflict(key)
  return answered
}
