import type { Scheme } from '../language/scheme.ts'
import { parties } from './party.ts'
import type { PlanReport } from './report.ts'
import { amountOf, byNature, isWhole } from './statements.ts'

/** Counts that the plan prints against the things it names. */
export function counts(scheme: Scheme, report: PlanReport): void {
  for (const list of scheme.lists) {
    const stated = statedCount(list.states)
    const named = list.named.length
    if (stated === undefined || named === 0) continue
    if (named > stated || (list.namedInFull && named < stated))
      report('count.named', parties(scheme, 'lists', [list.id]), ...words(list, stated, named))
  }
  scheme.counted.forEach((one, index) => {
    if (one.named.length === one.count) return
    const at = {
      kind: 'counted' as const,
      id: one.id,
      name: one.name,
      nameEn: one.nameEn,
      clause: one.clause,
      covers: [],
      path: ['counted', index],
    }
    report('count.named', [at], ...words(one, one.count, one.named.length))
  })
}

const words = (
  { name, nameEn }: { name: string; nameEn: string },
  stated: number,
  named: number,
): [string, string] => [
  `${name}写${stated}个，列名${named}个`,
  `${nameEn}: ${stated} are said, ${named} are named`,
]

/** Planned projects in all: as stated, or of all natures that are. */
function statedCount(states: Scheme['lists'][number]['states']): number | undefined {
  const counted = states.filter(
    one => one.of === 'projects' && one.asOf === undefined && !one.called && (isWhole(one) || byNature(one)),
  )
  const whole = counted.find(isWhole)
  const parts = counted.filter(byNature)
  if (whole) return amountOf(whole)
  return parts.length > 0 ? parts.reduce((sum, one) => sum + amountOf(one), 0) : undefined
}
