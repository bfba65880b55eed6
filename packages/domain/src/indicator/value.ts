import { percentText } from '@guatu/kernel'
import type { Indicator } from '@guatu/scheme'
import type { IndicatorValue, ScopeKey } from '../evaluate/result.ts'
import { type Counters, counterKey } from '../evaluate/sums.ts'

type FromProjects = Extract<Indicator, { origin: 'from-projects' }>

/** A list's rate is the ratio of its sums; a denominator of 0 has no value. */
export function indicatorValue(indicator: FromProjects, total: Counters, scope: ScopeKey): IndicatorValue {
  const n = total.get(counterKey(scope, `${indicator.id}.n`)) ?? 0
  const base = { id: indicator.id, scope, numerator: n, caliber: indicator.caliber }
  if (indicator.shape === 'ratio') {
    const d = total.get(counterKey(scope, `${indicator.id}.d`)) ?? 0
    return { ...base, denominator: d, value: percentText({ n, d }) ?? null, unit: 'percent' }
  }
  const unit = 'count' in indicator.of ? 'count' : 'minor'
  return { ...base, denominator: null, value: String(n), unit }
}
