import type { Overall } from '@guatu/scheme'
import { describe, expect, it } from 'vitest'
import { factsOf } from '../testing/facts.ts'
import { SAMPLE, sampleLight } from '../testing/scheme.ts'
import { evaluate } from './evaluate.ts'

/** Three lights of one project whose figures are such that each shows what is asked. */
function combined(overall: Overall, colours: Readonly<Record<'a' | 'b' | 'c', string>>) {
  const lights = Object.entries(colours).map(([id, colour]) => ({
    ...sampleLight('progress'),
    id,
    dimension: id,
    bands: [{ colour }],
    ...(colour === 'none' && {
      measure: { kind: 'value' as const, of: 'budget' },
      bands: [{ colour: 'red' }],
    }),
  }))
  const facts = factsOf([
    {
      project: { id: 'p', name: 'p' },
      memberships: ['key', 'backed'].map(list => ({ project: 'p', list, year: 2023, annualPlan: 1200 })),
      returns: [{ project: 'p', period: '2023-06', figures: { 'invest-ytd': 600 } }],
    },
  ])
  const { overall: found } = evaluate({ ...SAMPLE, lights, overall }, facts, '2023-06-30')
  expect(found.map(one => one.list)).toEqual(['key', 'backed', '*'])
  expect(new Set(found.map(one => one.colour)).size).toBe(1)
  const [key] = found
  return [key?.colour, key?.severity, key?.rule]
}

const COUNT: Overall = { by: 'count', of: 'yellow', atLeast: 2, becomes: 'red' }
const ORDER: Overall = { by: 'dimension-order', dimensions: ['b', 'a'] }

describe('lights together', () => {
  it.each<[Overall, string, string, string, unknown[]]>([
    [{ by: 'worst' }, 'yellow', 'yellow', 'green', ['yellow', 2, 'a']],
    [{ by: 'worst' }, 'green', 'yellow', 'red', ['red', 3, 'c']],
    [COUNT, 'yellow', 'yellow', 'green', ['red', 3, 'a']],
    [COUNT, 'yellow', 'green', 'green', ['yellow', 2, 'a']],
    [COUNT, 'yellow', 'yellow', 'yellow', ['red', 3, 'a']],
    [COUNT, 'red', 'yellow', 'yellow', ['red', 3, 'a']],
    [COUNT, 'yellow', 'none', 'green', ['yellow', 2, 'a']],
    [ORDER, 'red', 'green', 'red', ['green', 0, 'b']],
    [ORDER, 'yellow', 'none', 'red', ['yellow', 2, 'a']],
    [ORDER, 'none', 'none', 'red', ['none', 0, null]],
  ])('by %j: %s, %s and %s', (overall, a, b, c, expected) => {
    expect(combined(overall, { a, b, c })).toEqual(expected)
  })
})
