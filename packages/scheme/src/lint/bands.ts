import { compareRates, type Rate } from '@guatu/kernel'
import type { Light } from '../language/light.ts'
import type { Measure } from '../language/measure.ts'
import type { Scheme } from '../language/scheme.ts'
import { limitValue } from './limits.ts'
import { cutType } from './quantities.ts'
import type { Report } from './report.ts'

/** Cuts ascend, each belongs to one band, and the last band is open. */
export function cuts(
  scheme: Scheme,
  light: Light,
  measure: Measure,
  path: readonly PropertyKey[],
  report: Report,
): void {
  const type = cutType(scheme, light, measure)
  let before: { rate: Rate; inclusive: boolean } | undefined
  for (const [index, band] of light.bands.entries()) {
    const at = [...path, 'bands', index]
    const last = index === light.bands.length - 1
    const given = [band.below, band.upTo].filter(limit => limit !== undefined)
    if (given.length > 1) {
      report(at, 'bands.edge', 'the band has two cuts')
      continue
    }
    const [limit] = given
    if ((limit === undefined) !== last) {
      report(at, 'bands.open', last ? 'the last band is cut off' : 'a band before the last has no cut')
      continue
    }
    if (limit === undefined || type === undefined) continue
    const rate = limitValue(scheme, limit, type, at, report)
    if (!rate) continue
    const inclusive = band.upTo !== undefined
    const order = before ? compareRates(before.rate, rate) : -1
    if (before && (order > 0 || (order === 0 && (before.inclusive || !inclusive)))) {
      report(at, 'bands.order', 'the cut is not above the one before it')
    }
    before = { rate, inclusive }
  }
}
