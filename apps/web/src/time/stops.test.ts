import { expect, it } from 'vitest'
import { monthTicks, readDay, stopsOf } from './stops.ts'

it('stands at the end of the year before, at period ends up to today, and at today', () => {
  const months = ['2019-12-31', '2020-01-31', '2020-02-29', '2020-03-31']
  expect(stopsOf('month', '2020-04-15', '2020-04-15')).toEqual([...months, '2020-04-15'])
  expect(stopsOf('month', '2020-02-10', '2020-03-31')).toEqual([
    '2019-12-31',
    '2020-01-31',
    '2020-02-10',
    '2020-02-29',
    '2020-03-31',
  ])
  expect(stopsOf('quarter', '2019-12-31', '2020-07-01')).toEqual([
    '2019-12-31',
    '2020-03-31',
    '2020-06-30',
    '2020-07-01',
  ])
  expect(stopsOf('day', '2020-01-05', '2020-01-05')).toEqual(['2019-12-31', '2020-01-05'])
})

it('of an earlier year has all of that year and no today', () => {
  const stops = stopsOf('quarter', '2019-06-30', '2020-07-01')
  expect(stops).toEqual(['2018-12-31', '2019-03-31', '2019-06-30', '2019-09-30', '2019-12-31'])
})

it('is labelled at the last stop of each month', () => {
  const weeks = ['2019-12-31', '2020-01-05', '2020-01-12', '2020-02-02', '2020-02-09']
  expect(monthTicks(weeks)).toEqual([
    { month: 12, index: 0 },
    { month: 1, index: 2 },
    { month: 2, index: 4 },
  ])
})

it.each([
  ['2020-05-31', '2020-05-31'],
  ['2020年5月31日', '2020-05-31'],
  [' 2020/5/3 ', '2020-05-03'],
  ['2020-02-30', undefined],
  ['31.5.2020', undefined],
  ['', undefined],
])('%s is read as %s', (text, day) => {
  expect(readDay(text)).toBe(day)
})
