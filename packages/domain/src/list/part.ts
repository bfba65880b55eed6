import { type Day, monthNumber, yearOf } from '@guatu/kernel'
import type { Curve, Statement } from '@guatu/scheme'
import type { FieldValue, MembershipFact, ProjectFact } from '../facts/index.ts'
import { planMonths } from '../plan/index.ts'

/** As much of a project on a list as a printed number may be about. */
export interface OnList {
  readonly project: Pick<ProjectFact, 'totalInvest' | 'plannedStart'>
  readonly membership: MembershipFact
  readonly curve: Curve
  /** The plan year that is meant. */
  readonly year: number
  readonly investYtd?: FieldValue
}

/** What one project adds to a number that the plan prints of its list. */
export function partOfStatement({ of, quarter }: Statement, on: OnList): number | undefined {
  const { project, membership, investYtd } = on
  switch (of) {
    case 'projects':
      return 1
    case 'total-invest':
      return project.totalInvest
    case 'invest-ytd':
      return typeof investYtd === 'number' ? investYtd : undefined
    case 'annual-plan':
      return quarter === undefined ? membership.annualPlan : quarterPlan(on, quarter)
    case 'planned-starts': {
      const day = membership.plannedStart ?? project.plannedStart
      return day !== undefined && yearOf(day) === on.year && inQuarter(day, quarter) ? 1 : undefined
    }
  }
}

const inQuarter = (day: Day, quarter: number | undefined) =>
  quarter === undefined || Math.ceil(monthNumber(day) / 3) === quarter

function quarterPlan({ membership, curve }: OnList, quarter: number): number {
  const plan = planMonths(membership, curve)
  return (plan?.months ?? []).slice((quarter - 1) * 3, quarter * 3).reduce((sum, month) => sum + month, 0)
}
