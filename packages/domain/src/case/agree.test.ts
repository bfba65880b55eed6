import { expect, test } from 'vitest'
import { agree } from './agree.ts'

test.each<[unknown, unknown, boolean]>([
  ['40%', { n: 2, d: 5 }, true],
  ['40%', { n: 401, d: 1000 }, false],
  ['86/95', { n: 86, d: 95 }, true],
  ['86/95', { n: 172, d: 190 }, false],
  [12.5, { n: 25, d: 2 }, true],
  [12.51, { n: 25, d: 2 }, false],
  ['1.2亿元', 12_000_000_000, true],
  ['1.2亿元', 12_000_000_001, false],
  [3, 3, true],
  [3, 4, false],
  ['late', 'late', true],
  ['late', 'done', false],
  [null, undefined, true],
  [null, 0, false],
  [['a', 'b'], ['a', 'b'], true],
  [['a'], ['a', 'b'], false],
  [['b', 'a'], ['a', 'b'], false],
])('%j of %j: %s', (expected, answered, holds) => expect(agree(expected, answered)).toBe(holds))
