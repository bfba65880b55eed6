import type { Day } from '@guatu/kernel'
import { isLateness } from '@guatu/scheme'
import type { Input, TestResult } from '../evaluate/result.ts'
import { figuresOf, fractionsOf, inputNamed } from './figures.ts'
import { bandOfMeasured, measured, rateOf } from './fractions.ts'
import { bandAt, bandOf, measuredValue, NO_LIGHTS, NOT_DUE, NOT_REPORTED } from './measure.ts'
import { isSome, type RuleCondition, type RuleLeaf, type RuleTest } from './rows.ts'

/** Whether a condition holds, or why nobody can say: a number as `bandOf` has it. */
export type Truth = boolean | number

/** What is unknown decides nothing where the rest decides; else it leaves the whole unknown. */
export function truthOf(of: RuleCondition, inputs: readonly Input[], asOf: Day): Truth {
  if (!isSome(of)) return leafTruth(of, inputs, asOf)
  const decides = of.kind === 'any'
  let whole: Truth = !decides
  for (const one of of.of) {
    const truth = truthOf(one, inputs, asOf)
    if (truth === decides) return decides
    if (typeof truth === 'number' && typeof whole === 'boolean') whole = truth
  }
  return whole
}

function leafTruth(leaf: RuleLeaf, inputs: readonly Input[], asOf: Day): Truth {
  if (leaf.kind === 'test') {
    const band = bandOfTest(leaf, inputs, asOf)
    return band < 0 ? band : band === leaf.at
  }
  const value = inputNamed(inputs, leaf.input, 0)?.value ?? null
  if (leaf.kind === 'text') return value === null ? NOT_REPORTED : leaf.among.includes(String(value))
  // A day to come has not happened yet.
  const there = value !== null && !(leaf.day && typeof value === 'string' && value > asOf)
  return there === leaf.wanted
}

/** Before its day nothing is late: as a condition that is 0 days. */
function bandOfTest({ inside }: RuleTest, inputs: readonly Input[], asOf: Day): number {
  if (inside.fractions) return bandOfMeasured(inside, measured(inside, fractionsOf(inside, inputs)))
  const { a, b, c, today } = figuresOf(inside, inputs, asOf)
  const band = bandOf(inside, a, b, c, today)
  return band === NOT_DUE && isLateness(inside.measure) ? bandAt(inside, 0, 1) : band
}

/** What each measure of a condition came to. */
export function resultsOf(of: RuleCondition, inputs: readonly Input[], asOf: Day): TestResult[] {
  if (isSome(of)) return of.of.flatMap(one => resultsOf(one, inputs, asOf))
  if (of.kind !== 'test') return []
  const { inside, at } = of
  const band = bandOfTest(of, inputs, asOf)
  const range = inside.bands[at]
  return [
    {
      holds: band < 0 ? null : band === at,
      none: band < 0 ? NO_LIGHTS[-1 - band] : undefined,
      of: inside.measured,
      over: range?.over,
      under: range?.under,
      unit: inside.unit,
      value: band < 0 ? null : valueTested(of, inputs, asOf),
    },
  ]
}

function valueTested({ inside }: RuleTest, inputs: readonly Input[], asOf: Day): TestResult['value'] {
  if (inside.fractions) {
    const value = measured(inside, fractionsOf(inside, inputs))
    return typeof value === 'number' ? null : rateOf(value)
  }
  const { a, b, c, today } = figuresOf(inside, inputs, asOf)
  if (isLateness(inside.measure) && bandOf(inside, a, b, c, today) < 0) return { d: 1, n: 0 }
  return measuredValue(inside, a, b, c, today)
}

/** The conditions that are no `all` and no `any`, in order. */
export function leavesOf(of: RuleCondition): RuleLeaf[] {
  return isSome(of) ? of.of.flatMap(leavesOf) : [of]
}
