import { describe, expect, it } from 'vitest'
import { evaluate } from '../evaluate/index.ts'
import type { ReturnFact } from '../facts/index.ts'
import { factsOf } from '../testing/facts.ts'
import { SAMPLE } from '../testing/scheme.ts'
import { tilesOf, tilesOfPart } from './tiles.ts'

const budgets = (id: string, returns: Readonly<Record<string, number>>) => ({
  project: { id, name: id },
  memberships: [{ project: id, list: 'key', year: 2023, annualPlan: 100 }],
  returns: Object.entries(returns).map(
    ([period, budget]): ReturnFact => ({ project: id, period, figures: { budget, 'invest-ytd': 7 } }),
  ),
})
const tiles = (...projects: ReturnType<typeof budgets>[]) =>
  tilesOf(SAMPLE, evaluate(SAMPLE, factsOf(projects), '2023-05-31'))

describe('tiles', () => {
  it('stand in the order of the scheme, targets and indicators alike', () => {
    expect(tiles().map(tile => tile.target)).toEqual(['fai', 'completion', 'budget-course', 'invest-ytd'])
  })

  it('of an indicator say its figure and that no target is set', () => {
    const [, , course, invested] = tiles(
      budgets('a', { '2022-12': 100, '2023-04': 130 }),
      budgets('b', { '2023-04': 100 }),
    )
    expect(course).toMatchObject({ due: null, state: 'no-target', overdue: false })
    expect(course?.parts).toEqual([
      {
        name: 'value',
        unit: 'percent',
        actual: { n: 230, d: 200 },
        floor: null,
        stretch: null,
        toDate: null,
        state: 'no-target',
      },
    ])
    expect(invested?.parts[0]?.actual).toEqual({ n: 14, d: 1 })
  })

  it('of a rate over nothing are unreported', () => {
    const [, , course] = tiles()
    expect([course?.state, course?.parts[0]?.actual]).toEqual(['unreported', null])
  })
})

describe('tiles of a part of the jurisdiction', () => {
  const scheme = { ...SAMPLE, board: { ...SAMPLE.board, tiles: ['fai', 'backed-year', 'completion'] } }
  const part = tilesOfPart(
    scheme,
    evaluate(scheme, factsOf([budgets('a', { '2023-04': 100 })]), '2023-05-31'),
  )

  it('measure no sum by the target of the whole, and show nothing that is reported for the whole', () => {
    expect(part.map(tile => [tile.target, tile.state])).toEqual([
      ['backed-year', 'no-target'],
      ['completion', 'short'],
    ])
    expect(part[0]).toMatchObject({
      due: null,
      overdue: false,
      parts: [{ floor: null, stretch: null, toDate: null }],
    })
    expect(part[1]?.parts[0]?.floor).toEqual({ n: 85, d: 100 })
  })
})
