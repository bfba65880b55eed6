import {
  type Day,
  type Period,
  type PeriodKind,
  periodSpan,
  periodsIn,
  type WorkingCalendar,
} from '@guatu/kernel'
import type { Scheme, Term } from '@guatu/scheme'
import type { SettingValues } from '../light/index.ts'
import { dayOf } from '../target/due.ts'
import { termEnd } from './run.ts'

/** When something is asked for, as an item of a plan says it. */
export interface When {
  readonly due?: string
  readonly every?: PeriodKind
  readonly standing?: true
  readonly within?: Term
}

/** One turn of it: for a period, or once. */
export interface Turn {
  readonly period?: Period
  readonly due: Day
  readonly provisional: boolean
}

/** Every turn whose period has begun since the plan is in force; one turn for what is due once; none for what stands always. */
export function turnsOf(
  when: When,
  scheme: Scheme,
  settings: SettingValues,
  asOf: Day,
  calendar: WorkingCalendar,
): Turn[] {
  if (when.due !== undefined) return [{ due: dayOf(when.due, scheme, settings, asOf), provisional: false }]
  if (when.every === undefined || asOf < scheme.inForce.from) return []
  const end = asOf < scheme.inForce.to ? asOf : scheme.inForce.to
  return periodsIn(when.every, { start: scheme.inForce.from, end }).map(period => {
    const last = periodSpan(period).end
    return {
      period,
      ...(when.within ? termEnd(last, when.within, calendar) : { due: last, provisional: false }),
    }
  })
}
