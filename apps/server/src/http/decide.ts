import type { Result } from '@guatu/kernel'
import {
  type Database,
  IdempotencyConflict,
  PeriodClosed,
  type Scope,
  type ScopedTx,
  withScope,
} from '@guatu/store'
import { type Failure, refuse } from './failure.ts'

class Undecided extends Error {
  constructor(readonly result: Result<never, Failure>) {
    super('rolled back')
  }
}

/**
 * One transaction that is committed when `work` succeeds and leaves nothing when it refuses. So a check may follow the
 * append: the append holds the jurisdiction's lock, and what is read after it cannot change any more. `within`:
 * `readScope` for who decides at one moment and writes later.
 */
export async function decide<T>(
  database: Database,
  scope: Scope,
  work: (tx: ScopedTx) => Promise<Result<T, Failure>>,
  within: typeof withScope = withScope,
): Promise<Result<T, Failure>> {
  try {
    return await within(database, scope, async tx => {
      const result = await work(tx)
      if (!result.ok) throw new Undecided(result)
      return result
    })
  } catch (error) {
    if (error instanceof Undecided) return error.result
    if (error instanceof IdempotencyConflict) return refuse('request.invalid', { place: 'body.key' })
    if (error instanceof PeriodClosed) return refuse('period.closed', { period: error.period })
    throw error
  }
}
