import { expect, test } from 'vitest'
import { range, readLimit } from './limit.ts'

test.each([
  ['65%', 'rate', 65, 100],
  ['12.5%', 'rate', 125, 1000],
  ['-10pp', 'points', -10, 100],
  ['30d', 'days', 30, 1],
  ['5wd', 'working-days', 5, 1],
  ['1mo', 'months', 1, 1],
  ['-1mo', 'months', -1, 1],
  ['3个', 'count', 3, 1],
  ['4位', 'count', 4, 1],
  ['1000万元', 'amount', 1_000_000_000, 1],
  ['-500万元', 'amount', -500_000_000, 1],
  ['10亿元', 'amount', 100_000_000_000, 1],
] as const)('the cut %s', (text, type, n, d) => expect(readLimit(text)).toEqual({ type, value: { n, d } }))

test.each(['', '%', 'd', '1.5d', '1.5mo', '0.5wd', '--3个', '1e3%', '3月', '65 points'])('no cut: %j', text =>
  expect(readLimit(text)).toBeUndefined(),
)

test.each([
  [{ atLeast: '1%' }, true],
  [{ above: '1%', upTo: '2%' }, true],
  [{ atLeast: '1%', above: '1%' }, false],
  [{ upTo: '1%', below: '1%' }, false],
  [{}, false],
  [{ than: '1%' }, false],
])('the range %j', (given, right) => expect(range.safeParse(given).success).toBe(right))
