import type { PeriodLine, routes } from '@guatu/contract'
import { type AskedReturn, askedReturns, returnsOfPeriod } from '@guatu/domain'
import { addDays, compareText, groupBy, ok } from '@guatu/kernel'
import { closings as closingsNow, personNames, readScope, returnsOfPeriods } from '@guatu/store'
import type { App } from '../app.ts'
import type { Handler } from '../http/call.ts'
import { barNow, CALENDAR, DAYS_BACK, knownNow } from '../return/known.ts'
import { withRecords } from './asked.ts'
import { periodLine } from './line.ts'

const CLOSED_SHOWN = 24

export const listPeriods =
  (app: App): Handler<typeof routes.listPeriods> =>
  async ({ session }) => {
    return readScope(app.database, session.scope, async tx => {
      const known = await knownNow(app, tx, session.jurisdiction)
      const names = await personNames(tx)
      const closed = await closingsNow(tx)
      const since = addDays(known.today, -DAYS_BACK)
      const open = groupBy(
        askedReturns(known.scheme, known.facts, known.today, CALENDAR, since),
        one => one.period,
      )
      const all = new Map<string, readonly AskedReturn[]>(open)
      for (const { period } of closed.slice(0, CLOSED_SHOWN))
        if (!all.has(period)) all.set(period, returnsOfPeriod(known.scheme, known.facts, period, CALENDAR))
      const records = groupBy(await returnsOfPeriods(tx, [...all.keys()]), one => one.period)
      const closings = new Map(closed.map(one => [one.period, one]))
      const lines = [...all].flatMap(([period, asked]): PeriodLine[] => {
        const of = withRecords(known, period, asked, records.get(period) ?? [])
        const line = periodLine(known, of, closings.get(period), names)
        return line ? [line] : []
      })
      lines.sort((a, b) => compareText(b.due, a.due) || compareText(a.period, b.period))
      return ok({ bar: await barNow(tx, session, known), periods: lines })
    })
  }
