import { type Day, inSeason } from '@guatu/kernel'
import type { Input, LightReason, NoLight } from '../evaluate/result.ts'
import { figuresOf, inputNamed } from './figures.ts'
import { greenWhen } from './green.ts'
import { bandOf, measuredValue, NO_LIGHTS, OUT_OF_SEASON, WITHDRAWN } from './measure.ts'
import type { LightRule } from './rule.ts'

export const NONE = 'none'

export interface Judgement {
  readonly colour: string
  readonly severity: number
  readonly reason: LightReason
}

const UNITS = {
  ratio: 'percent',
  growth: 'percent',
  gap: 'points',
  'days-late': 'days',
  slip: 'days',
} as const

/**
 * The colour from the rule and the named inputs, nothing else: whoever has the inputs of a judgement can repeat it.
 * The as-of date and the stage are inputs like any other.
 */
export function judge(rule: LightRule, inputs: readonly Input[]): Judgement {
  const { length } = rule.inputs
  const asOf = dayOf(inputNamed(inputs, 'as-of', length - 1))
  if (inputNamed(inputs, 'stage', length - 2)?.value === 'withdrawn') return none(rule, WITHDRAWN)
  if (rule.season && !inSeason(rule.season, asOf)) return none(rule, OUT_OF_SEASON)
  const figures = figuresOf(rule, inputs, asOf)
  const { a, b, c, today } = figures
  const index = bandOf(rule, a, b, c, today)
  const band = rule.bands[index]
  if (!band) return none(rule, index)
  return {
    colour: band.colour,
    severity: band.severity,
    reason: {
      band: index,
      green: greenWhen(rule, figures, index),
      over: band.over,
      under: band.under,
      unit: UNITS[rule.light.measure.kind],
      unstated: band.unstated,
      value: measuredValue(rule.light.measure, a, b, c, today),
    },
  }
}

/** The judgements without a colour are few: each is made once. */
const NOTHING = new Map(
  [...new Set(Object.values(UNITS))].map(unit => [
    unit,
    NO_LIGHTS.map(
      (none: NoLight): Judgement => ({
        colour: NONE,
        severity: 0,
        reason: Object.freeze({ none, unit, value: null }),
      }),
    ),
  ]),
)

function none({ light }: LightRule, code: number): Judgement {
  const found = NOTHING.get(UNITS[light.measure.kind])?.[-1 - code]
  if (!found) throw new Error(`bands of ${light.id} are not complete`)
  return found
}

function dayOf(input: Input | undefined): Day {
  if (typeof input?.value !== 'string') throw new Error('missing input: as-of')
  return input.value
}
