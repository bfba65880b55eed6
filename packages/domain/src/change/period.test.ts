import type { Scheme } from '@guatu/scheme'
import { expect, it } from 'vitest'
import { PUBLISHED_CALENDAR } from '../calendar/index.ts'
import { SAMPLE } from '../testing/scheme.ts'
import { periodBefore } from './period.ts'

const planOf = (cadence: Partial<Scheme['cadences'][number]>): Scheme => ({
  ...SAMPLE,
  cadences: [
    {
      id: 'c',
      name: '报',
      nameEn: 'Report',
      covers: [],
      terms: [],
      every: 'month',
      does: 'report',
      lists: [],
      asksReturn: true,
      ...cadence,
    },
  ],
})

// 2026-06-01 and 2026-06-15 are Mondays of weeks 23 and 25.
it.each([
  ['month', {}, '2026-06-30', '2026-05', '2026-05-31'],
  ['month', {}, '2026-07-01', '2026-06', '2026-06-30'],
  ['quarter', { every: 'quarter' as const }, '2026-06-30', '2026-Q1', '2026-03-31'],
  ['week', { every: 'week' as const }, '2026-06-15', '2026-W24', '2026-06-14'],
  [
    'every other week',
    { every: 'week' as const, everyOther: '2026-06-01' },
    '2026-06-20',
    '2026-W24',
    '2026-06-14',
  ],
  [
    'every other week, in its second',
    { every: 'week' as const, everyOther: '2026-06-01' },
    '2026-06-14',
    '2026-W22',
    '2026-05-31',
  ],
  ['when called: by month', { every: 'day' as const }, '2026-06-15', '2026-05', '2026-05-31'],
] as const)('%s', (_, cadence, day, period, end) => {
  expect(periodBefore(planOf(cadence), day, PUBLISHED_CALENDAR)).toEqual({ period, end })
})
