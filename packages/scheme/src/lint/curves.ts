import { compareRates, parseRate, type Rate } from '@guatu/kernel'
import type { Curve } from '../language/list.ts'
import type { Scheme } from '../language/scheme.ts'
import type { Report } from './report.ts'

/** What is due grows from month to month. */
export function curves(scheme: Scheme, report: Report): void {
  scheme.lists.forEach((list, index) => {
    rising(list.curve, ['lists', index, 'curve'], report)
    for (const [nature, curve] of Object.entries(list.natureCurves ?? {})) {
      if (curve) rising(curve, ['lists', index, 'natureCurves', nature], report)
    }
  })
}

function rising(curve: Curve, path: readonly PropertyKey[], report: Report): void {
  if (curve.kind !== 'cumulative') return
  let before: Rate = { n: 0, d: 1 }
  for (const [month, text] of Object.entries(curve.months).sort(([a], [b]) => Number(a) - Number(b))) {
    const rate = parseRate(text)
    if (!rate) continue
    if (compareRates(before, rate) > 0) {
      report([...path, 'months', month], 'curve.order', `${text} is less than what was due before`)
    }
    before = rate
  }
}
