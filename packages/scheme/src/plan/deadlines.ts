import { yearOf } from '@guatu/kernel'
import type { Scheme } from '../language/scheme.ts'
import { dueDay, quarterEnd } from './asks.ts'
import { document, parties } from './party.ts'
import type { PlanReport } from './report.ts'

/** Limits that had passed on the day of issue. A value for each quarter's end alike still holds for those to come. */
export function deadlines(scheme: Scheme, report: PlanReport): void {
  const issued = scheme.source.issued ?? scheme.source.published
  if (issued === undefined) return
  for (const target of scheme.targets) {
    const due =
      target.due === 'quarter-ends' && target.quarters
        ? quarterEnd(yearOf(scheme.inForce.to), 1)
        : dueDay(scheme, target)
    if (due === undefined || due >= issued) continue
    report(
      'deadline.past',
      [...parties(scheme, 'targets', [target.id]), document(scheme)],
      `期限${due}早于方案印发日${issued}`,
      `the limit ${due} is before the day of issue, ${issued}`,
    )
  }
}
