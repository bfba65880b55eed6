import { type Day, dayNumber } from '@guatu/kernel'
import type { Input } from '../evaluate/result.ts'
import type { BandRule } from './band-rule.ts'
import { readFraction } from './fractions.ts'

/** What a measure reads, as numbers in the order of `quantitiesOf`: days since 1970 for days, NaN for what nobody gave. */
export interface Figures {
  readonly a: number
  readonly b: number
  readonly c: number
  readonly today: number
}

/** From the named inputs alone. */
export function figuresOf(rule: BandRule, inputs: readonly Input[], asOf: Day): Figures {
  return {
    a: figureOf(rule, inputs, 0),
    b: figureOf(rule, inputs, 1),
    c: figureOf(rule, inputs, 2),
    today: dayNumber(asOf),
  }
}

function figureOf(rule: BandRule, inputs: readonly Input[], index: number): number {
  const name = rule.measured[index]
  if (name === undefined) return Number.NaN
  const value = inputNamed(inputs, name, index)?.value
  if (rule.days) return typeof value === 'string' ? dayNumber(value) : Number.NaN
  return typeof value === 'number' ? value : Number.NaN
}

export const fractionsOf = (rule: BandRule, inputs: readonly Input[]) =>
  rule.measured.map((name, index) => readFraction(inputNamed(inputs, name, index)?.value ?? null))

/** Inputs mostly stand where the rule puts them: `at` is looked at first. */
export function inputNamed(inputs: readonly Input[], name: string, at: number): Input | undefined {
  const there = inputs[at]
  return there?.name === name ? there : inputs.find(input => input.name === name)
}
