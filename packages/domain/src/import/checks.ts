import { compareText, periodSpan, yearOf } from '@guatu/kernel'
import { type CheckContext, checkRow } from '../check/index.ts'
import type { MembershipFact, ProjectFact, ReturnFact } from '../facts/index.ts'
import type { RowReturn } from './figures.ts'
import type { ImportFinding } from './row.ts'

/** What the figures of a row are held against. */
export interface CheckedAgainst extends Pick<CheckContext, 'asOf' | 'thresholds'> {
  readonly project: Pick<ProjectFact, 'id' | 'totalInvest'>
  /** Of the figures' year; where the project is on several lists, none: which of their plans counts is not the file's to say. */
  readonly membership: MembershipFact | undefined
  /** All that is known of the project, in any order. */
  readonly returns: readonly ReturnFact[]
}

/**
 * The catalogue asked of figures that come in a file. Each finding is a warning, since a file may bring what was so: figures are
 * written, and a return that an error stops is not sent with them.
 */
export function checkReturn(row: number, given: RowReturn, against: CheckedAgainst): ImportFinding[] {
  const { project, membership, asOf, thresholds } = against
  const { period, figures } = given
  const context: CheckContext = {
    asOf,
    history: earlier(given, against.returns),
    ...(project.totalInvest !== undefined && { totalInvest: project.totalInvest }),
    ...(membership?.annualPlan !== undefined && { annualPlan: membership.annualPlan }),
    ...(membership?.monthPlans && { monthPlans: membership.monthPlans }),
    ...(thresholds && { thresholds }),
  }
  return checkRow({ project: project.id, period, figures }, context)
    .filter(one => one.severity !== 'note')
    .map(({ check, field, message }) => ({
      code: 'check',
      level: 'warning',
      row,
      ...(field !== undefined && { field }),
      check: { id: check, message },
    }))
}

function earlier({ period }: RowReturn, returns: readonly ReturnFact[]) {
  const { end } = periodSpan(period)
  return returns
    .map(one => ({ period: one.period, figures: one.figures, end: periodSpan(one.period).end }))
    .filter(one => one.end < end)
    .sort((a, b) => compareText(a.end, b.end))
}

/** The only membership of the project in that year. */
export function onlyMembership(
  memberships: readonly MembershipFact[],
  period: string,
): MembershipFact | undefined {
  const year = yearOf(periodSpan(period).end)
  const all = memberships.filter(one => one.year === undefined || one.year === year)
  return all.length === 1 ? all[0] : undefined
}
