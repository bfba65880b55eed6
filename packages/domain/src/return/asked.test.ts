import type { Day } from '@guatu/kernel'
import type { Cadence, Scheme } from '@guatu/scheme'
import { describe, expect, it } from 'vitest'
import { PUBLISHED_CALENDAR } from '../calendar/index.ts'
import type { Facts, ReturnFact } from '../facts/index.ts'
import { EMPTY } from '../testing/facts.ts'
import { SAMPLE } from '../testing/scheme.ts'
import { askedReturn, askedReturns, returnsOfPeriod } from './asked.ts'
import { askedFields } from './fields.ts'
import { prefilledRows } from './prefill.ts'

const cadence = (id: string, rest: Partial<Cadence>): Cadence => ({
  id,
  name: id,
  nameEn: id,
  covers: [],
  terms: [],
  every: 'month',
  does: 'count',
  lists: [],
  asksReturn: true,
  ...rest,
})
const CADENCES = [
  cadence('key', { lists: ['key'], dueDays: 5, lockDays: 10, asks: ['stage', 'invest-ytd'] }),
  cadence('backed', { lists: ['backed'], dueDays: 3, lockDays: 20, asks: ['problem'] }),
  cadence('all', { dueDays: 8, lockDays: 1, asks: ['progress'] }),
  cadence('weekly', { every: 'week', lists: ['key'], nature: ['new'], dueDays: 1 }),
  cadence('pair', { every: 'week', everyOther: '2023-05-15', lists: ['backed'] }),
  cadence('silent', { asksReturn: false }),
  cadence('called', { every: 'day' }),
]
const SCHEME: Scheme = { ...SAMPLE, cadences: CADENCES }
const FACTS: Facts = {
  ...EMPTY,
  projects: [
    { id: 'b', name: 'b', leadUnit: 'housing', ownerUnit: 'firm', townUnit: 'east' },
    { id: 'a', name: 'a', leadUnit: 'housing' },
    { id: 'c', name: 'c', ownerUnit: 'water' },
  ],
  memberships: [
    { project: 'a', list: 'key', year: 2023, nature: 'new', annualPlan: 1200 },
    { project: 'a', list: 'backed', year: 2023 },
    { project: 'b', list: 'backed', year: 2023 },
    { project: 'c', list: 'key', year: 2023, nature: 'continuing' },
  ],
}
const names = (asOf: Day, since?: Day, scheme = SCHEME) =>
  askedReturns(scheme, FACTS, asOf, PUBLISHED_CALENDAR, since).map(
    one => `${one.unit} ${one.period} ${one.cadences.join('+')}`,
  )

describe('what a unit is asked', () => {
  it('is one list for a period, whatever number of cadences ask; a project is one row', () => {
    const [housing, ...more] = returnsOfPeriod(SCHEME, FACTS, '2023-05', PUBLISHED_CALENDAR)
    expect(housing).toEqual({
      unit: 'housing',
      period: '2023-05',
      from: '2023-05-01',
      opens: '2023-05-31',
      due: '2023-06-03',
      locks: '2023-06-23',
      provisional: false,
      cadences: ['key', 'backed', 'all'],
      rows: [
        {
          project: 'a',
          cadences: ['key', 'backed', 'all'],
          fields: ['invest-ytd', 'stage', 'problem', 'progress'],
        },
        { project: 'b', cadences: ['backed', 'all'], fields: ['problem', 'progress'] },
      ],
    })
    expect(more.map(one => [one.unit, one.due, one.cadences])).toEqual([
      ['water', '2023-06-05', ['key', 'all']],
    ])
  })

  it('stays open until closing where one of its cadences has no lock', () => {
    const open = { ...SCHEME, cadences: [...CADENCES, cadence('open', { lists: ['backed'] })] }
    const locks = returnsOfPeriod(open, FACTS, '2023-05', PUBLISHED_CALENDAR).map(one => one.locks)
    expect(locks).toEqual([undefined, '2023-06-15'])
  })

  it('in a pair of weeks is asked with the second', () => {
    const weeks = (period: string) =>
      returnsOfPeriod(SCHEME, FACTS, period, PUBLISHED_CALENDAR).map(one => one.cadences)
    expect([weeks('2023-W20'), weeks('2023-W21')]).toEqual([[['weekly']], [['weekly', 'pair']]])
  })

  it.each<[Day, string[]]>([
    ['2023-05-29', ['housing 2023-W20 weekly', 'housing 2023-W21 weekly+pair']],
    ['2023-05-30', ['housing 2023-W21 weekly+pair']],
  ])('on %s is the last past due and what opened since', (asOf, weeks) => {
    const months = ['housing 2023-04 key+backed+all', 'water 2023-04 key+all']
    expect(
      names(asOf)
        .filter(one => one.includes('-W'))
        .sort(),
    ).toEqual(weeks)
    expect(names(asOf).filter(one => !one.includes('-W'))).toEqual(months)
  })

  it('opens with the day, and goes back as far as it is asked to', () => {
    expect(names('2023-05-30', '2023-05-31')).toEqual([])
    expect(names('2023-05-31', '2023-05-31')).toEqual([
      'housing 2023-05 key+backed+all',
      'water 2023-05 key+all',
    ])
    expect(names('2023-05-31', '2023-01-01').filter(one => one.startsWith('water'))).toEqual(
      ['2022-12', '2023-01', '2023-02', '2023-03', '2023-04', '2023-05']
        .slice(1)
        .map(month => `water ${month} key+all`),
    )
  })

  it('is nothing before the plan is in force, nor after', () => {
    const until = { ...SCHEME, inForce: { from: '2023-04-08', to: '2023-04-30' } }
    expect(names('2023-06-30', '2023-01-01', until).filter(one => one.startsWith('water'))).toEqual([
      'water 2023-03 all',
      'water 2023-04 key+all',
    ])
  })

  it('goes to the unit that the cadence names', () => {
    const by = (which: Cadence['by']) =>
      returnsOfPeriod(
        { ...SAMPLE, cadences: [cadence('one', { lists: ['backed'], by: which })] },
        FACTS,
        '2023-05',
        PUBLISHED_CALENDAR,
      ).map(one => [one.unit, one.rows.map(row => row.project).join('')])
    expect(by(undefined)).toEqual([['housing', 'ab']])
    expect(by('owner')).toEqual([
      ['firm', 'b'],
      ['housing', 'a'],
    ])
    expect(by('town')).toEqual([
      ['east', 'b'],
      ['housing', 'a'],
    ])
  })

  it('without asked fields is what the plan judges by, its own ones and the state in words', () => {
    expect(askedFields(SAMPLE, {})).toEqual([
      'invest-ytd',
      'stat-ytd',
      'stage',
      'started-on',
      'progress',
      'problem',
      'budget',
      'forecast-completion',
    ])
  })
})

describe('what is known of a row', () => {
  const row = (returns: readonly ReturnFact[], period = '2023-05', scheme = SCHEME) => {
    const facts = { ...FACTS, returns }
    const asked = askedReturn(scheme, facts, { unit: 'housing', period }, PUBLISHED_CALENDAR)
    return asked && prefilledRows(scheme, facts, asked)[0]
  }
  const invest = (period: string, value: number, seq: number): ReturnFact => ({
    project: 'a',
    period,
    figures: { 'invest-ytd': value },
    sources: { 'invest-ytd': seq },
  })
  const cell = (returns: readonly ReturnFact[], period?: string, scheme?: Scheme) =>
    row(returns, period, scheme)?.cells.find(one => one.field === 'invest-ytd')

  it('is blank where nobody reported: blank is not 0', () => {
    expect(cell([])).toEqual({ field: 'invest-ytd', type: 'money' })
  })

  it('is the newest figure with its period and entry, and the change over the month before', () => {
    expect(cell([invest('2023-04', 100, 1), invest('2023-W20', 130, 2)])).toEqual({
      field: 'invest-ytd',
      type: 'money',
      last: { value: 130, period: '2023-W20', entry: 2 },
      base: 100,
      change: 30,
    })
  })

  it('is the figure of the period where it is reported already', () => {
    expect(cell([invest('2023-04', 100, 1), invest('2023-05', 90, 2), invest('2023-06', 500, 3)])).toEqual({
      field: 'invest-ytd',
      type: 'money',
      now: { value: 90, period: '2023-05', entry: 2 },
      last: { value: 100, period: '2023-04', entry: 1 },
      base: 100,
      change: -10,
    })
  })

  it('of the year begins at 0 in January, months together too, and takes nothing from last year', () => {
    const december = invest('2022-12', 900, 1)
    expect(cell([december], '2023-01')).toEqual({ field: 'invest-ytd', type: 'money', base: 0 })
    expect(cell([december], '2023-02')).toEqual({ field: 'invest-ytd', type: 'money' })
    const together = { ...SCHEME, cadences: [cadence('spring', { together: [1, 2], asks: ['invest-ytd'] })] }
    expect(cell([december, invest('2023-01', 40, 2)], '2023-02', together)).toEqual({
      field: 'invest-ytd',
      type: 'money',
      last: { value: 40, period: '2023-01', entry: 2 },
      base: 0,
      change: 40,
    })
  })

  it('has the plan up to the period end, by the curve of its first list', () => {
    expect(row([])?.plan).toEqual({ list: 'key', annual: 1200, toDate: 500, curve: 'linear' })
    expect(row([], '2023-W20')?.plan).toEqual({ list: 'key', annual: 1200, toDate: 400, curve: 'linear' })
    const none = { ...FACTS, memberships: FACTS.memberships.map(one => ({ ...one, annualPlan: undefined })) }
    const asked = askedReturn(SCHEME, none, { unit: 'housing', period: '2023-05' }, PUBLISHED_CALENDAR)
    expect(asked && prefilledRows(SCHEME, none, asked)[0]?.plan).toBe(null)
  })
})
