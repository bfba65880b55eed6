import type { ReturnStateName } from '@guatu/domain'
import { ok, type Result } from '@guatu/kernel'
import { answeredBefore, IdempotencyConflict, readScope, type ScopedTx } from '@guatu/store'
import type { App } from '../app.ts'
import type { Failure } from '../http/failure.ts'
import type { Session } from '../session/session.ts'

export interface Moved {
  readonly seq: number
  readonly state: ReturnStateName
}

/** The answer of a request that has come before: the return has moved on since. */
export async function movedBefore(tx: ScopedTx, key: string, request: unknown): Promise<Moved | undefined> {
  const before = await answeredBefore(tx, key, request)
  return before?.body ? { seq: before.lastSeq, state: before.body.state as ReturnStateName } : undefined
}

/**
 * Of two that are the same and come at once, the second may find the return moved by the first: it is answered as the first
 * was, not refused.
 */
export async function orAnswered(
  app: App,
  session: Session,
  key: string,
  request: unknown,
  answer: Result<Moved, Failure>,
): Promise<Result<Moved, Failure>> {
  if (answer.ok) return answer
  try {
    const before = await readScope(app.database, session.scope, tx => movedBefore(tx, key, request))
    return before ? ok(before) : answer
  } catch (error) {
    if (error instanceof IdempotencyConflict) return answer
    throw error
  }
}
