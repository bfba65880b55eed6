import { SEND_DEFAULTS } from '@guatu/domain'
import { expect, it } from 'vitest'
import { kindsNow, leavesAt, type Sending } from './sending.ts'

const inZone = (timeZone: string): Sending => ({
  settings: SEND_DEFAULTS,
  keepDays: 365,
  timeZone,
  said: new Map(),
})
const iso = (ms: number) => new Date(ms).toISOString()

it.each([
  ['Asia/Shanghai', '2023-06-09T00:29:59.999Z', '2023-06-09T00:30:00.000Z'],
  ['Asia/Shanghai', '2023-06-09T00:30:00.000Z', '2023-06-09T00:30:00.000Z'],
  ['Asia/Shanghai', '2023-06-09T09:29:59.999Z', '2023-06-09T09:29:59.999Z'],
  ['Asia/Shanghai', '2023-06-09T09:30:00.000Z', '2023-06-12T00:30:00.000Z'],
  ['Asia/Urumqi', '2023-06-09T09:30:00.000Z', '2023-06-09T09:30:00.000Z'],
  ['Asia/Urumqi', '2023-06-09T11:30:00.000Z', '2023-06-12T02:30:00.000Z'],
])('in %s what is due at %s leaves at %s', (zone, due, expected) => {
  const sending = inZone(zone)
  expect(iso(leavesAt(sending, 'late', Date.parse(due)))).toBe(expected)
  expect(kindsNow(sending, Date.parse(due)).includes('late')).toBe(due === expected)
})
