import type { PeriodLine } from '@guatu/contract'
import { compareText } from '@guatu/kernel'
import type { Closing } from '@guatu/store'
import { closingView } from '../closing/view.ts'
import type { Known } from '../return/known.ts'
import { cadencesOf } from '../return/line.ts'
import type { AskedPeriod } from './asked.ts'

/** `persons`: names by id. Undefined where nothing is asked for the period and it was not closed. */
export function periodLine(
  known: Known,
  { period, asked, completeness }: AskedPeriod,
  closing: Closing | undefined,
  persons: ReadonlyMap<string, string>,
): PeriodLine | undefined {
  const days = (of: 'opens' | 'due') => asked.map(one => one[of]).sort(compareText)
  const [opens] = days('opens')
  const [due] = days('due')
  if (opens === undefined || due === undefined) return undefined
  const { units } = completeness
  const count = (test: (one: (typeof units)[number]) => boolean) => units.filter(test).length
  return {
    period,
    state: closing ? 'closed' : known.today < opens ? 'coming' : 'open',
    cadences: cadencesOf(known, [...new Set(asked.flatMap(one => one.cadences))]),
    opens,
    due,
    locks: asked.some(one => one.locks === undefined)
      ? null
      : (asked
          .map(one => one.locks ?? '')
          .sort(compareText)
          .at(-1) ?? null),
    provisional: asked.some(one => one.provisional),
    counts: {
      asked: units.length,
      submitted: count(one => one.sentOn !== null),
      onTime: count(one => one.sentOn !== null && one.onTime === true),
      late: count(one => one.sentOn !== null && one.onTime === false),
      missing: count(one => one.sentOn === null),
      accepted: count(one => one.accepted),
      returned: count(one => one.state === 'returned'),
      rows: completeness.completeness.d,
      rowsReported: completeness.completeness.n,
    },
    closing: closing ? closingView(known, closing, persons) : null,
  }
}
