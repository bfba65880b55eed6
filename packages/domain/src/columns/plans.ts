import { dayNumber, yearOf } from '@guatu/kernel'
import { type MembershipFact, NATURES, type ProjectFact } from '../facts/index.ts'

/** Memberships in columns: a row for each, those of one project together. Days since 1970; NaN or -1 where nothing is given. */
export interface PlanColumns {
  readonly facts: readonly MembershipFact[]
  /** Index of the project. */
  readonly project: Int32Array
  readonly lists: readonly string[]
  readonly list: Int32Array
  readonly year: Int32Array
  /** Index among `NATURES`. */
  readonly nature: Int32Array
  readonly annualPlan: Float64Array
  /** The list's own, else the project's. */
  readonly plannedStart: Float64Array
  readonly plannedYear: Int32Array
  readonly plannedCompletion: Float64Array
  readonly totalInvest: Float64Array
  /** Names of attributes that some project has beyond the common ones. */
  readonly attributes: ReadonlySet<string>
}

export function planColumns(
  projects: readonly ProjectFact[],
  memberships: readonly (readonly MembershipFact[])[],
): PlanColumns {
  const facts = memberships.flat()
  const lists = new Map<string, number>()
  const plans = {
    facts,
    project: new Int32Array(facts.length),
    list: new Int32Array(facts.length),
    year: new Int32Array(facts.length),
    nature: new Int32Array(facts.length),
    annualPlan: new Float64Array(facts.length),
    plannedStart: new Float64Array(facts.length),
    plannedYear: new Int32Array(facts.length),
    plannedCompletion: new Float64Array(facts.length),
    totalInvest: new Float64Array(facts.length),
  }
  const attributes = new Set<string>()
  let row = 0
  for (const [p, project] of projects.entries()) {
    for (const name in project.attributes) attributes.add(name)
    for (const one of memberships[p] ?? []) {
      if (!lists.has(one.list)) lists.set(one.list, lists.size)
      const start = one.plannedStart ?? project.plannedStart
      plans.project[row] = p
      plans.list[row] = lists.get(one.list) ?? -1
      plans.year[row] = one.year ?? -1
      plans.nature[row] = one.nature ? NATURES.indexOf(one.nature) : -1
      plans.annualPlan[row] = one.annualPlan ?? Number.NaN
      plans.plannedStart[row] = numberOf(start)
      plans.plannedYear[row] = start === undefined ? -1 : yearOf(start)
      plans.plannedCompletion[row] = numberOf(project.plannedCompletion)
      plans.totalInvest[row] = project.totalInvest ?? Number.NaN
      row += 1
    }
  }
  return { ...plans, lists: [...lists.keys()], attributes }
}

const numberOf = (day: string | undefined) => (day === undefined ? Number.NaN : dayNumber(day))
