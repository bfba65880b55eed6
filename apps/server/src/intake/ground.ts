import { type AskedReturn, askedReturns, type Facts, returnsOfPeriod } from '@guatu/domain'
import { addDays, type Period, periodSpan, yearOf } from '@guatu/kernel'
import { importFacts, type ScopedTx } from '@guatu/store'
import { CALENDAR, type Known, knownNow } from '../return/known.ts'
import type { App } from '../app.ts'
import type { Session } from '../session/session.ts'

/** What all files of one intake are read against, in one transaction. */
export interface Ground {
  readonly known: Known
  /** Newest first: those that a file may be of. */
  readonly periods: readonly Period[]
  facts(period: Period): Promise<Facts>
  asked(period: Period): readonly AskedReturn[]
}

const DAYS_BACK = 100

export async function groundOf(app: App, tx: ScopedTx, session: Session): Promise<Ground> {
  const known = await knownNow(tx, session.jurisdiction, app.now())
  const { today, scheme } = known
  const due = askedReturns(scheme, known.facts, today, CALENDAR, addDays(today, -DAYS_BACK))
  const ended = [...new Set(due.map(one => one.period))].filter(period => periodSpan(period).end <= today)
  const facts = new Map<number, Promise<Facts>>()
  const asked = new Map<Period, readonly AskedReturn[]>()
  return {
    known,
    periods: ended.reverse(),
    facts: period => {
      const year = yearOf(period)
      const read = facts.get(year) ?? importFacts(tx, { asOf: today, years: [year] })
      facts.set(year, read)
      return read
    },
    asked: period => {
      const of = asked.get(period) ?? returnsOfPeriod(scheme, known.facts, period, CALENDAR)
      asked.set(period, of)
      return of
    },
  }
}
