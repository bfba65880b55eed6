import { expect, test } from 'vitest'
import { dayIn } from './today.ts'

test.each([
  ['Asia/Shanghai', '2026-02-28T15:59:59.999Z', '2026-02-28'],
  ['Asia/Shanghai', '2026-02-28T16:00:00.000Z', '2026-03-01'],
  ['America/New_York', '2019-11-03T03:59:59.999Z', '2019-11-02'],
  ['America/New_York', '2019-11-04T04:59:59.999Z', '2019-11-03'],
])('in %s it is at %s the day %s', (zone, at, day) => {
  expect(dayIn(zone, Date.parse(at))).toBe(day)
})
