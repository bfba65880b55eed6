import { compareFractions, type Rate, subtractRates } from '@guatu/kernel'
import type { NoLight } from '../evaluate/result.ts'
import type { BandRule } from './band-rule.ts'
import { lateness } from './lateness.ts'

/** What a light says without a colour; `bandOf` gives them as -1, -2 … in this order. */
export const NO_LIGHTS = [
  'not-reported',
  'plan-to-date-zero',
  'no-plan',
  'not-due',
  'out-of-season',
  'no-baseline',
  'withdrawn',
  'exempted',
] as const satisfies readonly NoLight[]
const none = (why: NoLight) => -1 - NO_LIGHTS.indexOf(why)
export const NOT_REPORTED = none('not-reported')
const ZERO = none('plan-to-date-zero')
export const NO_PLAN = none('no-plan')
export const NOT_DUE = none('not-due')
export const NO_BASELINE = none('no-baseline')
export const OUT_OF_SEASON = none('out-of-season')
export const WITHDRAWN = none('withdrawn')
export const EXEMPTED = none('exempted')

/**
 * The index of the band that takes the measured value, or why there is none. `a`, `b` and `c` are the quantities in
 * the order of `quantitiesOf`: numbers, or days since 1970 where the measure reads days; NaN is what nobody gave.
 */
export function bandOf(rule: BandRule, a: number, b: number, c: number, today: number): number {
  const { measure } = rule
  switch (measure.kind) {
    case 'ratio':
      if (Number.isNaN(b)) return NO_PLAN
      if (Number.isNaN(a)) return NOT_REPORTED
      return b > 0 ? bandAt(rule, a, b) : ZERO
    case 'gap':
      if (Number.isNaN(c)) return NO_PLAN
      if (Number.isNaN(a)) return NOT_REPORTED
      if (c <= 0) return NO_PLAN
      return Number.isNaN(b) || b === 0 ? ZERO : bandAt(rule, a - b, c)
    case 'growth':
      if (Number.isNaN(a)) return NOT_REPORTED
      return b > 0 ? bandAt(rule, a - b, b) : NO_BASELINE
    case 'slip':
    case 'difference':
      if (Number.isNaN(a)) return NOT_REPORTED
      return Number.isNaN(b) ? NO_BASELINE : bandAt(rule, a - b, 1)
    case 'value':
      return Number.isNaN(a) ? NOT_REPORTED : bandAt(rule, a, 1)
    default: {
      if (a <= today) return bandAt(rule, 0, 1)
      if (Number.isNaN(b)) return rule.event ? NOT_DUE : NO_PLAN
      const late = lateness(measure, b, today)
      return late ? bandAt(rule, late.n, late.d) : NOT_DUE
    }
  }
}

export function bandAt({ light, bands }: Pick<BandRule, 'light' | 'bands'>, n: number, d: number): number {
  for (let index = 0; index < bands.length; index++) {
    const cut = bands[index]?.cut
    if (cut === undefined) return index
    const order = compareFractions(n, d, cut.value.n, cut.value.d)
    if (order < 0 || (order === 0 && cut.inclusive)) return index
  }
  throw new Error(`bands of ${light} are not complete`)
}

/** The measured value where `bandOf` gave a band. */
export function measuredValue({ measure }: BandRule, a: number, b: number, c: number, today: number): Rate {
  switch (measure.kind) {
    case 'ratio':
      return { d: b, n: a }
    case 'gap':
      return subtractRates({ d: c, n: a }, { d: c, n: b }) ?? { d: 0, n: 0 }
    case 'growth':
      return { d: b, n: a - b }
    case 'slip':
    case 'difference':
      return { d: 1, n: a - b }
    case 'value':
      return { d: 1, n: a }
    default:
      return (a <= today ? undefined : lateness(measure, b, today)) ?? { d: 1, n: 0 }
  }
}
