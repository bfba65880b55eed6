import { addMinor, fault, type Minor, ok, type Result, yearOf } from '@guatu/kernel'
import type { MembershipFact } from '../facts/index.ts'
import type { FactToWrite } from '../import/index.ts'
import type { PlanPart } from './request.ts'
import type { Note, ReorganiseState } from './state.ts'

/** Places on lists that still count from the day on: of its year or a later one, or of no year. */
export const openMemberships = (
  { facts }: ReorganiseState,
  project: string,
  day: string,
): readonly MembershipFact[] =>
  facts.memberships.filter(
    one => one.project === project && (one.year === undefined || one.year >= yearOf(day)),
  )

export const samePlace = (
  a: Pick<MembershipFact, 'list' | 'year'>,
  b: Pick<MembershipFact, 'list' | 'year'>,
) => a.list === b.list && a.year === b.year

export function membershipToWrite(membership: MembershipFact, day: string, removed = false): FactToWrite {
  const { project, list, year } = membership
  return {
    word: 'membership',
    subject: `${project}/${list}/${year ?? ''}`,
    project,
    effectiveFrom: day,
    body: Object.fromEntries(Object.entries(membership).filter(([, member]) => member !== undefined)),
    ...(removed ? { removed } : {}),
  }
}

/** `plan` with `other`'s amounts on top. Own months stay only where both plan by own months: no curve is made up. */
export function joined(plan: MembershipFact, other: MembershipFact): { plan: MembershipFact; notes: Note[] } {
  const { monthPlans: months, ...rest } = plan
  const added = other.annualPlan ?? 0
  const annualPlan =
    plan.annualPlan === undefined && other.annualPlan === undefined
      ? undefined
      : addMinor(plan.annualPlan ?? 0, added)
  const monthPlans = added === 0 ? months : sumMonths(months, other.monthPlans, plan.annualPlan)
  const notes: Note[] = []
  const { list } = plan
  if ((months || other.monthPlans) && !monthPlans) notes.push({ code: 'months-dropped', params: { list } })
  if (plan.nature !== other.nature) notes.push({ code: 'nature-differs', params: { list } })
  return { plan: { ...rest, annualPlan, monthPlans }, notes }
}

function sumMonths(
  months: readonly Minor[] | undefined,
  others: readonly Minor[] | undefined,
  own: Minor | undefined,
): readonly Minor[] | undefined {
  if (!others) return undefined
  if (!months) return own ? undefined : others
  return months.map((amount, index) => addMinor(amount, others[index] ?? 0))
}

export interface Parted {
  readonly rest: MembershipFact
  readonly part: MembershipFact
}

/** The plan cut in two that add up to it exactly, month by month. Fault: reorganise.part-too-large. */
export function parted(
  plan: MembershipFact,
  { annualPlan: wanted }: PlanPart,
  project: string,
): Result<Parted> {
  const whole = plan.annualPlan
  if (whole === undefined) {
    return wanted === 0 ? ok({ rest: plan, part: { ...plan, project } }) : tooLarge(plan.list)
  }
  if (wanted < 0 || wanted > whole) return tooLarge(plan.list)
  const months = plan.monthPlans && partOfMonths(plan.monthPlans, wanted, whole)
  const rest = plan.monthPlans?.map((amount, index) => amount - (months?.[index] ?? 0))
  return ok({
    rest: { ...plan, annualPlan: whole - wanted, monthPlans: rest },
    part: { ...plan, project, annualPlan: wanted, monthPlans: months },
  })
}

const tooLarge = (list: string) => fault('reorganise.part-too-large', { list })

/** No part is larger than its month: cut at the running sums, rounded down, whose steps differ by less than one. */
function partOfMonths(months: readonly Minor[], part: Minor, whole: Minor): Minor[] {
  if (whole === 0) return months.map(() => 0)
  let sum = 0
  let before = 0
  return months.map(amount => {
    sum = addMinor(sum, amount)
    const upTo = Number((BigInt(sum) * BigInt(part)) / BigInt(whole))
    const own = upTo - before
    before = upTo
    return own
  })
}
