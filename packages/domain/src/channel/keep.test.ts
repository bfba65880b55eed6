import { expect, it } from 'vitest'
import { keptSince, readKeepDays } from './keep.ts'

it.each([
  ['365', 365],
  ['29', undefined],
  ['30', 30],
  ['31', 31],
  ['3649', 3649],
  ['3650', 3650],
  ['3651', undefined],
  ['36500', undefined],
  ['-40', undefined],
  ['40.5', undefined],
  ['forty', undefined],
  ['', undefined],
])('%j keeps %s days', (text, days) => {
  expect(readKeepDays(text)).toBe(days)
})

it('counts days of 24 hours back', () => {
  expect(new Date(keptSince(Date.parse('2024-03-01T08:00:00.000Z'), 365)).toISOString()).toBe(
    '2023-03-02T08:00:00.000Z',
  )
})
