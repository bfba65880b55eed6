import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, dayFromNumber, dayNumber } from './day.ts'
import { nextPeriod, type PeriodKind, periodKind, periodOf, periodSpan, periodsIn } from './period.ts'

const KINDS: readonly PeriodKind[] = [
  'year',
  'half',
  'quarter',
  'month',
  'half-month',
  'ten-days',
  'week',
  'day',
]
const kind = fc.constantFrom(...KINDS)
const day = fc.integer({ min: dayNumber('1950-01-01'), max: dayNumber('2150-12-31') }).map(dayFromNumber)

describe('periods', () => {
  it('name their own kind and hold the day they were made from', () => {
    fc.assert(
      fc.property(kind, day, (k, d) => {
        const period = periodOf(k, d)
        const { start, end } = periodSpan(period)
        expect(periodKind(period)).toBe(k)
        expect(start <= d && d <= end).toBe(true)
        expect([periodOf(k, start), periodOf(k, end)]).toEqual([period, period])
        expect(periodOf(k, addDays(start, -1))).not.toBe(period)
        expect(periodOf(k, addDays(end, 1))).toBe(nextPeriod(period))
      }),
      { numRuns: 2000 },
    )
  })

  it('cover a span without gap or overlap', () => {
    fc.assert(
      fc.property(kind, day, fc.integer({ min: 0, max: 500 }), (k, start, length) => {
        const end = addDays(start, length)
        const spans = periodsIn(k, { start, end }).map(periodSpan)
        expect(spans[0] && spans[0].start <= start).toBe(true)
        const last = spans.at(-1)
        expect(last && last.start <= end && last.end >= end).toBe(true)
        spans.slice(1).forEach((span, index) => {
          expect(span.start).toBe(addDays(spans[index]?.end ?? '', 1))
        })
      }),
    )
  })

  // Published examples of ISO 8601 weeks.
  it.each([
    ['2004-W53', '2005-01-01'],
    ['2004-W53', '2005-01-02'],
    ['2005-W52', '2005-12-31'],
    ['2007-W01', '2007-01-01'],
    ['2007-W52', '2007-12-30'],
    ['2008-W01', '2007-12-31'],
    ['2009-W01', '2008-12-29'],
    ['2009-W53', '2010-01-03'],
    ['2020-W53', '2021-01-03'],
    ['2021-W01', '2021-01-04'],
  ])('%s holds %s', (week, of) => {
    expect(periodOf('week', of)).toBe(week)
  })

  it.each([
    ['2023', '2023-01-01', '2023-12-31'],
    ['2023-H1', '2023-01-01', '2023-06-30'],
    ['2023-H2', '2023-07-01', '2023-12-31'],
    ['2023-Q1', '2023-01-01', '2023-03-31'],
    ['2023-Q4', '2023-10-01', '2023-12-31'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2023-02-F1', '2023-02-01', '2023-02-15'],
    ['2023-02-F2', '2023-02-16', '2023-02-28'],
    ['2023-05-T1', '2023-05-01', '2023-05-10'],
    ['2023-05-T2', '2023-05-11', '2023-05-20'],
    ['2023-05-T3', '2023-05-21', '2023-05-31'],
    ['2023-W21', '2023-05-22', '2023-05-28'],
    ['2023-05-31', '2023-05-31', '2023-05-31'],
  ])('%s runs from %s to %s', (period, start, end) => {
    expect(periodSpan(period)).toEqual({ start, end })
  })

  it.each([
    '2023-Q0',
    '2023-Q5',
    '2023-H3',
    '2023-13',
    '2023-13-F1',
    '2023-05-F3',
    '2023-05-T0',
    '2023-05-T4',
    '2023-W00',
    '2023-W53',
    '2020-W54',
    '2023-02-30',
    '23',
    '2023 ',
    '',
  ])('%j is no period', text => {
    expect(periodKind(text)).toBeUndefined()
    expect(() => periodSpan(text)).toThrow('not a period')
  })
})
