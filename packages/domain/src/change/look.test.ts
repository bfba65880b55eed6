import { expect, it } from 'vitest'
import { PUBLISHED_CALENDAR } from '../calendar/index.ts'
import { acknowledged, type Look, looked } from './look.ts'

// 2026-06-05 is a Friday, 2026-06-08 the Monday after it.
const look = (asOf: string, seq: number): Look => ({ asOf, seq, at: `${asOf}T01:00:00.000Z` })
const friday = look('2026-06-05', 10)
const opened = (mark: Parameters<typeof looked>[0], now: Look) => looked(mark, now, PUBLISHED_CALENDAR)

it('begins with the first look', () => {
  expect(opened(undefined, friday)).toEqual({ since: friday, last: friday })
})

it('stays within a working day and over the days off after it, and moves with the next working day', () => {
  const mark = { since: look('2026-06-04', 5), last: friday }
  const later = look('2026-06-05', 12)
  const sunday = look('2026-06-07', 13)
  expect(opened(mark, later)).toEqual({ since: mark.since, last: later })
  expect(opened(mark, sunday)).toEqual({ since: mark.since, last: sunday })
  expect(opened({ since: mark.since, last: sunday }, look('2026-06-08', 20)).since).toEqual(sunday)
})

it('moves to what was seen when that is said, never back', () => {
  const mark = { since: friday, last: look('2026-06-05', 14) }
  expect(acknowledged(mark, look('2026-06-05', 12))).toEqual({
    since: look('2026-06-05', 12),
    last: mark.last,
  })
  expect(acknowledged(mark, look('2026-06-05', 9)).since).toEqual(friday)
  expect(acknowledged(undefined, friday)).toEqual({ since: friday, last: friday })
})
