import {
  askedReturns,
  CHASE_DEFAULTS,
  type ChasedReturn,
  type ChaseUnits,
  readChase,
  unitsAbove,
} from '@guatu/domain'
import { addDays } from '@guatu/kernel'
import { closings, returnsOfPeriods, type ScopedTx } from '@guatu/store'
import { CALENDAR, DAYS_BACK, type Known, keyOf, stateOf } from '../return/known.ts'

/** Everything that is owed now, with its state; closed periods are owed no more. */
export async function chasedReturns(tx: ScopedTx, known: Known): Promise<ChasedReturn[]> {
  const closed = new Set((await closings(tx)).map(one => one.period))
  const since = addDays(known.today, -DAYS_BACK)
  const asked = askedReturns(known.scheme, known.facts, known.today, CALENDAR, since).filter(
    one => !closed.has(one.period),
  )
  const records = await returnsOfPeriods(tx, [...new Set(asked.map(one => one.period))])
  const states = new Map(records.map(one => [keyOf(one), stateOf(one)]))
  return asked.map(one => ({ asked: one, current: states.get(keyOf(one)) }))
}

/** The nearest unit above that has a head or a reporter below the office, and the dispatch office. */
export function chaseUnits({ tree, held }: Known): ChaseUnits {
  const offices = new Set(held.filter(one => one.role === 'dispatcher').map(one => one.unit))
  const manned = new Set(held.map(one => one.unit))
  return {
    above: unit =>
      unitsAbove(tree, unit)
        .slice(1)
        .find(one => manned.has(one) && !offices.has(one)),
    office: [...offices].sort()[0] ?? '',
  }
}

/** The jurisdiction's own rules where it has set them (`chase` among its settings). */
export const chaseSettings = (settings: Readonly<Record<string, string>>) =>
  readChase(settings.chase ?? '') ?? CHASE_DEFAULTS
