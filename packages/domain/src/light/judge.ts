import { compareRates, type Day, inSeason, type Rate } from '@guatu/kernel'
import type { Edge, Input, LightReason } from '../evaluate/result.ts'
import { greenWhen } from './green.ts'
import { measure } from './measure.ts'
import type { Cut, LightRule } from './rule.ts'

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
  const unit = UNITS[rule.light.measure.kind]
  const none = (why: LightReason['none']): Judgement => ({
    colour: NONE,
    severity: 0,
    reason: { value: null, unit, none: why },
  })
  const asOf = dayOf(inputs, 'as-of')
  if (inputs.some(input => input.name === 'stage' && input.value === 'withdrawn')) return none('withdrawn')
  if (rule.season && !inSeason(rule.season, asOf)) return none('out-of-season')
  const measured = measure(rule.light.measure, inputs, asOf)
  if ('none' in measured) return none(measured.none)
  const index = bandOf(rule, measured.value)
  const band = rule.bands[index]
  if (!band) throw new Error(`bands of ${rule.light.id} are not complete`)
  const before = rule.bands[index - 1]?.cut
  return {
    colour: band.colour,
    severity: rule.severity.get(band.colour) ?? 0,
    reason: {
      value: measured.value,
      unit,
      band: index,
      under: band.cut && edge(band.cut, band.cut.inclusive),
      over: before && edge(before, !before.inclusive),
      unstated: band.unstated,
      green: proven(rule, inputs, asOf, greenWhen(rule, inputs, asOf, index)),
    },
  }
}

/** A band may hold no whole 分 or day, and a start does not mend every rule: only what does turn it is claimed. */
function proven(rule: LightRule, inputs: readonly Input[], asOf: Day, green: LightReason['green']) {
  if (!green) return undefined
  const changed = inputs.map(input => (input.name === green.input ? { ...input, value: green.value } : input))
  const measured = measure(rule.light.measure, changed, asOf)
  if ('none' in measured) return undefined
  const least = Math.min(...rule.bands.map(band => rule.severity.get(band.colour) ?? 0))
  const colour = rule.bands[bandOf(rule, measured.value)]?.colour ?? ''
  return rule.severity.get(colour) === least ? green : undefined
}

const bandOf = (rule: LightRule, value: Rate) =>
  rule.bands.findIndex(band => band.cut === undefined || takes(band.cut, value))

function takes(cut: Cut, value: Rate): boolean {
  const order = compareRates(value, cut.value)
  return cut.inclusive ? order <= 0 : order < 0
}

const edge = (cut: Cut, owns: boolean): Edge => ({ cut: cut.value, owns, setting: cut.setting })

function dayOf(inputs: readonly Input[], name: string): Day {
  const value = inputs.find(input => input.name === name)?.value
  if (typeof value !== 'string') throw new Error(`missing input: ${name}`)
  return value
}
