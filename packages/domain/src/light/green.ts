import { dayFromNumber } from '@guatu/kernel'
import type { LightReason } from '../evaluate/result.ts'
import type { BandRule } from './band-rule.ts'
import type { Best } from './bands.ts'
import type { Figures } from './figures.ts'
import { bandOf } from './measure.ts'

export type Green = NonNullable<LightReason['green']>

/**
 * What would turn the light to its least severe colour: the one input that those responsible can change, and the
 * value it must reach. Undefined where it already is, or where no value of that input would do: a band may hold no
 * whole 分 or day, and a start does not mend every rule.
 */
export function greenWhen(rule: BandRule, figures: Figures, band: number): Green | undefined {
  const best = rule.bands[band]?.best
  const input = rule.measured[0]
  if (!best || input === undefined) return undefined
  const reached = valueToReach(rule, figures, best)
  if (!Number.isSafeInteger(reached)) return undefined
  // The same quantity may stand at two ends of a measure: changed, it changes at both.
  const at = (index: number, value: number) => (rule.measured[index] === input ? reached : value)
  const { a, b, c, today } = figures
  const after = bandOf(rule, at(0, a), at(1, b), at(2, c), today)
  if (after < 0 || rule.bands[after]?.best) return undefined
  if (rule.days) return { input, reach: 'at-most', type: 'day', value: dayFromNumber(reached) }
  const type = rule.unit === 'count' ? 'integer' : 'money'
  return { input, reach: best.rise ? 'at-least' : 'at-most', type, value: reached }
}

/** The least (or largest) value of the first quantity that is across the edge; NaN where there is none. */
function valueToReach({ measure }: BandRule, { a: _, b, c, today }: Figures, best: Best): number {
  switch (measure.kind) {
    case 'ratio':
      return amount(0, b, best)
    case 'gap':
      return amount(b, c, best)
    case 'growth':
      return amount(b, b, best)
    case 'value':
      return amount(0, 1, best)
    case 'difference':
      return amount(b, 1, best)
    case 'slip':
      if (best.rise) return Number.NaN
      return b + (best.edge.inclusive ? best.edge.value.n : best.edge.value.n - 1)
    default:
      return today
  }
}

/** The smallest (or largest) integer x for which (x - shift) / base is across the edge. */
function amount(shift: number, base: number, { edge, rise }: Best): number {
  if (Number.isNaN(shift) || !(base > 0)) return Number.NaN
  const { n, d } = edge.value
  const product = n * base
  const exact = Number.isSafeInteger(product)
  const rest = exact ? product % d : Number((BigInt(n) * BigInt(base)) % BigInt(d))
  const whole = exact ? (product - rest) / d : Number((BigInt(n) * BigInt(base) - BigInt(rest)) / BigInt(d))
  const floor = rest < 0 ? whole - 1 : whole
  const touches = rest === 0
  if (rise) return shift + (touches && !edge.inclusive ? floor : floor + 1)
  return shift + (touches && !edge.inclusive ? floor - 1 : floor)
}
