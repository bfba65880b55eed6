import { describe, expect, it } from 'vitest'
import { evaluate, type ProjectFacts } from '../evaluate/index.ts'
import type { ReportedFact, UnitFact } from '../facts/index.ts'
import { factsOf } from '../testing/facts.ts'
import { sampleLit } from '../testing/scheme.ts'

const UNITS: UnitFact[] = [
  { id: 'east', name: '东镇', kind: 'town' },
  { id: 'west', name: '西镇', kind: 'town' },
  { id: 'north', name: '北镇', kind: 'town' },
  { id: 'housing', name: '住建局', kind: 'bureau' },
  { id: 'old', name: '老镇', kind: 'town', mergedInto: 'east' },
]
const rule = (text: string) =>
  sampleLit(`
  - id: judged
    name: 单位
    nameEn: Units
    dimension: unit
${text.replace(/^/gm, '    ')}`)

const growth = (unit: string, period: string, rate: string): ReportedFact => ({
  indicator: 'fai',
  unit,
  period,
  values: { growth: rate },
  source: 7,
})

interface Given {
  readonly reported?: readonly ReportedFact[]
  readonly projects?: readonly ProjectFacts[]
  readonly asOf?: string
}
const judged = (
  scheme: ReturnType<typeof rule>,
  { reported = [], projects = [], asOf = '2023-06-30' }: Given,
) => {
  const { unitLights = [], unitActions } = evaluate(scheme, factsOf(projects, reported, UNITS), asOf)
  return {
    lights: unitLights,
    actions: unitActions,
    colours: unitLights.map(one => `${one.unit} ${one.colour}`),
  }
}

/** Done in May and in June, of a plan of 100 a month. */
const led = (id: string, unit: string, may: number, june: number): ProjectFacts => ({
  project: { id, name: id, leadUnit: unit },
  memberships: [{ project: id, list: 'key', year: 2023, annualPlan: 1200 }],
  returns: [
    { project: id, period: '2023-05', figures: { 'invest-ytd': may } },
    { project: id, period: '2023-06', figures: { 'invest-ytd': june } },
  ],
})

describe('a light of units', () => {
  const VALUE = rule(`of: unit
units: { kind: [town] }
measure: { kind: value, of: { indicator: fai, value: growth } }
bands: [{ below: 5%, colour: red }, { upTo: 8%, colour: yellow }, { colour: green }]
leadsTo: { red: { action: talk, on: responsible-unit, by: { name: 县长, nameEn: the mayor }, confirm: leader } }`)

  it.each([
    ['4.9%', 'red'],
    ['5%', 'yellow'],
    ['8%', 'yellow'],
    ['8.1%', 'green'],
    ['-3%', 'red'],
  ])('judges what a unit reported of itself: %s is %s', (rate, colour) => {
    expect(judged(VALUE, { reported: [growth('east', '2023-06', rate)] }).colours).toEqual([
      `east ${colour}`,
      'north none',
      'west none',
    ])
  })

  it('names its figure with period and entry, and what it leads to', () => {
    const { lights, actions } = judged(VALUE, { reported: [growth('east', '2023-05', '4%')] })
    expect(lights[0]?.because).toEqual([
      { entry: 7, from: 'reported', name: 'unit.fai.growth', period: '2023-05', type: 'rate', value: '4%' },
      { from: 'as-of', name: 'as-of', type: 'day', value: '2023-06-30' },
    ])
    expect(lights[0]?.reason).toMatchObject({ value: { n: 1, d: 25 }, unit: 'percent', band: 0 })
    expect(actions).toEqual([
      {
        action: 'talk',
        by: { name: '县长', nameEn: 'the mayor' },
        clause: undefined,
        colour: 'red',
        confirm: 'leader',
        rule: 'judged',
        unit: 'east',
      },
    ])
  })

  it('of sums of projects needs a unit that leads some', () => {
    const scheme = rule(`of: unit
measure: { kind: value, of: { indicator: completion-rate } }
bands: [{ below: 50%, colour: red }, { colour: green }]`)
    const projects = [led('a', 'east', 0, 599), led('b', 'housing', 0, 200), led('c', 'housing', 0, 1000)]
    const { colours, lights } = judged(scheme, { projects })
    expect(colours).toEqual(['east red', 'housing green', 'north none', 'west none'])
    expect(lights.map(one => one.because[0]?.value)).toEqual(['599/1200', '1200/2400', null, null])
  })

  it('follows a unit over months, by its projects too', () => {
    const scheme = rule(`of: unit
units: { only: [east, west] }
measure: { kind: value, of: { indicator: completion-rate } }
bands: [{ below: 50%, colour: yellow }, { colour: green }]
streak: [{ colour: yellow, periods: 2, becomes: red }]`)
    const projects = [led('a', 'east', 599, 599), led('b', 'west', 600, 599)]
    const { colours, lights } = judged(scheme, { projects })
    expect(colours).toEqual(['east red', 'west yellow'])
    expect(lights.map(one => one.reason.streak?.periods.map(({ period }) => period))).toEqual([
      ['2023-06', '2023-05'],
      undefined,
    ])
  })
})

describe('ranks', () => {
  const RANK = rule(`of: unit
units: { kind: [town] }
measure: { kind: value, of: { rank: fai, value: growth, among: [town], from: largest } }
bands: [{ upTo: 1位, colour: green }, { upTo: 2位, colour: yellow }, { colour: red }]`)
  const growths = (...of: readonly string[]) =>
    ['east', 'north', 'west'].flatMap((unit, index) =>
      of[index] ? [growth(unit, '2023-06', of[index])] : [],
    )

  it.each([
    [
      ['9%', '8%', '7%'],
      ['east green', 'north yellow', 'west red'],
    ],
    [
      ['9%', '9%', '7%'],
      ['east green', 'north green', 'west red'],
    ],
    [
      ['9%', '', '7%'],
      ['east green', 'north none', 'west yellow'],
    ],
    [
      ['1%', '1.0%', '1%'],
      ['east green', 'north green', 'west green'],
    ],
  ])('of %j: %j', (of, expected) => {
    expect(judged(RANK, { reported: growths(...of) }).colours).toEqual(expected)
  })

  it('count units of the kind alone, and none that was closed', () => {
    const reported = [
      ...growths('9%', '8%', '7%'),
      growth('housing', '2023-06', '99%'),
      growth('old', '2023-06', '99%'),
    ]
    expect(judged(RANK, { reported }).colours[0]).toBe('east green')
  })

  it.each([
    [599, 600, 'green'],
    [600, 600, 'green'],
    [601, 599, 'red'],
  ])('that fall since the month before: %i in May, %i in June is %s', (may, june, colour) => {
    const scheme = rule(`of: unit
units: { only: [east] }
measure: { kind: difference, of: { rank: completion-rate, among: { units: [east, west] }, from: largest }, from: { rank: completion-rate, among: { units: [east, west] }, from: largest, before: month } }
bands: [{ upTo: 0位, colour: green }, { colour: red }]`)
    const projects = [led('a', 'east', may, june), led('b', 'west', 600, 600)]
    expect(judged(scheme, { projects }).colours).toEqual([`east ${colour}`])
  })
})

describe('a light of the jurisdiction', () => {
  const scheme = rule(`of: jurisdiction
measure: { kind: difference, of: { indicator: fai, value: growth }, from: { target: fai, value: growth, end: floor } }
bands: [{ below: 0pp, colour: red }, { colour: green }]`)
  it.each([
    ['9.9%', 'red'],
    ['10%', 'green'],
    ['10.1%', 'green'],
  ])('stands against what a target asks: %s is %s', (rate, colour) => {
    expect(judged(scheme, { reported: [growth('statistics', '2023-06', rate)] }).colours).toEqual([
      `null ${colour}`,
    ])
  })

  it('compares rates of sums whose product no number holds', () => {
    const wide = rule(`of: unit
units: { only: [east] }
measure: { kind: difference, of: { indicator: completion-rate }, from: { indicator: completion-rate, over: jurisdiction } }
bands: [{ below: 0pp, colour: red }, { colour: green }]`)
    const large = (id: string, unit: string, done: number): ProjectFacts => ({
      ...led(id, unit, 0, done),
      memberships: [{ project: id, list: 'key', year: 2023, annualPlan: 1_000_000_000_000_000 }],
    })
    const of = (west: number) =>
      judged(wide, { projects: [large('a', 'east', 500_000_000_000_000), large('b', 'west', west)] }).colours
    expect([of(500_000_000_000_001), of(500_000_000_000_000), of(499_999_999_999_999)]).toEqual([
      ['east red'],
      ['east green'],
      ['east green'],
    ])
  })
})

it('a plan that judges no units says nothing of them', () => {
  const evaluation = evaluate(sampleLit(''), factsOf([], [], UNITS), '2023-06-30')
  expect(Object.keys(evaluation)).not.toContain('unitLights')
})
