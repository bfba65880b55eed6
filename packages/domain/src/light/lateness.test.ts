import { dayNumber } from '@guatu/kernel'
import { expect, test } from 'vitest'
import { lateness } from './lateness.ts'

const of = { done: 'started-on', due: 'planned-start' } as const
const late = (measure: Parameters<typeof lateness>[0], due: string, today: string) =>
  lateness(measure, dayNumber(due), dayNumber(today))
/** Months and the days left over. */
const months = (due: string, today: string) => {
  const value = late({ kind: 'months-late', by: 'day', ...of }, due, today)
  return value && [Math.floor(value.n / value.d), value.n % value.d]
}

test.each([
  ['2025-01-15', '2025-01-15', undefined],
  ['2025-01-15', '2025-01-16', [0, 1]],
  ['2025-01-15', '2025-02-14', [0, 30]],
  ['2025-01-15', '2025-02-15', [1, 0]],
  ['2025-01-15', '2025-02-16', [1, 1]],
  ['2025-01-31', '2025-02-27', [0, 27]],
  ['2025-01-31', '2025-02-28', [1, 0]],
  ['2025-01-31', '2025-03-01', [1, 1]],
  ['2025-01-31', '2025-03-31', [2, 0]],
  ['2024-02-29', '2025-02-28', [12, 0]],
  ['2024-11-30', '2025-01-29', [1, 30]],
  ['2024-11-30', '2025-01-30', [2, 0]],
  ['2024-11-30', '2025-02-28', [3, 0]],
])('from %s to %s: %j months and days', (due, today, expected) => {
  expect(months(due, today)).toEqual(expected)
})

test.each([
  ['2025-04-10', '2025-04-29', undefined],
  ['2025-04-10', '2025-04-30', 1],
  ['2025-04-30', '2025-04-30', 1],
  ['2025-05-01', '2025-04-30', undefined],
  ['2025-04-10', '2025-05-30', 1],
  ['2025-04-10', '2025-05-31', 2],
  ['2024-12-31', '2025-02-28', 3],
])('month ends from %s to %s: %s', (due, today, expected) => {
  expect(late({ kind: 'months-late', by: 'month', ...of }, due, today)?.n).toBe(expected)
})

test.each([
  // A plain week.
  ['2025-03-14', '2025-03-14', undefined],
  ['2025-03-14', '2025-03-16', 0],
  ['2025-03-14', '2025-03-17', 1],
  ['2025-03-14', '2025-03-21', 5],
  // National Day 2025: off from 1 to 8 October, Sunday 28 September and Saturday 11 October worked.
  ['2025-09-26', '2025-09-28', 1],
  ['2025-09-30', '2025-10-08', 0],
  ['2025-09-30', '2025-10-11', 3],
  ['1999-12-30', '2000-01-05', 4],
])('working days from %s to %s: %s', (due, today, expected) => {
  expect(late({ kind: 'working-days-late', ...of }, due, today)?.n).toBe(expected)
})
