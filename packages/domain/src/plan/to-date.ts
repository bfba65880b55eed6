import { addMinor, type Day, type Minor, yearOf } from '@guatu/kernel'
import type { Curve } from '@guatu/scheme'
import type { MembershipFact } from '../facts/index.ts'
import { monthsEnded, spreadTo, spreadYear } from './curve.ts'

export interface PlanToDate {
  readonly amount: Minor
  /** In this order of preference: the project's own months, the list's curve, linear. */
  readonly curve: 'own-months' | 'list-curve' | 'linear'
}

/** The plan's twelve months and where they come from; undefined where the list sets this project no plan. */
export function planMonths(
  membership: MembershipFact,
  curve: Curve,
): { readonly months: readonly Minor[]; readonly curve: PlanToDate['curve'] } | undefined {
  if (membership.monthPlans) return { months: membership.monthPlans, curve: 'own-months' }
  if (membership.annualPlan === undefined) return undefined
  return {
    months: spreadYear(membership.annualPlan, curve),
    curve: curve.kind === 'linear' ? 'linear' : 'list-curve',
  }
}

export function planToDate(membership: MembershipFact, curve: Curve, asOf: Day): PlanToDate | undefined {
  const { monthPlans, annualPlan } = membership
  if (!monthPlans && annualPlan === undefined) return undefined
  const amount = planned(
    monthPlans,
    annualPlan ?? 0,
    curve,
    monthsEnded(membership.year ?? yearOf(asOf), asOf),
  )
  return { amount, curve: monthPlans ? 'own-months' : curve.kind === 'linear' ? 'linear' : 'list-curve' }
}

/** What is planned for the first `months` of the year. */
export function planned(
  monthPlans: readonly Minor[] | undefined,
  annualPlan: Minor,
  curve: Curve,
  months: number,
): Minor {
  if (!monthPlans) return spreadTo(annualPlan, curve, months)
  return monthPlans.slice(0, months).reduce(addMinor, 0)
}
