import { expect, it } from 'vitest'
import { monthsTo } from './months.ts'

it.each([
  ['2020-05-30', '2020-04', '2017-05'],
  ['2020-05-31', '2020-05', '2017-06'],
  ['2020-01-01', '2019-12', '2017-01'],
])('by %s the last month that has ended is %s', (day, last, first) => {
  const months = monthsTo(day)
  expect([months.length, months[0], months.at(-1)]).toEqual([36, first, last])
})
