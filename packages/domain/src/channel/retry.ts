const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** Waiting after the first failure, the second, …; after the last of them the next failure is the end. */
const WAITS = [MINUTE, 5 * MINUTE, 15 * MINUTE, HOUR, 4 * HOUR, 12 * HOUR]

/** Tries in all, about 17 hours from the first to the last. */
export const MOST_ATTEMPTS = WAITS.length + 1

/** What became of one try. `waitMs`: the channel itself said how long to be silent. */
export type Outcome =
  | { readonly kind: 'sent' }
  | { readonly kind: 'failed'; readonly error: string; readonly waitMs?: number }

export type Step =
  | { readonly state: 'sent' }
  | { readonly state: 'failed'; readonly nextTryAt: number; readonly error: string }
  | { readonly state: 'given-up'; readonly error: string }

/** Where a delivery stands after its try number `attempt`, from 1 on; `now` in milliseconds since 1970. */
export function afterAttempt(outcome: Outcome, attempt: number, now: number): Step {
  if (outcome.kind === 'sent') return { state: 'sent' }
  const { error, waitMs = 0 } = outcome
  const wait = WAITS[attempt - 1]
  if (wait === undefined) return { state: 'given-up', error }
  return { state: 'failed', nextTryAt: now + Math.max(wait, waitMs), error }
}
