import { expect, test } from 'vitest'
import { faults, floor, ratio, target } from './testing.ts'

const STARTS = ratio('starts', 'count: projects, where: { stage: [started] }', 'count: projects')
const DONE = ratio('done', 'sum: invest-ytd', 'sum: annual-plan')
const found = (indicator: string, value: string, rest = '') =>
  faults({
    indicators: [STARTS, DONE],
    targets: [target('t', indicator, `${floor('value', value)}${rest}`)],
  })

test.each([
  ['99.9%', []],
  ['100%', []],
  ['100.1%', ['rate.above-all t']],
])('a start rate of %s', (value, expected) => expect(found('starts', value)).toEqual(expected))

test.each([
  [', terms: [100%以上]', ['rate.above-all t']],
  [', terms: [达到100%及以上]', ['rate.above-all t']],
  [', exceeds: true', ['rate.above-all t']],
  [', terms: [100%]', []],
])('100%% of projects%s', (rest, expected) => expect(found('starts', '100%', rest)).toEqual(expected))

test('85 % or more is reached by 85 %', () =>
  expect(found('starts', '85%', ', terms: [85%以上]')).toEqual([]))
test('money done may exceed its plan', () => {
  expect(found('done', '100%', ', terms: [100%以上]')).toEqual([])
  expect(found('done', '110%')).toEqual([])
})
test('a ratio to a base is no rate of projects', () =>
  expect(
    faults({
      indicators: [STARTS],
      targets: [
        target(
          't',
          'starts',
          `${floor('value', '150%')}, base: { as: ratio, of: { reported: fai, value: growth, year: last } }`,
        ),
      ],
    }),
  ).toEqual([]))
