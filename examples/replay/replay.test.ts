import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it, test } from 'vitest'
import { compared, planOf, tableOf } from './compare.ts'
import { type Printed, printedLines } from './printed.ts'

const DATA = '../shared/data'
const there = existsSync(`${DATA}/cn-bulletins/bulletins.csv`)
const line = (done: number, due: number): Printed => ({
  id: 'a',
  place: '某县',
  month: '2024-04',
  what: '',
  done,
  due,
})

it.each(['points', 'ratio'] as const)('the rule by %s has no findings', name => {
  expect(planOf(name).scheme.lights).toHaveLength(1)
})

/** Typed from the two published rules. */
test.each([
  ['exactly 30 points behind', line(5_000, 8_000), 'yellow', 'yellow'],
  ['a hundredth more', line(4_999, 8_000), 'red', 'yellow'],
  ['exactly 10 points behind', line(4_000, 5_000), 'yellow', 'yellow'],
  ['a hundredth less', line(4_001, 5_000), 'green', 'yellow'],
  ['exactly half of what is due', line(1_000, 2_000), 'yellow', 'yellow'],
  ['a hundredth under half of it', line(999, 2_000), 'yellow', 'red'],
  ['under half of little', line(499, 1_000), 'green', 'red'],
  ['on the plan', line(2_000, 2_000), 'green', 'green'],
  ['a hundredth behind it', line(1_999, 2_000), 'green', 'yellow'],
])('%s', (_, one, points, ratio) => {
  expect(compared([one])).toEqual([{ line: one, points, ratio }])
})

describe.skipIf(!there)(`published lines${there ? '' : ` (skipped: no folder ${DATA})`}`, () => {
  const all = there ? compared(printedLines(DATA)) : []
  const said = (month: string, done: number) =>
    all.filter(({ line }) => line.month === month && line.done === done).map(one => [one.points, one.ratio])

  it('differ both ways', () => {
    // 惠东县重点 2022-08: 47.1 % of 80.0 % due, 32.9 points behind but over half of what is due.
    expect(said('2022-08', 4_710)).toEqual([['red', 'yellow']])
    // 惠东县重点 2024-04: 11.4 % of 33.3 % due, 21.9 points behind but a third of what is due.
    expect(said('2024-04', 1_140)).toEqual([['yellow', 'red']])
    // 珠海省重点 2016-05: 33.6 % of 41.7 % due, 8.1 points behind.
    expect(said('2016-05', 3_360)).toEqual([['green', 'yellow']])
  })

  it('stand in the guide as they are judged', () => {
    expect(readFileSync('docs/guide/replay.md', 'utf8')).toContain(tableOf(all))
  })
})
