import type { Day } from '@guatu/kernel'
import type { Cadence } from '@guatu/scheme'
import { describe, expect, it } from 'vitest'
import { PUBLISHED_CALENDAR } from '../calendar/index.ts'
import { cycleOf, cycleSpan, cyclesOpen, dueWithin, lastDue } from './cycle.ts'

const BASE: Cadence = {
  id: 'c',
  name: '报送',
  nameEn: 'Return',
  covers: [],
  terms: [],
  every: 'month',
  does: 'count',
  lists: [],
  asksReturn: true,
}
const clocks = (cadence: Partial<Cadence>, within: string) => {
  const { period, opens, due, locks } = cycleOf({ ...BASE, ...cadence }, within, PUBLISHED_CALENDAR)
  return [period, opens, due, locks]
}

/** Days counted by hand from the published calendar: 2023-09-29 to 10-06 are off, 10-07 and 10-08 are worked. */
describe('the three clocks of a cycle', () => {
  it.each<[string, Partial<Cadence>, string, (string | undefined)[]]>([
    ['of a month', {}, '2023-05', ['2023-05', '2023-05-31', '2023-05-31', undefined]],
    [
      'of a month by the 5th, open two days before its end, locked five days later',
      { dueDays: 5, opensDays: -2, lockDays: 5 },
      '2023-05',
      ['2023-05', '2023-05-29', '2023-06-05', '2023-06-10'],
    ],
    [
      'of a month by working days across the holidays',
      { dueWorkingDays: 3, lockWorkingDays: 2, opensDays: 1 },
      '2023-09',
      ['2023-09', '2023-10-01', '2023-10-09', '2023-10-11'],
    ],
    [
      'locked on the day it is due',
      { dueDays: 5, lockDays: 0 },
      '2023-05',
      ['2023-05', '2023-05-31', '2023-06-05', '2023-06-05'],
    ],
    [
      'of a week due on Monday',
      { every: 'week', dueDays: 1, opensDays: -2 },
      '2023-W22',
      ['2023-W22', '2023-06-02', '2023-06-05', undefined],
    ],
    [
      'of ten days',
      { every: 'ten-days', dueDays: 2 },
      '2023-02-T3',
      ['2023-02-T3', '2023-02-28', '2023-03-02', undefined],
    ],
    [
      'of half a month',
      { every: 'half-month', dueDays: 3 },
      '2023-05-F1',
      ['2023-05-F1', '2023-05-15', '2023-05-18', undefined],
    ],
    [
      'of every other week, named in its first week',
      { every: 'week', everyOther: '2023-05-15', dueDays: 1 },
      '2023-W20',
      ['2023-W21', '2023-05-28', '2023-05-29', undefined],
    ],
    [
      'of a quarter',
      { every: 'quarter', dueDays: 10 },
      '2023-Q2',
      ['2023-Q2', '2023-06-30', '2023-07-10', undefined],
    ],
    [
      'of half a year',
      { every: 'half', dueDays: 10 },
      '2023-H2',
      ['2023-H2', '2023-12-31', '2024-01-10', undefined],
    ],
    [
      'of the second month of each quarter',
      { every: 'quarter', dueMonth: 2, lockDays: 3 },
      '2023-Q2',
      ['2023-Q2', '2023-05-01', '2023-05-31', '2023-06-03'],
    ],
    [
      'of January, asked with February',
      { together: [1, 2], dueDays: 5 },
      '2023-01',
      ['2023-02', '2023-02-28', '2023-03-05', undefined],
    ],
    [
      'of March, where January and February are one',
      { together: [1, 2], dueDays: 5 },
      '2023-03',
      ['2023-03', '2023-03-31', '2023-04-05', undefined],
    ],
  ])('%s', (_, cadence, within, expected) => {
    expect(clocks(cadence, within)).toEqual(expected)
  })

  it('are provisional where the lock leans on days that are not published', () => {
    const last = PUBLISHED_CALENDAR.publishedThrough
    const month = last.slice(0, 7)
    const provisional = (cadence: Partial<Cadence>) =>
      cycleOf({ ...BASE, ...cadence }, month, PUBLISHED_CALENDAR).provisional
    expect([
      provisional({}),
      provisional({ lockDays: 0 }),
      provisional({ lockDays: 1 }),
      provisional({ lockWorkingDays: 1 }),
    ]).toEqual([false, false, true, true])
  })
})

describe('months together', () => {
  const together: Cadence = { ...BASE, together: [1, 2], dueDays: 5 }

  it('are one cycle about both', () => {
    expect(cycleSpan(together, { period: '2023-02' })).toEqual({ start: '2023-01-01', end: '2023-02-28' })
    expect(cycleSpan(together, { period: '2023-03' })).toEqual({ start: '2023-03-01', end: '2023-03-31' })
  })

  it.each<[Day, string]>([
    ['2023-03-05', '2022-12'],
    ['2023-03-06', '2023-02'],
    ['2023-04-05', '2023-02'],
    ['2023-04-06', '2023-03'],
  ])('on %s the last one due was %s', (asOf, period) => {
    expect(lastDue(together, asOf, PUBLISHED_CALENDAR).period).toBe(period)
  })

  it('fall due once', () => {
    const soon = dueWithin(together, '2023-01-01', 120, PUBLISHED_CALENDAR)
    expect(soon.map(one => one.due)).toEqual(['2023-01-05', '2023-03-05', '2023-04-05'])
  })
})

describe('open cycles', () => {
  const open = (cadence: Partial<Cadence>, since: Day, asOf: Day) =>
    cyclesOpen({ ...BASE, ...cadence }, since, asOf, PUBLISHED_CALENDAR).map(one => one.period)

  it('are those that opened by the day and were not due before the other', () => {
    expect(open({ dueDays: 5 }, '2023-05-05', '2023-05-31')).toEqual(['2023-04', '2023-05'])
    expect(open({ dueDays: 5 }, '2023-05-06', '2023-05-31')).toEqual(['2023-05'])
    expect(open({ dueDays: 5 }, '2023-05-06', '2023-05-30')).toEqual([])
    expect(open({ dueDays: 5, opensDays: -1 }, '2023-05-06', '2023-05-30')).toEqual(['2023-05'])
  })

  it('never come of a cadence that the office calls', () => {
    expect(open({ every: 'day' }, '2023-05-01', '2023-05-31')).toEqual([])
  })
})
