import { type Day, makeDay, periodOf, periodSpan, yearOf } from '@guatu/kernel'
import type { Scheme, Target } from '@guatu/scheme'
import type { SettingValues } from '../light/index.ts'

/** The plan year that a target belongs to: that of the as-of date, kept inside the plan's own span. */
export function planYear(scheme: Scheme, asOf: Day): number {
  return Math.min(Math.max(yearOf(asOf), yearOf(scheme.inForce.from)), yearOf(scheme.inForce.to))
}

export function dueDay(target: Target, scheme: Scheme, settings: SettingValues, asOf: Day): Day {
  const year = planYear(scheme, asOf)
  switch (target.due) {
    case 'year-end':
      return makeDay(year, 12, 31)
    case 'quarter-ends':
      return periodSpan(periodOf('quarter', asOf)).end
    case 'construction-season-end': {
      const season = settings['construction-season']?.split('/')[1]
      return season ? `${String(year).padStart(4, '0')}-${season}` : makeDay(year, 12, 31)
    }
    default:
      if (/^\d{4}-/.test(target.due)) return target.due
      return `${String(year).padStart(4, '0')}-${target.due}`
  }
}
