import { type AskedReturn, askedReturns, type Facts, returnsOfPeriod } from '@guatu/domain'
import { addDays, type Day, type Period, periodSpan, yearOf } from '@guatu/kernel'
import { importFacts, type ScopedTx } from '@guatu/store'
import type { App } from '../app.ts'
import { CALENDAR, type Known, knownNow } from '../return/known.ts'
import type { Session } from '../session/session.ts'

/** What all files of one intake are read against, in one transaction. */
export interface Ground {
  readonly known: Known
  /** Newest first: those that a file may be of. */
  readonly periods: readonly Period[]
  /** Today, or the end of a period that is asked for before it ends. */
  dayFor(period: Period): Day
  facts(period: Period): Promise<Facts>
  asked(period: Period): readonly AskedReturn[]
}

const DAYS_BACK = 100

export async function groundOf(app: App, tx: ScopedTx, session: Session): Promise<Ground> {
  const known = await knownNow(app, tx, session.jurisdiction)
  const { today, scheme } = known
  const due = askedReturns(scheme, known.facts, today, CALENDAR, addDays(today, -DAYS_BACK))
  const opened = [...new Set(due.map(one => one.period))]
  const facts = new Map<Period, Promise<Facts>>()
  const asked = new Map<Period, readonly AskedReturn[]>()
  return {
    known,
    periods: opened.reverse(),
    dayFor: period => dayFor(known, opened, period),
    facts: period => {
      const read =
        facts.get(period) ?? importFacts(tx, { asOf: dayFor(known, opened, period), years: [yearOf(period)] })
      facts.set(period, read)
      return read
    },
    asked: period => {
      const of = asked.get(period) ?? returnsOfPeriod(scheme, known.facts, period, CALENDAR)
      asked.set(period, of)
      return of
    },
  }
}

function dayFor({ today }: Known, opened: readonly Period[], period: Period): Day {
  const { end } = periodSpan(period)
  return end > today && opened.includes(period) ? end : today
}
