import type { routes } from '@guatu/contract'
import { unlockPeriod as decideUnlock } from '@guatu/domain'
import { must, ok } from '@guatu/kernel'
import {
  answeredBefore,
  appendBatch,
  closings,
  lockedSeq,
  personNames,
  unlockFact,
  unlocksOf,
} from '@guatu/store'
import type { App } from '../app.ts'
import type { Handler } from '../http/call.ts'
import { decide } from '../http/decide.ts'
import { refuse } from '../http/failure.ts'
import { todayOf } from '../moment/today.ts'
import { unlockView } from './unlock-view.ts'

const HOUR = 3_600_000

/** 解锁: the clock of the machine, not the business date, says when it ends. */
export const unlockPeriod =
  (app: App): Handler<typeof routes.unlockPeriod> =>
  ({ params, body, session }) =>
    decide(app.database, session.scope, async tx => {
      const { period } = params
      const { reason, hours, key } = body
      const request = { unlock: { period, reason, hours } }
      // Of two who unlock at once the second is told of the first.
      await lockedSeq(tx)
      const names = new Map([[session.person, session.name]])
      const before = await answeredBefore(tx, key, request)
      if (before) {
        const unlock = (await unlocksOf(tx, period)).find(one => one.seq === before.firstSeq)
        const everybody = await personNames(tx)
        return ok({ unlock: unlockView(must(unlock, `unlock of ${period}`), everybody) })
      }
      const closed = (await closings(tx)).map(one => one.period)
      const open = (await unlocksOf(tx, period)).find(one => one.open)
      if (open) return refuse('period.unlocked', { period, until: open.endsAt })
      const now = app.now()
      const decided = decideUnlock({
        period,
        actor: { ...session.post, person: session.person },
        closed,
        reason,
        now: new Date(now).toISOString(),
        until: new Date(now + hours * HOUR).toISOString(),
      })
      if (!decided.ok) return refuse('period.not-closed', { period })
      const { until } = decided.value
      const today = await todayOf(tx, session.jurisdiction, now)
      await appendBatch(tx, {
        facts: [unlockFact(period, { reason, until }, today)],
        idempotencyKey: key,
        request,
      })
      const unlock = must((await unlocksOf(tx, period))[0], `unlock of ${period}`)
      return ok({ unlock: unlockView(unlock, names) })
    })
