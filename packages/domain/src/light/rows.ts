import type { Condition, Leaf, Light, Quantity, Range, Scheme } from '@guatu/scheme'
import { quantityName } from '../quantity/index.ts'
import { type BandRule, bandRule, typeOf } from './band-rule.ts'
import { compileBands } from './bands.ts'
import { type SettingValues, settingOf } from './settings.ts'

/** One row of a light of conditions. */
export interface RuleRow {
  readonly colour: string
  readonly severity: number
  readonly unstated?: true
  readonly when?: RuleCondition
}

export type RuleCondition = RuleLeaf | RuleSome

interface RuleSome {
  readonly kind: 'all' | 'any'
  readonly of: readonly RuleCondition[]
}

export const isSome = (of: RuleCondition): of is RuleSome => of.kind === 'all' || of.kind === 'any'

export type RuleLeaf =
  | RuleTest
  | { readonly kind: 'there'; readonly input: string; readonly day: boolean; readonly wanted: boolean }
  | { readonly kind: 'text'; readonly input: string; readonly among: readonly string[] }

/** A measure inside a range. */
export interface RuleTest {
  readonly kind: 'test'
  /** Its bands: below the range, in it, above it. As far as the way in is asked, in it is best. */
  readonly inside: BandRule
  /** The same with the way out. */
  readonly outside: BandRule
  /** Index of the band that is the range. */
  readonly at: number
}

export function compileRows(
  { id, rows = [] }: Light,
  scheme: Scheme,
  severity: ReadonlyMap<string, number>,
  settings: SettingValues,
): RuleRow[] {
  return rows.map(row => {
    const colour = typeof row.colour === 'string' ? row.colour : settingOf(row.colour.setting, settings)
    return {
      colour,
      severity: severity.get(colour) ?? 0,
      unstated: row.unstated,
      when: row.when && compileCondition(row.when, { id, scheme, settings }),
    }
  })
}

interface Given {
  readonly id: string
  readonly scheme: Scheme
  readonly settings: SettingValues
}

function compileCondition(of: Condition, given: Given): RuleCondition {
  if ('all' in of) return { kind: 'all', of: of.all.map(one => compileCondition(one, given)) }
  if ('any' in of) return { kind: 'any', of: of.any.map(one => compileCondition(one, given)) }
  return compileLeaf(of, given)
}

function compileLeaf(leaf: Leaf, given: Given): RuleLeaf {
  if ('measure' in leaf) return compileTest(leaf.measure, leaf.is, given)
  if ('figure' in leaf) return { kind: 'text', input: leaf.figure, among: leaf.in }
  const there = (of: Quantity, wanted: boolean): RuleLeaf => ({
    kind: 'there',
    input: quantityName(of),
    day: typeOf(of, given.scheme) === 'day',
    wanted,
  })
  return 'reported' in leaf ? there(leaf.reported, true) : there(leaf.missing, false)
}

const [IN, OUT] = ['in', 'out']

function compileTest(
  measure: BandRule['measure'],
  { atLeast, above, upTo, below }: Range,
  { id, scheme, settings }: Given,
): RuleTest {
  const low = atLeast ?? above
  const high = upTo ?? below
  const bands = [
    ...(low === undefined
      ? []
      : [{ ...(atLeast === undefined ? { upTo: low } : { below: low }), colour: OUT }]),
    { ...(high === undefined ? {} : upTo === undefined ? { below: high } : { upTo: high }), colour: IN },
    ...(high === undefined ? [] : [{ colour: OUT }]),
  ]
  const rule = (best: string) => {
    const worst = best === IN ? OUT : IN
    return bandRule(
      id,
      measure,
      compileBands(
        bands,
        new Map([
          [best, 0],
          [worst, 1],
        ]),
        settings,
      ),
      scheme,
    )
  }
  return { kind: 'test', inside: rule(IN), outside: rule(OUT), at: low === undefined ? 0 : 1 }
}
