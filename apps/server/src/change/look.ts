import type { routes } from '@guatu/contract'
import { acknowledged, type Look, looked, PUBLISHED_CALENDAR } from '@guatu/domain'
import { ok } from '@guatu/kernel'
import { headSeq, lookMark, saveLookMark } from '@guatu/store'
import type { App } from '../app.ts'
import type { Handler } from '../http/call.ts'
import { decide } from '../http/decide.ts'
import { refuse } from '../http/failure.ts'
import { todayOf } from '../moment/today.ts'

export const markLook =
  (app: App): Handler<typeof routes.markLook> =>
  ({ body: { seen }, session }) =>
    decide(app.database, session.scope, async tx => {
      const today = await todayOf(tx, session.jurisdiction, app.now())
      if (seen && seen.asOf > today) return refuse('request.invalid', { place: 'body.seen.asOf' })
      const now: Look = { seq: await headSeq(tx), asOf: today, at: new Date(app.now()).toISOString() }
      const before = await lookMark(tx)
      const mark = seen
        ? acknowledged(before, {
            seq: Math.min(seen.seq, now.seq),
            asOf: seen.asOf,
            at: now.at,
          })
        : looked(before, now, PUBLISHED_CALENDAR)
      await saveLookMark(tx, mark)
      return ok({ since: mark.since })
    })
