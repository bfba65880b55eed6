import type { PeriodLine, routes } from '@guatu/contract'
import { askedReturns } from '@guatu/domain'
import { addDays, compareText, groupBy, ok } from '@guatu/kernel'
import { closings, persons, readScope, returnsOfPeriods } from '@guatu/store'
import type { App } from '../app.ts'
import type { Handler } from '../http/call.ts'
import { barNow, CALENDAR, knownNow } from '../return/known.ts'
import { askedPeriod, withRecords } from './asked.ts'
import { periodLine } from './line.ts'

/** Older ones are shown where they were closed. */
const DAYS_BACK = 62
const CLOSED_SHOWN = 60

export const listPeriods =
  (app: App): Handler<typeof routes.listPeriods> =>
  async ({ session }) => {
    return readScope(app.database, session.scope, async tx => {
      const known = await knownNow(app, tx, session.jurisdiction)
      const names = new Map((await persons(tx)).map(one => [one.id, one.name]))
      const closed = await closings(tx)
      const since = addDays(known.today, -DAYS_BACK)
      const open = groupBy(
        askedReturns(known.scheme, known.facts, known.today, CALENDAR, since),
        one => one.period,
      )
      const records = groupBy(await returnsOfPeriods(tx, [...open.keys()]), one => one.period)
      const lines: PeriodLine[] = []
      for (const [period, asked] of open) {
        const closing = closed.find(one => one.period === period)
        const line = periodLine(
          known,
          withRecords(known, period, asked, records.get(period) ?? []),
          closing,
          names,
        )
        if (line) lines.push(line)
      }
      for (const closing of closed.slice(0, CLOSED_SHOWN)) {
        if (open.has(closing.period)) continue
        const line = periodLine(known, await askedPeriod(tx, known, closing.period), closing, names)
        if (line) lines.push(line)
      }
      lines.sort((a, b) => compareText(b.due, a.due) || compareText(a.period, b.period))
      return ok({ bar: await barNow(tx, session, known), periods: lines })
    })
  }
