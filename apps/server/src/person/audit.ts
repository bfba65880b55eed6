import { randomUUID } from 'node:crypto'
import type { Day } from '@guatu/kernel'
import { factHistory, type NewFact, type ScopedTx } from '@guatu/store'

export interface Audit {
  readonly event:
    | 'person-added'
    | 'post-added'
    | 'post-ended'
    | 'handed-over'
    | 'password-reset'
    | 'password-changed'
  /** Whom it is about. */
  readonly person: string
  /** Of a hand-over. */
  readonly successor?: string
  readonly reason?: string
}

/** Who did it and when stand on the fact itself; what was secret stands nowhere. */
export const auditFact = (audit: Audit, day: Day): NewFact => ({
  word: 'audit',
  subject: randomUUID(),
  effectiveFrom: day,
  body: audit,
})

const SHOWN = 200

/** Newest first. */
export async function auditLog(tx: ScopedTx, nameOf: (person: string) => string) {
  const written = await factHistory(tx, 'audit')
  return written
    .slice(-SHOWN)
    .reverse()
    .map(({ body, enteredBy, recordedAt }) => {
      const { event, person, reason } = body as unknown as Audit
      return { at: recordedAt, by: nameOf(enteredBy), event, person: nameOf(person), reason: reason ?? null }
    })
}
