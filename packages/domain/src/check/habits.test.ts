import { expect, test } from 'vitest'
import { type Passed, reasonHabits } from './index.ts'

const passed = (
  reporter: string,
  period: string,
  project: string,
  check: string,
  reason: string,
): Passed => ({
  reporter,
  period,
  project,
  check,
  reason,
})

test('who passed which check how often, and which reasons come again', () => {
  const given = [
    passed('town', '2023-05', 'p', 'progress.none', '资金未到位。'),
    passed('bureau', '2023-04', 'p', 'progress.none', '等设备'),
    passed('bureau', '2023-05', 'p', 'progress.none', ' 等 设备！'),
    passed('bureau', '2023-05', 'q', 'figure.fell', '等设备'),
    passed('bureau', '2023-05', 'q', 'figure.fell', '审计核减 12 万元'),
    passed('bureau', '2023-05', 'q', 'surge.single', '审计核减 12 万元'),
  ]
  expect(reasonHabits(given)).toEqual([
    {
      reporter: 'bureau',
      passed: 5,
      checks: [
        { check: 'figure.fell', count: 2 },
        { check: 'progress.none', count: 2 },
        { check: 'surge.single', count: 1 },
      ],
      // The cut explains two findings of one row: that is one reason, not a habit.
      repeated: [
        { reason: '等设备', count: 3, checks: ['figure.fell', 'progress.none'], projects: 2, periods: 2 },
      ],
    },
    { reporter: 'town', passed: 1, checks: [{ check: 'progress.none', count: 1 }], repeated: [] },
  ])
  expect(reasonHabits([])).toEqual([])
})
