import { addWorkingDays, type Day, type Period, type WorkingCalendar } from '@guatu/kernel'
import { workingDayBefore, workingDaysLate } from '../cadence/index.ts'
import type { AskedReturn, ReturnState } from '../return/index.ts'
import { CHASE_SUPERIORS, type ChaseLevel, type ChaseSettings } from './settings.ts'

/** One thing to be told to one unit (催报). */
export interface Chase {
  /** The same thing is told once: its return, what it is, how many days, to whom. */
  readonly key: string
  readonly to: { readonly unit: string; readonly level: ChaseLevel }
  readonly kind: 'before' | 'due' | 'after' | 'escalate'
  readonly return: { readonly unit: string; readonly period: Period }
  readonly due: Day
  /** Working days. */
  readonly daysLate: number
  /** Asked projects of which nothing was sent. */
  readonly missing: readonly string[]
}

/** A return that is asked, and its state: undefined while nothing was sent. */
export interface ChasedReturn {
  readonly asked: AskedReturn
  readonly current: ReturnState | undefined
}

/** Whom to name above a unit: undefined where there is nobody at that level. */
export interface ChaseUnits {
  readonly above: (unit: string) => string | undefined
  readonly office: string
}

/**
 * What is to be told on that day, and on no other: who missed days asks for each of them, oldest first. Of a return that
 * waits to be accepted nothing is told; of one that was sent back all is, as if it had not come.
 */
export function chaseOn(
  day: Day,
  returns: readonly ChasedReturn[],
  units: ChaseUnits,
  settings: ChaseSettings,
  calendar: WorkingCalendar,
): Chase[] {
  return returns
    .filter(({ current }) => current === undefined || ['open', 'returned'].includes(current.state))
    .flatMap(one => [
      ...beforeDue(day, one, settings, calendar),
      ...afterDue(day, one, units, settings, calendar),
    ])
}

function beforeDue(
  day: Day,
  one: ChasedReturn,
  { before }: ChaseSettings,
  calendar: WorkingCalendar,
): Chase[] {
  const { unit, opens, due } = one.asked
  if (day < opens) return []
  const last = workingDayBefore(due, calendar)
  return before
    .filter(days => addWorkingDays(calendar, last, -days).value === day)
    .map(days => chase(one, days === 0 ? 'due' : 'before', days, 'owner', unit, 0))
}

function afterDue(
  day: Day,
  one: ChasedReturn,
  units: ChaseUnits,
  { after, grace }: ChaseSettings,
  calendar: WorkingCalendar,
): Chase[] {
  const { unit, due } = one.asked
  const late = workingDaysLate({ due }, day, calendar)
  // A day off has as many days late as the working day before it, on which this was told.
  if (late === 0 || addWorkingDays(calendar, due, late).value !== day) return []
  const owner = after
    .filter(days => days === late)
    .map(days => chase(one, 'after', days, 'owner', unit, late))
  const first = Math.min(...after)
  const superiors = CHASE_SUPERIORS.flatMap(level => {
    const wait = grace[level]
    const to = { head: unit, above: units.above(unit), office: units.office }[level]
    return wait !== undefined && to !== undefined && first + wait === late
      ? [chase(one, 'escalate', late, level, to, late)]
      : []
  })
  return [...owner, ...superiors]
}

function chase(
  { asked, current }: ChasedReturn,
  kind: Chase['kind'],
  days: number,
  level: ChaseLevel,
  to: string,
  daysLate: number,
): Chase {
  const { unit, period, due, rows } = asked
  const held = new Set(current?.rows)
  return {
    key: `${unit} ${period} ${kind} ${days} ${level}`,
    to: { unit: to, level },
    kind,
    return: { unit, period },
    due,
    daysLate,
    missing: rows.map(row => row.project).filter(project => !held.has(project)),
  }
}
