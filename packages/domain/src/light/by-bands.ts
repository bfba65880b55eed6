import type { Day } from '@guatu/kernel'
import type { Input } from '../evaluate/result.ts'
import type { BandRule } from './band-rule.ts'
import { figuresOf, fractionsOf } from './figures.ts'
import { bandOfMeasured, measured, rateOf } from './fractions.ts'
import { greenWhen } from './green.ts'
import { type Judgement, judgedAs } from './judgement.ts'
import { bandOf, measuredValue } from './measure.ts'

/** The colour of one measure; a number where there is none, as `bandOf` has it. */
export function byBands(rule: BandRule, inputs: readonly Input[], asOf: Day): Judgement | number {
  if (rule.fractions) return byFractions(rule, inputs)
  const figures = figuresOf(rule, inputs, asOf)
  const { a, b, c, today } = figures
  const index = bandOf(rule, a, b, c, today)
  const band = rule.bands[index]
  if (!band) return index
  return judgedAs(band, {
    band: index,
    green: greenWhen(rule, figures, index),
    over: band.over,
    under: band.under,
    unit: rule.unit,
    unstated: band.unstated,
    value: measuredValue(rule, a, b, c, today),
  })
}

/** Fractions have no next one: what would turn them green is said only where the edge itself does. */
function byFractions(rule: BandRule, inputs: readonly Input[]): Judgement | number {
  const value = measured(rule, fractionsOf(rule, inputs))
  const index = bandOfMeasured(rule, value)
  const band = rule.bands[index]
  if (!band || typeof value === 'number') return index
  return judgedAs(band, {
    band: index,
    over: band.over,
    under: band.under,
    unit: rule.unit,
    unstated: band.unstated,
    value: rateOf(value),
  })
}
