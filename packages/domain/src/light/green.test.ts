import { addDays, type Day } from '@guatu/kernel'
import type { Band, Measure } from '@guatu/scheme'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Input, LightReason } from '../evaluate/index.ts'
import { day, money } from '../testing/facts.ts'
import { lightWith, SAMPLE } from '../testing/scheme.ts'
import { judge, NONE } from './judge.ts'
import { compileLight, type LightRule } from './rule.ts'

const MEASURES: readonly Measure[] = [
  { kind: 'ratio', of: 'invest-ytd', to: 'plan-to-date' },
  { kind: 'gap', of: 'invest-ytd', to: 'plan-to-date', base: 'annual-plan' },
  { kind: 'growth', of: 'budget', from: { first: 'budget' } },
  { kind: 'days-late', done: 'started-on', due: 'planned-start' },
  { kind: 'working-days-late', done: 'started-on', due: 'planned-start' },
  { kind: 'months-late', done: 'started-on', due: 'planned-start', by: 'day' },
  { kind: 'months-late', done: 'started-on', due: 'planned-start', by: 'month' },
  { kind: 'slip', of: 'forecast-completion', from: 'planned-completion' },
  { kind: 'value', of: 'invest-ytd' },
  { kind: 'difference', of: 'invest-ytd', from: 'plan-to-date' },
]
const UNITS = {
  ratio: '%',
  growth: '%',
  gap: 'pp',
  'days-late': 'd',
  'working-days-late': 'wd',
  'months-late': 'mo',
  slip: 'd',
  value: '元',
  difference: '元',
} as const
const NAMES: Record<string, Input['type']> = {
  'invest-ytd': 'money',
  'plan-to-date': 'money',
  'annual-plan': 'money',
  budget: 'money',
  'first.budget': 'money',
  'started-on': 'day',
  'planned-start': 'day',
  'forecast-completion': 'day',
  'planned-completion': 'day',
}
const COLOURS = SAMPLE.colours.map(colour => colour.id)

const bandsFor = (unit: string): fc.Arbitrary<Band[]> =>
  fc
    .uniqueArray(fc.integer({ min: unit === 'mo' ? -2 : -60, max: unit === 'mo' ? 12 : 200 }), {
      minLength: 1,
      maxLength: 4,
    })
    .chain(cuts =>
      fc.tuple(
        fc.constant([...cuts].sort((a, b) => a - b)),
        fc.array(fc.boolean(), { minLength: cuts.length, maxLength: cuts.length }),
        fc.array(fc.constantFrom(...COLOURS), { minLength: cuts.length + 1, maxLength: cuts.length + 1 }),
      ),
    )
    .map(([cuts, below, colours]) =>
      colours.map((colour, index) => {
        const cut = cuts[index]
        if (cut === undefined) return { colour }
        return below[index] ? { below: `${cut}${unit}`, colour } : { upTo: `${cut}${unit}`, colour }
      }),
    )

const rulesOf = (measure: Measure): fc.Arbitrary<LightRule> =>
  bandsFor(UNITS[measure.kind]).map(bands => compileLight(lightWith(measure, bands), SAMPLE, {}))
const rules = fc.constantFrom(...MEASURES).chain(rulesOf)

const inputs: fc.Arbitrary<Input[]> = fc
  .tuple(
    day,
    fc.record(
      Object.fromEntries(
        Object.entries(NAMES).map(([name, type]): [string, fc.Arbitrary<number | Day | null>] => [
          name,
          fc.option<number | Day>(type === 'day' ? day : money, { freq: name === 'started-on' ? 1 : 9 }),
        ]),
      ),
    ),
  )
  .map(([asOf, values]) => [
    ...Object.entries(NAMES).map(
      ([name, type]): Input => ({ name, type, value: values[name] ?? null, from: 'return' }),
    ),
    { name: 'as-of', type: 'day', value: asOf, from: 'as-of' },
  ])

const leastOf = (rule: LightRule) => Math.min(...rule.bands.map(band => rule.severity.get(band.colour) ?? 0))
const withValue = (all: readonly Input[], name: string, value: Input['value']): Input[] =>
  all.map(input => (input.name === name ? { ...input, value } : input))

/** One unit short of what was asked: one 分 or one day. */
function missed(green: NonNullable<LightReason['green']>) {
  const step = green.reach === 'at-least' ? -1 : 1
  return typeof green.value === 'number' ? green.value + step : addDays(green.value, step)
}

describe('what would turn a light to its least severe colour', () => {
  it.each(MEASURES.map(measure => [measure.kind, measure] as const))(
    'does so for %s, and one unit short does not',
    (_, measure) => {
      let asked = 0
      fc.assert(
        fc.property(rulesOf(measure), inputs, (rule, all) => {
          const { colour, reason } = judge(rule, all)
          const { green } = reason
          if (!green) return
          asked += 1
          expect(colour).not.toBe(NONE)
          expect(judge(rule, withValue(all, green.input, green.value)).severity).toBe(leastOf(rule))
          const short = judge(rule, withValue(all, green.input, missed(green)))
          expect(short.colour === NONE || short.severity > leastOf(rule)).toBe(true)
        }),
        { numRuns: 1000 },
      )
      expect(asked).toBeGreaterThan(20)
    },
  )

  it('is not asked of a light that has that colour, nor of one that says nothing', () => {
    fc.assert(
      fc.property(rules, inputs, (rule, all) => {
        const { colour, severity, reason } = judge(rule, all)
        if (colour === NONE || severity === leastOf(rule)) expect(reason.green).toBeUndefined()
      }),
      { numRuns: 1000 },
    )
  })

  it.each(['ratio', 'gap', 'growth'] as const)('is always found for %s where more money mends it', kind => {
    const rising: Band[] = ['65', '85'].map((cut, index) => ({
      below: `${cut}${UNITS[kind]}`,
      colour: index === 0 ? 'red' : 'yellow',
    }))
    const measure = MEASURES.find(one => one.kind === kind) ?? MEASURES[0]
    if (!measure) throw new Error('no measure')
    const rule = compileLight(lightWith(measure, [...rising, { colour: 'green' }]), SAMPLE, {})
    fc.assert(
      fc.property(inputs, all => {
        const { colour, reason } = judge(rule, all)
        expect(reason.green !== undefined).toBe(colour === 'red' || colour === 'yellow')
      }),
    )
  })
})
