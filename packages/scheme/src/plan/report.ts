import type { Acknowledged } from '../language/plan.ts'
import type { ParsedScheme } from '../parse.ts'
import { PLAN_CODES, type PlanCode } from './codes.ts'
import type { PlanFinding } from './finding.ts'
import { document, type PlacedParty } from './party.ts'

/** Notes a fault between some parties of the plan; it points at the first. */
export type PlanReport = (code: PlanCode, between: readonly PlacedParty[], zh: string, en: string) => void

/**
 * Runs checks and gathers what they report, in the order of the file; what is acknowledged becomes a note. What is
 * `unchecked` may be acknowledged all the same.
 */
export function gatherPlan(
  parsed: ParsedScheme,
  checks: readonly ((report: PlanReport) => unknown)[],
  unchecked: (one: Acknowledged) => boolean,
): PlanFinding[] {
  const { scheme, file, place } = parsed
  const findings: PlanFinding[] = []
  const used = new Set<Acknowledged>()
  const report: PlanReport = (code, between, zh, en) => {
    const by = scheme.acknowledged.filter(one => acknowledges(one, code, between))
    for (const one of by) used.add(one)
    const [mendZh, mendEn] = PLAN_CODES[code]
    const reading = by[0] && { reading: by[0].reading, readingEn: by[0].readingEn }
    findings.push({
      file,
      ...place(between[0]?.path ?? []),
      code,
      severity: reading ? 'note' : 'warning',
      message: `${zh} ${en}`,
      mend: `${mendZh} ${mendEn}`,
      zh,
      en,
      mendZh,
      mendEn,
      between: between.map(({ path: _path, ...one }) => one),
      ...(reading ? { acknowledged: reading } : {}),
    })
  }
  for (const check of checks) check(report)
  scheme.acknowledged.forEach((one, index) => {
    if (used.has(one) || unchecked(one)) return
    const named = [one.finding, ...(one.items ?? [])].join(' ')
    const at = { ...document(scheme), path: ['acknowledged', index] }
    report('acknowledged.nothing', [at], `没有这样的问题：${named}`, `there is no such finding: ${named}`)
  })
  return findings.sort((a, b) => a.line - b.line || a.column - b.column)
}

function acknowledges(one: Acknowledged, code: PlanCode, between: readonly PlacedParty[]): boolean {
  if (one.finding !== code) return false
  if (!one.items) return true
  const ids = new Set(between.filter(party => party.kind !== 'source').map(party => party.id))
  return ids.size === new Set(one.items).size && one.items.every(id => ids.has(id))
}
