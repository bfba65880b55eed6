import type { Condition, Row } from '@guatu/scheme'
import { describe, expect, it } from 'vitest'
import { inputsOf } from '../testing/inputs.ts'
import { SAMPLE, sampleLight } from '../testing/scheme.ts'
import { judge } from './judge.ts'
import { compileLight } from './rule.ts'

const { measure: _, ...light } = sampleLight('progress')
const JUNE = '2023-06-30'
const judged = (rows: Row[], values: Record<string, number | string | null>) =>
  judge(compileLight({ ...light, bands: [], rows }, SAMPLE, {}), inputsOf(JUNE, values))
const two = (when: Condition): Row[] => [{ when, colour: 'red' }, { colour: 'green' }]

const ratio: Condition = {
  measure: { kind: 'ratio', of: 'invest-ytd', to: 'plan-to-date' },
  is: { atLeast: '50%', below: '65%' },
}
const late: Condition = {
  measure: { kind: 'days-late', done: 'started-on', due: 'planned-start' },
  is: { above: '30d' },
}
const PLAN = { 'plan-to-date': 10_000 }
const DUE = { 'planned-start': '2023-05-30' }

describe('a range', () => {
  it.each([
    [4999, 'green'],
    [5000, 'red'],
    [5001, 'red'],
    [6499, 'red'],
    [6500, 'green'],
  ])('holds its closed end and not its open one: %i', (done, colour) => {
    expect(judged(two(ratio), { 'invest-ytd': done, ...PLAN }).colour).toBe(colour)
  })

  it.each([
    ['2023-05-29', 'red'],
    ['2023-05-30', 'red'],
    ['2023-05-31', 'green'],
    ['2023-06-30', 'green'],
    ['2023-12-31', 'green'],
  ])('of days late, of a start planned for %s: before its day nothing is late', (planned, colour) => {
    expect(judged(two(late), { 'planned-start': planned }).colour).toBe(colour)
  })
})

describe('what nobody can say', () => {
  const both: Condition = { all: [ratio, late] }
  const either: Condition = { any: [ratio, late] }
  it.each([
    ['all', both, { 'invest-ytd': 5000, ...PLAN, 'planned-start': '2023-05-01' }, 'red', undefined],
    ['all', both, { ...PLAN, 'planned-start': '2023-05-01' }, 'none', 'not-reported'],
    ['all', both, { ...PLAN, 'planned-start': JUNE }, 'green', undefined],
    ['all', both, { 'invest-ytd': 5000, ...PLAN }, 'none', 'no-plan'],
    ['any', either, { ...PLAN, 'planned-start': '2023-05-01' }, 'red', undefined],
    ['any', either, { ...PLAN, 'planned-start': JUNE }, 'none', 'not-reported'],
    ['any', either, { 'invest-ytd': 9000, ...PLAN, 'planned-start': JUNE }, 'green', undefined],
    ['any', either, { 'invest-ytd': 5000, ...PLAN }, 'red', undefined],
    [
      'any',
      either,
      { 'invest-ytd': 5000, 'plan-to-date': 0, 'planned-start': JUNE },
      'none',
      'plan-to-date-zero',
    ],
  ] as const)('leaves %s open only where the rest does not decide', (_, when, values, colour, none) => {
    const { colour: found, reason } = judged(two(when), values)
    expect([found, reason.none]).toEqual([colour, none])
  })
})

describe('what is there', () => {
  it.each([
    ['reported', { 'started-on': JUNE }, 'red'],
    ['reported', { 'started-on': '2023-07-01' }, 'green'],
    ['reported', {}, 'green'],
    ['missing', { 'started-on': JUNE }, 'green'],
    ['missing', { 'started-on': '2023-07-01' }, 'red'],
    ['missing', {}, 'red'],
  ] as const)('%s %j: a day to come has not happened', (kind, values, colour) => {
    const when = kind === 'reported' ? { reported: 'started-on' } : { missing: 'started-on' }
    expect(judged(two(when), values).colour).toBe(colour)
  })

  it.each([
    ['paused', 'red'],
    ['started', 'green'],
    [null, 'none'],
  ])('a stage %s among some', (stage, colour) => {
    expect(judged(two({ figure: 'stage', in: ['paused', 'prepare'] }), { stage }).colour).toBe(colour)
  })
})

it('the first row that holds gives the colour, and says what each measure came to', () => {
  const rows: Row[] = [
    { when: late, colour: 'red' },
    { when: ratio, colour: 'yellow', unstated: true },
    { colour: 'green' },
  ]
  const { colour, reason } = judged(rows, { 'invest-ytd': 6000, ...PLAN, ...DUE, 'started-on': '2023-06-01' })
  expect(colour).toBe('yellow')
  expect(reason).toMatchObject({
    band: 1,
    unstated: true,
    unit: 'percent',
    value: { n: 6000, d: 10_000 },
    green: { input: 'invest-ytd', type: 'money', value: 6500, reach: 'at-least' },
    tests: [
      { of: ['started-on', 'planned-start'], value: { n: 0, d: 1 }, unit: 'days', holds: false },
      { of: ['invest-ytd', 'plan-to-date'], value: { n: 6000, d: 10_000 }, unit: 'percent', holds: true },
    ],
  })
})

it('what is missing turns green by its day', () => {
  const { reason } = judged(two({ missing: 'started-on' }), { 'started-on': null })
  expect(reason.green).toEqual({ input: 'started-on', type: 'day', value: JUNE, reach: 'at-most' })
})

it('a withdrawn project shows nothing', () => {
  expect(judged(two(late), { ...DUE, stage: 'withdrawn' }).reason.none).toBe('withdrawn')
})
