import { expect, it } from 'vitest'
import { instantOf, localIn } from './local.ts'

it.each([
  ['Asia/Shanghai', '2023-05-31T00:29:59.999Z', '2023-05-31', 8 * 60 + 29],
  ['Asia/Shanghai', '2023-05-31T00:30:00.000Z', '2023-05-31', 8 * 60 + 30],
  ['Asia/Shanghai', '2023-05-31T15:59:59.000Z', '2023-05-31', 24 * 60 - 1],
  ['Asia/Shanghai', '2023-05-31T16:00:00.000Z', '2023-06-01', 0],
  ['Asia/Urumqi', '2023-05-31T18:00:00.000Z', '2023-06-01', 0],
  ['Europe/Berlin', '2023-03-26T00:59:00.000Z', '2023-03-26', 60 + 59],
  ['Europe/Berlin', '2023-03-26T01:00:00.000Z', '2023-03-26', 3 * 60],
])('in %s at %s it is %s, minute %i', (zone, instant, day, minute) => {
  const now = Date.parse(instant)
  expect(localIn(zone, now)).toEqual({ day, minute })
  expect(instantOf(zone, { day, minute })).toBe(now - (now % 60_000))
})
