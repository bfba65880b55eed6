import { type Day, type Period, type WorkingCalendar, workingDaysBetween } from '@guatu/kernel'
import type { AskedReturn, ReturnState } from '../return/index.ts'

/** How one unit stands with its return of one period (报送情况). Counts are rows, which are projects. */
export interface UnitCompleteness {
  readonly unit: string
  readonly period: Period
  readonly due: Day
  readonly state: ReturnState['state']
  readonly expected: number
  readonly submitted: number
  /** Asked projects of which it holds nothing, by id. */
  readonly missing: readonly string[]
  /** The day on which it was first sent; null while it was not. */
  readonly sentOn: Day | null
  /** Sent by the due day; null where it is neither sent nor past due. */
  readonly onTime: boolean | null
  /** Working days from the due day to the first sending, or to now while nothing was sent. */
  readonly daysLate: number
  readonly accepted: boolean
}

/** A return's state and the day on which it was first sent. */
export interface SentReturn {
  readonly current: ReturnState
  readonly sentOn: Day | null
}

/** `n` of `d`, both whole. */
export interface Share {
  readonly n: number
  readonly d: number
}

export interface Completeness {
  readonly units: readonly UnitCompleteness[]
  /** Returns sent by their due day, of those that are past due or sent. */
  readonly timeliness: Share
  /** Rows sent, of all rows asked. */
  readonly completeness: Share
}

/**
 * Of each asked return what came of it. Sending again after a return was sent back keeps the first day: who sent in time
 * was in time.
 */
export function completenessOf(
  asked: readonly AskedReturn[],
  sent: readonly SentReturn[],
  asOf: Day,
  calendar: WorkingCalendar,
): Completeness {
  const byKey = new Map(sent.map(one => [`${one.current.unit} ${one.current.period}`, one]))
  const units = asked.map(one => unitOf(one, byKey.get(`${one.unit} ${one.period}`), asOf, calendar))
  const judged = units.filter(one => one.onTime !== null)
  return {
    units,
    timeliness: { n: judged.filter(one => one.onTime).length, d: judged.length },
    completeness: {
      n: units.reduce((sum, one) => sum + one.submitted, 0),
      d: units.reduce((sum, one) => sum + one.expected, 0),
    },
  }
}

function unitOf(
  { unit, period, due, rows }: AskedReturn,
  sent: SentReturn | undefined,
  asOf: Day,
  calendar: WorkingCalendar,
): UnitCompleteness {
  const held = new Set(sent?.current.rows)
  const missing = rows.map(row => row.project).filter(project => !held.has(project))
  const sentOn = sent?.sentOn ?? null
  const state = sent?.current.state ?? 'open'
  return {
    unit,
    period,
    due,
    state,
    expected: rows.length,
    submitted: rows.length - missing.length,
    missing,
    sentOn,
    onTime: sentOn === null && asOf <= due ? null : sentOn !== null && sentOn <= due,
    daysLate: workingDaysBetween(calendar, due, sentOn ?? asOf).value,
    // A return frozen by its closing was accepted, or closed over without having been sent.
    accepted: state === 'accepted' || (state === 'frozen' && sentOn !== null),
  }
}
