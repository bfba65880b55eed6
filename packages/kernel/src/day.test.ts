import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  addMonths,
  dayFromNumber,
  dayNumber,
  daysBetween,
  daysInMonth,
  firstDayOf,
  isDay,
  isMonth,
  lastDayOf,
  makeDay,
  makeMonth,
  monthOf,
  monthsBetween,
  weekday,
} from './day.ts'

const MS_PER_DAY = 86_400_000
/** Day numbers of the years 0001 to 9998. */
const number = fc.integer({ min: -719_162, max: 2_932_530 })
const oracle = (n: number) => new Date(n * MS_PER_DAY).toISOString().slice(0, 10)

describe('days', () => {
  it('agree with the proleptic Gregorian calendar of the platform', () => {
    fc.assert(
      fc.property(number, n => {
        const day = dayFromNumber(n)
        expect(day).toBe(oracle(n))
        expect(dayNumber(day)).toBe(n)
        expect(weekday(day)).toBe(new Date(n * MS_PER_DAY).getUTCDay() || 7)
        expect(isDay(day)).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })

  it('agree with it on every day around leap days and century ends', () => {
    for (const year of [1900, 2000, 2023, 2024, 2100]) {
      for (let n = Date.UTC(year, 0, 1) / MS_PER_DAY; n < Date.UTC(year + 1, 0, 1) / MS_PER_DAY; n += 1)
        expect(dayFromNumber(n)).toBe(oracle(n))
    }
  })

  it('add and subtract', () => {
    fc.assert(
      fc.property(number, fc.integer({ min: -4000, max: 4000 }), (n, days) => {
        fc.pre(n + days >= -719_162 && n + days <= 2_932_530)
        const day = dayFromNumber(n)
        expect(daysBetween(day, addDays(day, days))).toBe(days)
      }),
    )
  })

  it('compare as text in time order', () => {
    fc.assert(
      fc.property(number, number, (a, b) => {
        expect(dayFromNumber(a) < dayFromNumber(b)).toBe(a < b)
      }),
    )
  })

  it.each(['2024-02-29', '2000-02-29', '2023-12-31', '0001-01-01'])('%s is a day', text => {
    expect(isDay(text)).toBe(true)
  })

  it.each([
    '2023-02-29',
    '1900-02-29',
    '2023-04-31',
    '2023-00-10',
    '2023-13-01',
    '2023-01-00',
    '2023-1-1',
    '2023-01-01 ',
    '20230101',
    '',
  ])('%j is none', text => {
    expect(isDay(text)).toBe(false)
  })
})

describe('months', () => {
  const month = fc
    .tuple(fc.integer({ min: 1, max: 9998 }), fc.integer({ min: 1, max: 12 }))
    .map(([y, m]) => makeMonth(y, m))

  it('begin on the first and end on the day before the next begins', () => {
    fc.assert(
      fc.property(month, m => {
        expect(isMonth(m)).toBe(true)
        expect(monthOf(firstDayOf(m))).toBe(m)
        expect(addDays(lastDayOf(m), 1)).toBe(firstDayOf(addMonths(m, 1)))
      }),
    )
  })

  it('add and subtract', () => {
    fc.assert(
      fc.property(month, fc.integer({ min: -600, max: 600 }), (m, months) => {
        fc.pre(m >= '0060-01' && m <= '9900-01')
        expect(monthsBetween(m, addMonths(m, months))).toBe(months)
      }),
    )
    expect(addMonths('2023-01', -1)).toBe('2022-12')
    expect(addMonths('2023-12', 1)).toBe('2024-01')
  })

  it('have the length of their last day', () => {
    expect([1900, 2000, 2023, 2024].map(year => daysInMonth(year, 2))).toEqual([28, 29, 28, 29])
    expect(lastDayOf('2024-02')).toBe(makeDay(2024, 2, 29))
  })

  it.each(['2023-00', '2023-13', '2023-1', '2023', '2023-01-01'])('%j is no month', text => {
    expect(isMonth(text)).toBe(false)
  })
})
