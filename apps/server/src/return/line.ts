import type { DueReturn } from '@guatu/contract'
import { type AskedReturn, type ReturnAction, type ReturnActor, sideOf, stepOf } from '@guatu/domain'
import { workingDaysBetween } from '@guatu/kernel'
import type { ReturnState as ReturnRecord } from '@guatu/store'
import { CALENDAR, type Known, nameOf, routeOf, stateOf } from './known.ts'

/** A return as lists show it. `reported`: see `reportedIn`. */
export function dueLine(
  known: Known,
  asked: AskedReturn,
  record: ReturnRecord | undefined,
  reported: ReadonlySet<string>,
  actor: ReturnActor,
): DueReturn {
  const { unit, period, opens, due, locks, provisional } = asked
  const state = stateOf(record)
  return {
    unit,
    period,
    unitName: nameOf(known, unit),
    state: state?.state ?? 'open',
    at: state?.at ?? null,
    opens,
    due,
    locks: locks ?? null,
    provisional,
    daysLeft: daysLeft(known, due),
    cadences: cadencesOf(known, asked.cadences),
    rows: asked.rows.length,
    reported: asked.rows.filter(row => reported.has(`${period} ${row.project}`)).length,
    reasons: state?.state === 'returned' ? state.reasons.map(one => ({ ...one })) : [],
    may: mayNow(known, asked, record, actor),
  }
}

export const cadencesOf = ({ scheme }: Pick<Known, 'scheme'>, ids: readonly string[]) =>
  scheme.cadences
    .filter(one => ids.includes(one.id))
    .map(({ id, name, nameEn, clause }) => ({
      id,
      name,
      nameEn,
      ...(clause === undefined ? {} : { clause }),
    }))

/** Working days to the due day; negative: since. */
const daysLeft = ({ today }: Known, due: string) =>
  due >= today
    ? workingDaysBetween(CALENDAR, today, due).value
    : -workingDaysBetween(CALENDAR, due, today).value

const SHOWN = ['submit', 'withdraw', 'pass', 'return', 'accept', 'reopen'] as const

/** What the table of states lets the post do; whether the figures are right is another thing. */
function mayNow(
  known: Known,
  { unit, opens, locks }: AskedReturn,
  record: ReturnRecord | undefined,
  actor: ReturnActor,
): DueReturn['may'] {
  const state = stateOf(record)
  const side = sideOf(actor, unit, known.tree)
  const allowed = (action: ReturnAction) =>
    !stepOf(state?.state ?? 'open', action, side).startsWith('return.')
  const locked = locks !== undefined && known.today > locks
  return SHOWN.filter(action => {
    if (!allowed(action)) return false
    if (action === 'submit' && side === 'own') return known.today >= opens && !locked
    if (action === 'withdraw') return !locked && state?.at === (routeOf(known, unit)[0] ?? null)
    return side !== 'above' || state?.at === actor.unit
  })
}
