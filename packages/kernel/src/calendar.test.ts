import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addWorkingDays,
  inSeason,
  isWorkingDay,
  type WorkingCalendar,
  workingDaysBetween,
} from './calendar.ts'
import { addDays, type Day, dayFromNumber, dayNumber, weekday } from './day.ts'

/** May 2024: the holiday 1 to 5 May, made up for on Sunday 28 April and Saturday 11 May. */
const may2024: WorkingCalendar = {
  off: new Set(['2024-05-01', '2024-05-02', '2024-05-03', '2024-05-04', '2024-05-05']),
  on: new Set(['2024-04-28', '2024-05-11']),
  publishedThrough: '2024-12-31',
}

describe('working days', () => {
  it.each([
    ['2024-04-26', true],
    ['2024-04-27', false],
    ['2024-04-28', true],
    ['2024-04-30', true],
    ['2024-05-01', false],
    ['2024-05-05', false],
    ['2024-05-06', true],
    ['2024-05-11', true],
    ['2024-05-12', false],
  ])('%s: %s', (day, value) => {
    expect(isWorkingDay(may2024, day)).toEqual({ value, provisional: false })
  })

  it('are counted over a holiday, and back', () => {
    expect(addWorkingDays(may2024, '2024-04-30', 1).value).toBe('2024-05-06')
    expect(addWorkingDays(may2024, '2024-05-06', -1).value).toBe('2024-04-30')
    expect(addWorkingDays(may2024, '2024-05-01', 6).value).toBe('2024-05-11')
    expect(addWorkingDays(may2024, '2024-05-01', 0).value).toBe('2024-05-01')
    expect(workingDaysBetween(may2024, '2024-04-26', '2024-05-06').value).toBe(4)
    expect(workingDaysBetween(may2024, '2024-05-06', '2024-05-06').value).toBe(0)
    expect(workingDaysBetween(may2024, '2024-05-06', '2024-04-26').value).toBe(0)
  })

  it('say that they are provisional from the first day after the published calendar', () => {
    expect(isWorkingDay(may2024, '2024-12-31').provisional).toBe(false)
    expect(isWorkingDay(may2024, '2025-01-01')).toEqual({ value: true, provisional: true })
    expect(addWorkingDays(may2024, '2024-12-30', 1)).toEqual({ value: '2024-12-31', provisional: false })
    expect(addWorkingDays(may2024, '2024-12-30', 2)).toEqual({ value: '2025-01-01', provisional: true })
    expect(workingDaysBetween(may2024, '2024-12-30', '2024-12-31').provisional).toBe(false)
    expect(workingDaysBetween(may2024, '2024-12-30', '2025-01-01').provisional).toBe(true)
    expect(workingDaysBetween(may2024, '2025-01-02', '2025-01-01').provisional).toBe(false)
  })

  it('add up: the nth working day lies n working days away', () => {
    const day = fc.integer({ min: dayNumber('2024-03-01'), max: dayNumber('2024-07-01') }).map(dayFromNumber)
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 60 }), (from, count) => {
        const { value } = addWorkingDays(may2024, from, count)
        expect(isWorkingDay(may2024, value).value).toBe(true)
        expect(workingDaysBetween(may2024, from, value).value).toBe(count)
        expect(workingDaysBetween(may2024, from, addDays(value, -1)).value).toBe(count - 1)
      }),
    )
  })
})

describe('seasons', () => {
  it('hold their first and last day', () => {
    const season = { from: '03-15', to: '11-15' }
    expect(
      ['2024-03-14', '2024-03-15', '2024-11-15', '2024-11-16'].map(day => inSeason(season, day)),
    ).toEqual([false, true, true, false])
  })

  it('may run over the turn of the year', () => {
    const season = { from: '11-01', to: '04-30' }
    expect(
      ['2024-10-31', '2024-11-01', '2025-01-01', '2025-04-30', '2025-05-01'].map(day =>
        inSeason(season, day),
      ),
    ).toEqual([false, true, true, true, false])
  })
})

const PUBLISHED = new URL('../../../../shared/data/holidays/', import.meta.url)
const YEARS = [2021, 2022, 2023, 2024, 2025, 2026]
interface Published {
  readonly days: readonly { readonly date: Day; readonly isOffDay: boolean }[]
}

describe.skipIf(!existsSync(PUBLISHED))(
  'published calendars (skipped where ../shared/data is absent)',
  () => {
    // A skipped block is still read: without the files there are no years.
    const days = (existsSync(PUBLISHED) ? YEARS : []).flatMap(
      year => (JSON.parse(readFileSync(new URL(`${year}.json`, PUBLISHED), 'utf8')) as Published).days,
    )
    const calendar: WorkingCalendar = {
      off: new Set(days.filter(one => one.isOffDay).map(one => one.date)),
      on: new Set(days.filter(one => !one.isOffDay).map(one => one.date)),
      publishedThrough: '2026-12-31',
    }

    it('are followed day by day', () => {
      expect(days.length).toBeGreaterThan(200)
      for (const { date, isOffDay } of days)
        expect([date, isWorkingDay(calendar, date).value]).toEqual([date, !isOffDay])
    })

    // 2024 and 2025 as usually counted: 251 and 248 working days.
    it.each([
      [2024, 251],
      [2025, 248],
    ])('give %i its %i working days', (year, count) => {
      expect(workingDaysBetween(calendar, `${year - 1}-12-31`, `${year}-12-31`).value).toBe(count)
    })

    it('leave every other day to its weekday', () => {
      const named = new Set(days.map(one => one.date))
      for (let day = '2021-01-01'; day <= '2026-12-31'; day = addDays(day, 1)) {
        if (!named.has(day))
          expect([day, isWorkingDay(calendar, day).value]).toEqual([day, weekday(day) <= 5])
      }
    })
  },
)
