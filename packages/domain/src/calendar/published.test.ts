import { existsSync, readFileSync } from 'node:fs'
import { addDays, type Day, isWorkingDay, weekday } from '@guatu/kernel'
import { describe, expect, it } from 'vitest'
import { PUBLISHED_CALENDAR } from './published.ts'

// 国办 2025-11-04: make-up days of 2026.
it.each(['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'])(
  '%s at a weekend is worked',
  day => {
    expect(weekday(day)).toBeGreaterThan(5)
    expect(isWorkingDay(PUBLISHED_CALENDAR, day)).toEqual({ value: true, provisional: false })
  },
)

it('is provisional from the first day of the year whose notice is not out', () => {
  const { publishedThrough } = PUBLISHED_CALENDAR
  expect(publishedThrough >= '2026-12-31' && publishedThrough.endsWith('-12-31')).toBe(true)
  expect(isWorkingDay(PUBLISHED_CALENDAR, publishedThrough).provisional).toBe(false)
  expect(isWorkingDay(PUBLISHED_CALENDAR, addDays(publishedThrough, 1)).provisional).toBe(true)
})

const NOTICES = new URL('../../../../../shared/data/holidays/', import.meta.url)
interface Notice {
  readonly days: readonly { readonly date: Day; readonly isOffDay: boolean }[]
}

describe.skipIf(!existsSync(NOTICES))('against the notices (skipped where ../shared/data is absent)', () => {
  const named = new Map<Day, boolean>(
    // A skipped block is still read: without the files there are no years.
    (existsSync(NOTICES) ? [2021, 2022, 2023, 2024, 2025, 2026] : []).flatMap(year => {
      const notice = JSON.parse(readFileSync(new URL(`${year}.json`, NOTICES), 'utf8')) as Notice
      return notice.days.map(({ date, isOffDay }) => [date, !isOffDay] as const)
    }),
  )

  it('says of every day of 2021 to 2026 what the notices say', () => {
    const differences: Day[] = []
    for (let day = '2021-01-01'; day <= '2026-12-31'; day = addDays(day, 1)) {
      const expected = named.get(day) ?? weekday(day) <= 5
      if (isWorkingDay(PUBLISHED_CALENDAR, day).value !== expected) differences.push(day)
    }
    expect(differences).toEqual([])
  })
})
