import type { ReturnStateName } from '@guatu/domain'
import { ok, type Result } from '@guatu/kernel'
import { answeredBefore, IdempotencyConflict, readScope } from '@guatu/store'
import type { App } from '../app.ts'
import type { Failure } from '../http/failure.ts'
import type { Session } from '../session/session.ts'

interface Moved {
  readonly seq: number
  readonly state: ReturnStateName
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
    const before = await readScope(app.database, session.scope, tx => answeredBefore(tx, key, request))
    if (!before?.body) return answer
    return ok({ seq: before.lastSeq, state: before.body.state as ReturnStateName })
  } catch (error) {
    if (error instanceof IdempotencyConflict) return answer
    throw error
  }
}
