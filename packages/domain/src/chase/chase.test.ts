import { addDays, type Day } from '@guatu/kernel'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PUBLISHED_CALENDAR } from '../calendar/index.ts'
import type { AskedReturn, ReturnState } from '../return/index.ts'
import { chaseOn } from './chase.ts'
import { CHASE_DEFAULTS, type ChaseSettings, readChase } from './settings.ts'

const asked = (due: Day, opens = addDays(due, -7)): AskedReturn => ({
  unit: 'town',
  period: '2023-05',
  from: '2023-05-01',
  opens,
  due,
  provisional: false,
  cadences: ['monthly'],
  rows: ['a', 'b'].map(project => ({ project, cadences: ['monthly'], fields: ['stage'] })),
})
const state = (state: ReturnState['state'], ...rows: string[]): ReturnState => ({
  unit: 'town',
  period: '2023-05',
  state,
  at: null,
  action: 'submit',
  reasons: [],
  passed: [],
  rows,
  cadences: ['monthly'],
})
const UNITS = { above: (unit: string) => (unit === 'town' ? 'bureau' : undefined), office: 'office' }
const on = (
  day: Day,
  one = asked('2023-06-05'),
  current?: ReturnState,
  settings: ChaseSettings = CHASE_DEFAULTS,
) => chaseOn(day, [{ asked: one, current }], UNITS, settings, PUBLISHED_CALENDAR)
const told = (day: Day, one?: AskedReturn, current?: ReturnState) =>
  on(day, one, current).map(({ kind, daysLate, to }) => `${kind} ${daysLate} ${to.level}:${to.unit}`)

describe('who is told, of a return due on Monday 2023-06-05', () => {
  // 05-31 is a Wednesday; 06-03, 06-04, 06-10 and 06-11 are days off.
  it.each<[Day, string[]]>([
    ['2023-05-30', []],
    ['2023-05-31', ['before 0 owner:town']],
    ['2023-06-01', []],
    ['2023-06-02', ['before 0 owner:town']],
    ['2023-06-04', []],
    ['2023-06-05', ['due 0 owner:town']],
    ['2023-06-06', ['after 1 owner:town']],
    ['2023-06-07', ['escalate 2 head:town']],
    ['2023-06-08', ['after 3 owner:town', 'escalate 3 above:bureau']],
    ['2023-06-09', []],
    ['2023-06-10', []],
    ['2023-06-11', []],
    ['2023-06-12', ['after 5 owner:town', 'escalate 5 office:office']],
    ['2023-06-13', []],
  ])('on %s', (day, expected) => {
    expect(told(day)).toEqual(expected)
  })

  it('is nobody while it is not open', () => {
    expect(told('2023-06-02', asked('2023-06-05', '2023-06-02'))).toEqual(['before 0 owner:town'])
    expect(told('2023-06-02', asked('2023-06-05', '2023-06-03'))).toEqual([])
  })

  it('is on the working day before, where it is due on a day off', () => {
    expect(told('2023-06-09', asked('2023-06-11'))).toEqual(['due 0 owner:town'])
    expect(told('2023-06-11', asked('2023-06-11'))).toEqual([])
    expect(told('2023-06-12', asked('2023-06-11'))).toEqual(['after 1 owner:town'])
  })

  it('depends on where the return is', () => {
    const sent = (name: ReturnState['state']) => told('2023-06-06', undefined, state(name, 'a'))
    expect([sent('submitted'), sent('accepted'), sent('frozen')]).toEqual([[], [], []])
    expect([sent('open'), sent('returned')]).toEqual([['after 1 owner:town'], ['after 1 owner:town']])
  })

  it('names the return, what is missing and a key', () => {
    expect(on('2023-06-07', undefined, state('returned', 'a'))).toEqual([
      {
        key: 'town 2023-05 escalate 2 head',
        to: { unit: 'town', level: 'head' },
        kind: 'escalate',
        return: { unit: 'town', period: '2023-05' },
        due: '2023-06-05',
        daysLate: 2,
        missing: ['b'],
      },
    ])
  })

  it('leaves out a level that has nobody, or that the setting leaves out', () => {
    const top = { ...asked('2023-06-05'), unit: 'bureau' }
    expect(told('2023-06-08', top)).toEqual(['after 3 owner:bureau'])
    expect(on('2023-06-07', undefined, undefined, { ...CHASE_DEFAULTS, grace: {} })).toEqual([])
  })
})

describe('over all days', () => {
  const settings = fc.record({
    before: fc.uniqueArray(fc.nat(10)),
    after: fc.uniqueArray(fc.integer({ min: 1, max: 10 }), { minLength: 1 }),
    grace: fc.record(
      {
        head: fc.integer({ min: 1, max: 10 }),
        above: fc.integer({ min: 1, max: 10 }),
        office: fc.integer({ min: 1, max: 10 }),
      },
      { requiredKeys: [] },
    ),
  })

  it('nothing is told twice, and nobody above before the owner', () => {
    fc.assert(
      fc.property(settings, fc.nat(700), (of, offset) => {
        const due = addDays('2023-01-01', offset)
        const days = Array.from({ length: 60 }, (_, index) => addDays(due, index - 25))
        const all = days.flatMap(day => on(day, asked(due), undefined, of))
        expect(new Set(all.map(one => one.key)).size).toBe(all.length)
        const late = all.filter(one => one.kind === 'after' || one.kind === 'escalate')
        expect(late[0]?.to.level).toBe('owner')
        expect(all.filter(one => one.kind === 'escalate').length).toBe(Object.keys(of.grace).length)
      }),
    )
  })
})

describe('the setting', () => {
  it.each<[string, ChaseSettings | undefined]>([
    ['3,1,0/1,3,5/head=1,above=2,office=4', CHASE_DEFAULTS],
    ['/2/', { before: [], after: [2], grace: {} }],
    ['1,1/2/head=1', { before: [1], after: [2], grace: { head: 1 } }],
    ['3//', undefined],
    ['3/0/', undefined],
    ['3/1/head=0', undefined],
    ['3/1/mayor=1', undefined],
    ['3/1/head=1/x', undefined],
    ['x/1/', undefined],
    ['', undefined],
  ])('%s', (text, expected) => {
    expect(readChase(text)).toEqual(expected)
  })
})
