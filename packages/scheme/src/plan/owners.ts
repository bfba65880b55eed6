import { locatorsOf } from '../clauses.ts'
import type { Scheme } from '../language/scheme.ts'
import { parties } from './party.ts'
import type { PlanReport } from './report.ts'

/** Targets at places where nobody is named to answer for them; one finding for each place. */
export function owners(scheme: Scheme, report: PlanReport): void {
  const owned = new Set(scheme.owners.flatMap(one => locatorsOf(one.clause)))
  const without = scheme.targets.filter(
    ({ clause, covers }) => clause && covers.length > 0 && !locatorsOf(clause).some(at => owned.has(at)),
  )
  for (const clause of new Set(without.map(target => target.clause ?? ''))) {
    const ids = without.filter(target => target.clause === clause).map(target => target.id)
    report(
      'owner.none',
      parties(scheme, 'targets', ids),
      `${clause}的${ids.length}个目标没有责任单位`,
      `nobody answers for what ${clause} asks, targets: ${ids.length}`,
    )
  }
}
