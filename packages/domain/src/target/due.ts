import { type Day, periodOf, periodSpan, yearOf } from '@guatu/kernel'
import type { Scheme, Target } from '@guatu/scheme'
import type { SettingValues } from '../light/index.ts'

/** The plan year that a target belongs to: that of the as-of date, kept inside the plan's own span. */
export function planYear(scheme: Scheme, asOf: Day): number {
  return Math.min(Math.max(yearOf(asOf), yearOf(scheme.inForce.from)), yearOf(scheme.inForce.to))
}

/** `year-end`, `MM-DD`, a day, or the season's end, as a day of the plan year that the as-of date lies in. */
export function dayOf(due: string, scheme: Scheme, settings: SettingValues, asOf: Day): Day {
  if (/^\d{4}-/.test(due)) return due
  const season = settings['construction-season']?.split('/')[1]
  const inYear = due === 'year-end' ? '12-31' : due === 'construction-season-end' ? (season ?? '12-31') : due
  return `${String(planYear(scheme, asOf)).padStart(4, '0')}-${inYear}`
}

export const dueDay = (target: Target, scheme: Scheme, settings: SettingValues, asOf: Day): Day =>
  target.due === 'quarter-ends'
    ? periodSpan(periodOf('quarter', asOf)).end
    : dayOf(target.due, scheme, settings, asOf)
