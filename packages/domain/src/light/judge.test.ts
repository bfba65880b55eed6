import type { Day } from '@guatu/kernel'
import type { Band, Measure } from '@guatu/scheme'
import { describe, expect, it } from 'vitest'
import { inputsOf } from '../testing/inputs.ts'
import { lightWith, SAMPLE, sampleLight } from '../testing/scheme.ts'
import { judge } from './judge.ts'
import { compileLight } from './rule.ts'
import { settingValues } from './settings.ts'

const JUNE = '2023-06-30'
const judged = (
  light: string,
  values: Record<string, number | string | null>,
  { asOf = JUNE, settings = {} }: { asOf?: Day; settings?: Record<string, string> } = {},
) => judge(compileLight(sampleLight(light), SAMPLE, settingValues(SAMPLE, settings)), inputsOf(asOf, values))
const colourBy = (measure: Measure, bands: readonly Band[], values: Record<string, number | string>) =>
  judge(compileLight(lightWith(measure, bands), SAMPLE, {}), inputsOf(JUNE, values)).colour

describe('bands, at each cut and one unit to each side', () => {
  it.each([
    [649_999, 'red'],
    [650_000, 'yellow'],
    [650_001, 'yellow'],
    [849_999, 'yellow'],
    [850_000, 'green'],
    [850_001, 'green'],
  ])('ratio of %i to 1000000, below 65%% and 85%%: %s', (done, colour) => {
    expect(judged('progress', { 'invest-ytd': done, 'plan-to-date': 1_000_000 }).colour).toBe(colour)
  })

  it.each([
    [299_999, 'red'],
    [300_000, 'red'],
    [300_001, 'yellow'],
    [399_999, 'yellow'],
    [400_000, 'green'],
    [400_001, 'green'],
  ])('gap of %i to 500000 of 1000000, up to -20 and below -10 points: %s', (done, colour) => {
    const values = { 'invest-ytd': done, 'plan-to-date': 500_000, 'annual-plan': 1_000_000 }
    expect(judged('gap', values).colour).toBe(colour)
  })

  it.each([
    [1_099_999, 'green'],
    [1_100_000, 'green'],
    [1_100_001, 'yellow'],
    [1_299_999, 'yellow'],
    [1_300_000, 'yellow'],
    [1_300_001, 'red'],
    [900_000, 'green'],
  ])('growth of 1000000 to %i, up to 10%% and 30%%: %s', (budget, colour) => {
    expect(judged('growth', { budget, 'first.budget': 1_000_000 }).colour).toBe(colour)
  })

  it.each([
    ['2023-06-29', 'yellow'],
    ['2023-05-31', 'yellow'],
    ['2023-05-30', 'red'],
  ])('no start on 30 June, planned for %s, up to 0 and 30 days: %s', (planned, colour) => {
    expect(judged('start', { 'started-on': null, 'planned-start': planned }).colour).toBe(colour)
  })

  it.each([
    ['2023-10-30', 'green'],
    ['2023-10-31', 'yellow'],
    ['2024-03-29', 'yellow'],
    ['2024-03-30', 'red'],
    ['2023-01-01', 'green'],
  ])(
    'completion seen for %s, planned for 1 October 2023, below 30 and up to 180 days: %s',
    (seen, colour) => {
      const values = { 'forecast-completion': seen, 'planned-completion': '2023-10-01' }
      expect(judged('slip', values).colour).toBe(colour)
    },
  )

  it('compare exactly where floating point would round', () => {
    const ratio: Measure = { kind: 'ratio', of: 'invest-ytd', to: 'plan-to-date' }
    const bands: Band[] = [{ below: '100%', colour: 'red' }, { colour: 'green' }]
    const max = Number.MAX_SAFE_INTEGER
    expect(colourBy(ratio, bands, { 'invest-ytd': max - 1, 'plan-to-date': max })).toBe('red')
    expect(colourBy(ratio, bands, { 'invest-ytd': max, 'plan-to-date': max })).toBe('green')
  })
})

describe('reasons', () => {
  it('name the band, its cuts and whose edge it is', () => {
    const { colour, severity, reason } = judged('progress', { 'invest-ytd': 70, 'plan-to-date': 100 })
    expect({ colour, severity }).toEqual({ colour: 'yellow', severity: 2 })
    expect(reason).toEqual({
      value: { n: 70, d: 100 },
      unit: 'percent',
      band: 1,
      over: { cut: { n: 65, d: 100 }, owns: true, setting: 'red-cut' },
      under: { cut: { n: 85, d: 100 }, owns: false, setting: undefined },
      unstated: undefined,
      green: { input: 'invest-ytd', type: 'money', value: 85, reach: 'at-least' },
    })
  })

  it('follow the setting of the bureau', () => {
    const values = { 'invest-ytd': 60, 'plan-to-date': 100 }
    expect(judged('progress', values).colour).toBe('red')
    expect(judged('progress', values, { settings: { 'red-cut': '60%' } }).colour).toBe('yellow')
  })

  it('mark a band that the plan leaves open', () => {
    const ratio: Measure = { kind: 'ratio', of: 'invest-ytd', to: 'plan-to-date' }
    const bands: Band[] = [
      { below: '65%', colour: 'red' },
      { colour: 'yellow', unstated: true },
    ]
    const rule = compileLight(lightWith(ratio, bands), SAMPLE, {})
    expect(judge(rule, inputsOf(JUNE, { 'invest-ytd': 65, 'plan-to-date': 100 })).reason.unstated).toBe(true)
    expect(
      judge(rule, inputsOf(JUNE, { 'invest-ytd': 64, 'plan-to-date': 100 })).reason.unstated,
    ).toBeUndefined()
  })
})

describe('○ and why', () => {
  const season = '2023-06-30'
  it.each([
    ['progress', { 'invest-ytd': null, 'plan-to-date': 100 }, 'not-reported'],
    ['progress', { 'invest-ytd': 5, 'plan-to-date': 0 }, 'plan-to-date-zero'],
    ['progress', { 'invest-ytd': 5, 'plan-to-date': null }, 'no-plan'],
    ['progress', { 'invest-ytd': 0, 'plan-to-date': 100, stage: 'withdrawn' }, 'withdrawn'],
    ['gap', { 'invest-ytd': null, 'plan-to-date': 50, 'annual-plan': 100 }, 'not-reported'],
    ['gap', { 'invest-ytd': 5, 'plan-to-date': 0, 'annual-plan': 100 }, 'plan-to-date-zero'],
    ['gap', { 'invest-ytd': 5, 'plan-to-date': 0, 'annual-plan': 0 }, 'no-plan'],
    ['gap', { 'invest-ytd': 5, 'plan-to-date': null, 'annual-plan': null }, 'no-plan'],
    ['growth', { budget: null, 'first.budget': null }, 'not-reported'],
    ['growth', { budget: 5, 'first.budget': 0 }, 'no-baseline'],
    ['growth', { budget: 5, 'first.budget': null }, 'no-baseline'],
    ['start', { 'started-on': null, 'planned-start': null }, 'no-plan'],
    ['start', { 'started-on': null, 'planned-start': '2023-06-30' }, 'not-due'],
    ['start', { 'started-on': '2023-07-01', 'planned-start': '2023-06-30' }, 'not-due'],
    ['slip', { 'forecast-completion': null, 'planned-completion': '2023-06-30' }, 'not-reported'],
    ['slip', { 'forecast-completion': '2023-06-30', 'planned-completion': null }, 'no-baseline'],
  ] as const)('%s of %j: %s', (light, values, none) => {
    expect(judged(light, values, { asOf: season })).toEqual({
      colour: 'none',
      severity: 0,
      reason: { value: null, unit: expect.any(String), none },
    })
  })

  it('nothing done of a plan is red, not ○', () => {
    expect(judged('progress', { 'invest-ytd': 0, 'plan-to-date': 1 }).colour).toBe('red')
  })

  it('a start on the as-of date counts, and an early one of which nobody planned the day', () => {
    expect(judged('start', { 'started-on': JUNE, 'planned-start': '2023-01-01' }).colour).toBe('green')
    expect(judged('start', { 'started-on': '2023-01-01', 'planned-start': null }).colour).toBe('green')
  })

  it.each([
    ['2023-03-14', 'out-of-season'],
    ['2023-03-15', undefined],
    ['2023-11-15', undefined],
    ['2023-11-16', 'out-of-season'],
  ])('judged in season only: %s %s', (asOf, none) => {
    const values = { 'invest-ytd': 5, 'plan-to-date': 50, 'annual-plan': 100 }
    expect(judged('gap', values, { asOf }).reason.none).toBe(none)
  })

  it('in a season of the bureau that runs over the turn of the year', () => {
    const values = { 'invest-ytd': 5, 'plan-to-date': 50, 'annual-plan': 100 }
    const settings = { season: '11-01/04-30' }
    const none = (asOf: Day) => judged('gap', values, { asOf, settings }).reason.none
    expect([none('2023-04-30'), none('2023-05-01'), none('2023-10-31'), none('2023-11-01')]).toEqual([
      undefined,
      'out-of-season',
      'out-of-season',
      undefined,
    ])
  })
})
