import { returnsOfPeriod, type UnitReturns } from '@guatu/domain'
import { groupBy, type Period, periodKind, periodSpan, periodsIn } from '@guatu/kernel'
import { returnsAt, type ScopedTx } from '@guatu/store'
import type { JudgedWhole } from '../result/whole.ts'
import { CALENDAR } from '../return/known.ts'

/** Returns of the period, and of the shorter ones that end in it, as they stood when the ledger held what was judged. */
export async function unitReturns(
  tx: ScopedTx,
  { kept, facts, seq }: JudgedWhole,
  period: Period,
): Promise<UnitReturns[]> {
  const { scheme } = kept
  const span = periodSpan(period)
  const rhythms = new Set(scheme.cadences.filter(one => one.asksReturn).map(one => one.every))
  const periods = [...rhythms].flatMap(every => {
    if (every === periodKind(period)) return [period]
    return periodsIn(every, span).filter(one => {
      const { end } = periodSpan(one)
      return end <= span.end && end >= span.start
    })
  })
  const asked = periods.flatMap(one => returnsOfPeriod(scheme, facts, one, CALENDAR))
  const sentOn = new Map(
    (await returnsAt(tx, asked, seq)).map(one => [`${one.unit} ${one.period}`, one.firstSubmittedOn]),
  )
  const names = new Map(facts.units.map(unit => [unit.id, unit.name]))
  return [...groupBy(asked, one => one.unit)].map(([unit, ones]) => {
    const days = ones.map(one => ({ due: one.due, sent: sentOn.get(`${unit} ${one.period}`) ?? null }))
    return {
      name: names.get(unit) ?? unit,
      asked: days.length,
      onTime: days.filter(({ due, sent }) => sent !== null && sent <= due).length,
      late: days.filter(({ due, sent }) => sent !== null && sent > due).length,
      missing: days.filter(({ sent }) => sent === null).length,
    }
  })
}
