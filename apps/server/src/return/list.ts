import type { routes } from '@guatu/contract'
import { askedReturns } from '@guatu/domain'
import { addDays, ok } from '@guatu/kernel'
import { closings, readScope, reportedIn, returnsOfPeriods } from '@guatu/store'
import type { App } from '../app.ts'
import type { Handler } from '../http/call.ts'
import { barNow, CALENDAR, DAYS_BACK, keyOf, knownNow, ofSeenUnits } from './known.ts'
import { dueLine } from './line.ts'

export const listReturns =
  (app: App): Handler<typeof routes.listReturns> =>
  async ({ session }) => {
    return readScope(app.database, session.scope, async tx => {
      const known = await knownNow(app, tx, session.jurisdiction)
      const since = addDays(known.today, -DAYS_BACK)
      const closed = new Set((await closings(tx)).map(one => one.period))
      const asked = ofSeenUnits(
        tx,
        askedReturns(known.scheme, known.facts, known.today, CALENDAR, since),
      ).filter(one => !closed.has(one.period))
      const periods = [...new Set(asked.map(one => one.period))]
      const records = new Map((await returnsOfPeriods(tx, periods)).map(one => [keyOf(one), one]))
      const reported = await reportedIn(tx, periods)
      const lines = asked.map(one => dueLine(known, one, records.get(keyOf(one)), reported, session.post))
      return ok({ bar: await barNow(tx, session, known), returns: lines })
    })
  }
