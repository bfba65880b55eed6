import type { routes } from '@guatu/contract'
import { endUnlock as decideEnd, type UnlockFact } from '@guatu/domain'
import { must, ok } from '@guatu/kernel'
import {
  answeredBefore,
  appendBatch,
  lockedSeq,
  personNames,
  type ScopedTx,
  type Unlock,
  unlockEndFact,
  unlocksOf,
} from '@guatu/store'
import type { App } from '../app.ts'
import type { Handler } from '../http/call.ts'
import { decide } from '../http/decide.ts'
import { refuse } from '../http/failure.ts'
import { todayOf } from '../moment/today.ts'
import { unlockView } from './unlock-view.ts'

/** 提前结束: under the lock, so that of two who end it the second is told that it has ended. */
export const endUnlock =
  (app: App): Handler<typeof routes.endUnlock> =>
  ({ params, body, session }) =>
    decide(app.database, session.scope, async tx => {
      const { period } = params
      const { unlock: seq, key } = body
      const request = { endUnlock: { period, unlock: seq } }
      await lockedSeq(tx)
      if (!(await answeredBefore(tx, key, request))) {
        const unlock = await unlockOf(tx, period, seq)
        const now = app.now()
        const decided = decideEnd({
          period,
          actor: session.post,
          unlock: unlock?.open ? factOf(unlock) : undefined,
          now: new Date(now).toISOString(),
        })
        if (!decided.ok) return refuse('period.not-unlocked', { period })
        const today = await todayOf(tx, session.jurisdiction, now)
        await appendBatch(tx, {
          facts: [unlockEndFact(period, seq, today)],
          idempotencyKey: key,
          request,
        })
      }
      const names = await personNames(tx)
      return ok({ unlock: unlockView(must(await unlockOf(tx, period, seq), `unlock ${seq}`), names) })
    })

const unlockOf = async (tx: ScopedTx, period: string, seq: number): Promise<Unlock | undefined> =>
  (await unlocksOf(tx, period)).find(one => one.seq === seq)

const factOf = ({ period, reason, unlockedBy, unlockedAt, endsAt }: Unlock): UnlockFact => ({
  period,
  reason,
  by: unlockedBy,
  from: unlockedAt,
  until: endsAt,
})
