import { readFileSync } from 'node:fs'
import { lint, parseScheme } from '@guatu/scheme'
import { expect, it, test } from 'vitest'
import { agreeing, crossTable, type Rating, ratingOf, weightedKappa } from './ratings.ts'

it('the scheme has no findings', () => {
  const file = 'examples/gmpp/scheme.yaml'
  const { parsed, findings } = parseScheme(readFileSync(file, 'utf8'), file)
  expect(findings).toEqual([])
  expect(parsed && lint(parsed)).toEqual([])
})

test.each([
  ['Amber/ Red', 'amber-red'],
  ['Amber/red', 'amber-red'],
  ['Green', 'green'],
  ['No DCA', undefined],
  ['', undefined],
])('%s is the rating %s', (text, rating) => expect(ratingOf(text)).toBe(rating))

const table = (...pairs: [Rating, Rating][]) => crossTable(pairs)

test('pairs are counted by ours, then by the published rating', () => {
  const [green, amberGreen] = table(['green', 'red'], ['green', 'red'], ['amber-green', 'green'])
  expect([green, amberGreen]).toEqual([
    [0, 0, 0, 0, 2],
    [1, 0, 0, 0, 0],
  ])
})

test('kappa is 1 for full agreement, 0 for chance, and one half where half of the chance distance is left', () => {
  expect(weightedKappa(table(['green', 'green'], ['red', 'red']))).toBe(1)
  expect(weightedKappa(table(['green', 'green'], ['green', 'red'], ['red', 'green'], ['red', 'red']))).toBe(0)
  // one step off in one of four; by chance (2 × 3 + 2 × 1) / 4 = 2 steps
  const mixed = table(
    ['green', 'green'],
    ['green', 'amber-green'],
    ['amber-green', 'amber-green'],
    ['amber-green', 'amber-green'],
  )
  expect([weightedKappa(mixed), agreeing(mixed)]).toEqual([0.5, 3])
})
