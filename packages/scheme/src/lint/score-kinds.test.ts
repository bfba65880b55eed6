import { expect, test } from 'vitest'
import { small } from '../testing.ts'
import { lint } from './lint.ts'
import { DEALS, LADDER, MISTAKES, SCORE } from './testing/score-kinds.ts'

const withItems = (items: string) => small(['targets:\n', `${items}targets:\n`])
const codesOf = (items: string) => lint(withItems(items)).map(one => one.code)

test.each([
  ['funnels', DEALS],
  ['ladders', LADDER],
  ['scores', SCORE],
])('the %s of the sample have no findings', (_, items) => expect(codesOf(items)).toEqual([]))

test.each(MISTAKES)('%s: %#', (code, items, from, to) => {
  expect(items).toContain(from)
  expect(new Set(codesOf(items.replace(from, to)))).toEqual(new Set([code]))
})
