import { describe, expect, it } from 'vitest'
import { PUBLISHED_CALENDAR } from '../calendar/index.ts'
import type { AskedReturn, PrefilledRow, ReturnState } from '../return/index.ts'
import { addBurden, burdenOf, NO_BURDEN } from './burden.ts'
import { completenessOf, type SentReturn } from './completeness.ts'

const asked = (unit: string, ...projects: string[]): AskedReturn => ({
  unit,
  period: '2023-05',
  from: '2023-05-01',
  opens: '2023-05-31',
  due: '2023-06-05',
  provisional: false,
  cadences: ['monthly'],
  rows: projects.map(project => ({ project, cadences: ['monthly'], fields: ['stage'] })),
})
const sent = (
  unit: string,
  sentOn: string | null,
  state: ReturnState['state'],
  ...rows: string[]
): SentReturn => ({
  current: {
    unit,
    period: '2023-05',
    state,
    at: null,
    action: 'submit',
    reasons: [],
    passed: [],
    rows,
    cadences: ['monthly'],
  },
  sentOn,
})
/** 2023-06-05 is a Monday. */
const of = (asOf: string, ...returns: SentReturn[]) =>
  completenessOf([asked('housing', 'a', 'b'), asked('water', 'c')], returns, asOf, PUBLISHED_CALENDAR)

describe('completeness', () => {
  it.each<[asOf: string, sentOn: string | null, onTime: boolean | null, daysLate: number]>([
    ['2023-06-05', null, null, 0],
    ['2023-06-06', null, false, 1],
    ['2023-06-11', null, false, 4],
    ['2023-06-12', null, false, 5],
    ['2023-06-12', '2023-06-05', true, 0],
    ['2023-06-12', '2023-06-06', false, 1],
  ])('on %s, sent on %s', (asOf, sentOn, onTime, daysLate) => {
    const [unit] = of(
      asOf,
      ...(sentOn === null ? [] : [sent('housing', sentOn, 'submitted', 'a', 'b')]),
    ).units
    expect([unit?.onTime, unit?.daysLate, unit?.sentOn]).toEqual([onTime, daysLate, sentOn])
  })

  it('counts rows, and returns that were in time', () => {
    const { units, timeliness, completeness } = of(
      '2023-06-08',
      sent('housing', '2023-06-02', 'accepted', 'b'),
    )
    expect(units[0]).toEqual({
      unit: 'housing',
      period: '2023-05',
      due: '2023-06-05',
      state: 'accepted',
      expected: 2,
      submitted: 1,
      missing: ['a'],
      sentOn: '2023-06-02',
      onTime: true,
      daysLate: 0,
      accepted: true,
    })
    expect([timeliness, completeness]).toEqual([
      { n: 1, d: 2 },
      { n: 1, d: 3 },
    ])
    expect(of('2023-06-05').timeliness).toEqual({ n: 0, d: 0 })
  })

  it('does not call accepted what was closed over without having come', () => {
    const { units } = of(
      '2023-07-01',
      sent('housing', null, 'frozen'),
      sent('water', '2023-06-01', 'frozen', 'c'),
    )
    expect(units.map(one => one.accepted)).toEqual([false, true])
  })
})

describe('burden', () => {
  const figure = (value: number | string) => ({ value, period: '2023-04' })
  const rows: PrefilledRow[] = [
    {
      project: 'a',
      cadences: ['monthly'],
      fields: ['stage', 'invest-ytd', 'paid-ytd', 'problem', 'progress'],
      plan: null,
      cells: [
        { field: 'stage', type: 'stage', last: figure('started') },
        { field: 'invest-ytd', type: 'money', last: figure(100), now: figure(120) },
        { field: 'paid-ytd', type: 'money', last: figure(0) },
        { field: 'problem', type: 'text', last: figure('缺资金') },
        { field: 'progress', type: 'text' },
      ],
    },
  ]

  it('tells what was typed from what was sent as it was shown', () => {
    const figures = { stage: 'started', 'invest-ytd': 100, 'paid-ytd': 0, problem: null, progress: null }
    expect(burdenOf(rows, [{ project: 'a', figures }])).toEqual({
      asked: 5,
      prefilled: 2,
      typed: 2,
      read: 0,
      blank: 1,
    })
    expect(burdenOf(rows, [{ project: 'a', figures: { 'invest-ytd': 120 } }])).toEqual({
      asked: 5,
      prefilled: 1,
      typed: 0,
      read: 0,
      blank: 4,
    })
    expect(burdenOf(rows, [])).toEqual({ asked: 5, prefilled: 0, typed: 0, read: 0, blank: 5 })
  })

  it('adds up', () => {
    const one = burdenOf(rows, [])
    expect([one, one].reduce(addBurden, NO_BURDEN)).toEqual({
      asked: 10,
      prefilled: 0,
      typed: 0,
      read: 0,
      blank: 10,
    })
  })
})
