import { describe, expect, it } from 'vitest'
import { columnsOf } from '../columns/index.ts'
import type { ProjectFacts } from '../evaluate/index.ts'
import { factsOf } from '../testing/facts.ts'
import { SAMPLE } from '../testing/scheme.ts'
import { periodsBetween, replayMoment, settingsTaken, withSettings } from './index.ts'

/** At the end of June half of the plan of 1,200 is asked for: 600. */
const project = (id: string, leadUnit: string, invested: number): ProjectFacts => ({
  project: { id, name: id, leadUnit },
  memberships: [{ project: id, list: 'key', year: 2023, annualPlan: 1_200 }],
  returns: [{ project: id, period: '2023-06', figures: { 'invest-ytd': invested } }],
})

const parsed = { scheme: SAMPLE, file: 'sample.yaml', place: () => ({ line: 1, column: 1 }) }

function redCut(value: string) {
  const set = withSettings(parsed, {}, { 'red-cut': value })
  if (!set.ok) throw new Error('refused')
  return replayMoment({
    period: '2023-06',
    asOf: '2023-06-30',
    columns: columnsOf(
      factsOf([
        project('behind', 'water', 389),
        project('just-behind', 'housing', 419),
        project('on-the-cut', 'water', 420),
        project('ahead', 'water', 600),
      ]),
    ),
    before: { scheme: SAMPLE, settings: {} },
    after: set.value,
  })
}

const progress = (cut: string) => {
  const replayed = redCut(cut)
  const { projects } = replayed.moment.columns
  return [...replayed.lights()]
    .filter(one => one.dimension === 'progress')
    .map(one => [projects[one.p]?.id, one.before?.colour, one.after?.colour, one.way])
}

describe('the red line of progress, 65 % before', () => {
  it('at 70 %: 69.8 % turns red, 70 % does not', () => {
    expect(progress('70%')).toEqual([
      ['behind', 'red', 'red', 'same'],
      ['just-behind', 'yellow', 'red', 'worse'],
      ['on-the-cut', 'yellow', 'yellow', 'same'],
      ['ahead', 'green', 'green', 'same'],
    ])
  })

  it('at 64.8 %: what stands on the line turns yellow', () => {
    expect(progress('64.8%')[0]).toEqual(['behind', 'red', 'yellow', 'better'])
    expect(progress('64.9%')[0]).toEqual(['behind', 'red', 'red', 'same'])
  })

  it('raises and drops what red asks for', () => {
    const actions = (cut: string) =>
      [...redCut(cut).actions()].map(({ p, turn, action }) => [p, turn, action])
    expect(actions('70%')).toEqual([[1, 'raised', 'listed-supervision']])
    expect(actions('64.8%')).toEqual([[0, 'dropped', 'listed-supervision']])
    expect(actions('65%')).toEqual([])
  })

  it('names inputs and the cut that decided on both sides', () => {
    const replayed = redCut('70%')
    const [, turn] = [...replayed.lights()].filter(one => one.dimension === 'progress')
    const told = turn && replayed.told(turn)
    expect(told?.before?.reason).toMatchObject({
      value: { n: 419, d: 600 },
      over: { cut: { n: 65, d: 100 } },
    })
    expect(told?.after?.reason).toMatchObject({
      value: { n: 419, d: 600 },
      under: { cut: { n: 70, d: 100 } },
    })
  })
})

it('counts projects by overall colour, and ranks units by share of red', () => {
  const { matrix, units, projects, changed, recoloured, ways } = redCut('70%')
  expect([projects, changed, recoloured]).toEqual([4, 1, 1])
  expect(ways).toEqual({ worse: 1, better: 0, same: 3, other: 0 })
  expect(matrix).toEqual([
    { from: 'red', to: 'red', projects: 1 },
    { from: 'yellow', to: 'red', projects: 1 },
    { from: 'yellow', to: 'yellow', projects: 1 },
    { from: 'green', to: 'green', projects: 1 },
  ])
  const ranks = units().map(({ unit, before, after }) => [
    unit,
    before.red,
    before.rank,
    after.red,
    after.rank,
  ])
  expect(ranks).toEqual([
    ['housing', { n: 0, d: 1 }, 2, { n: 1, d: 1 }, 1],
    ['water', { n: 1, d: 3 }, 1, { n: 1, d: 3 }, 2],
  ])
})

describe('settings', () => {
  it.each([
    [{ nope: '1%' }, [{ why: 'unknown', setting: 'nope' }]],
    [{ toString: '1%' }, [{ why: 'unknown', setting: 'toString' }]],
    [{ 'red-cut': '30d' }, [{ why: 'value', setting: 'red-cut' }]],
    [{ season: 'summer' }, [{ why: 'value', setting: 'season' }]],
  ])('%j are refused', (changes, faults) => {
    expect(withSettings(parsed, {}, changes as Record<string, string>)).toEqual({ ok: false, error: faults })
  })

  it('that put a cut at or above the next one are refused, a tenth below it they are not', () => {
    const at = (value: string) => withSettings(parsed, {}, { 'red-cut': value })
    expect(at('84.9%').ok).toBe(true)
    expect(at('85%')).toMatchObject({
      ok: false,
      error: [{ why: 'plan', findings: [{ code: 'bands.order' }] }],
    })
  })

  it('of the bureau stay beside the changed one; those of another plan are left out', () => {
    const given = { season: '04-01/10-31', 'red-cut': '60%', unknown: '1%' }
    const set = withSettings(parsed, given, { 'red-cut': '70%' })
    expect(set.ok && set.value.settings).toEqual({ season: '04-01/10-31', 'red-cut': '70%' })
    expect(settingsTaken(SAMPLE, { 'red-cut': '30d', season: '04-01/10-31' })).toEqual({
      season: '04-01/10-31',
    })
  })
})

it.each([
  ['2023-11', '2024-02', ['2023-11', '2023-12', '2024-01', '2024-02']],
  ['2023-Q2', '2023-Q2', ['2023-Q2']],
  ['2023-05', '2023-Q2', 'kinds'],
  ['2023-05', '2023-04', 'order'],
  ['2019-01', '2023-12', expect.objectContaining({ length: 60 })],
  ['2019-01', '2024-01', 'many'],
])('periods from %s to %s', (from, to, periods) => {
  expect(periodsBetween(from, to)).toEqual(periods)
})
