import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { choose, chosen, FACETS, type Filters, readFilters, SORTS, sortBy } from './filters.ts'

const filters: fc.Arbitrary<Filters> = fc
  .record({
    q: fc.option(fc.constantFrom('机场', 'a b', '10%'), { nil: undefined }),
    unit: fc.option(fc.constantFrom('u1', 'u1,u2'), { nil: undefined }),
    colour: fc.option(fc.constantFrom('red', 'none'), { nil: undefined }),
    sort: fc.option(fc.constantFrom(...SORTS), { nil: undefined }),
    order: fc.option(fc.constantFrom('asc' as const, 'desc' as const), { nil: undefined }),
    page: fc.option(fc.integer({ min: 2, max: 99 }), { nil: undefined }),
  })
  .map(made => Object.fromEntries(Object.entries(made).filter(([, value]) => value !== undefined)))

describe('filters in the address', () => {
  it('come back from a link as they went in', () => {
    fc.assert(
      fc.property(filters, made => {
        const link = new URLSearchParams(Object.entries(made).map(([name, value]) => [name, String(value)]))
        expect(readFilters(Object.fromEntries(new URLSearchParams(link.toString())))).toEqual(made)
      }),
    )
  })

  it('leave out what they do not understand', () => {
    expect(readFilters({ sort: 'colour', order: 'up', page: '0', q: '  ', unit: 7, other: 'x' })).toEqual({})
    expect(readFilters({ page: '1' })).toEqual({})
    expect(readFilters({ page: '2' })).toEqual({ page: 2 })
  })

  it('start again at the first page when a choice changes', () => {
    const narrowed = choose({ page: 3, unit: 'u1', sort: 'gap' }, 'unit', ['u1', 'u2'])
    expect(narrowed).toEqual({ unit: 'u1,u2', sort: 'gap' })
    expect(chosen(narrowed, 'unit')).toEqual(['u1', 'u2'])
    expect(choose(narrowed, 'unit', [])).toEqual({ sort: 'gap' })
    expect(FACETS.flatMap(facet => chosen({}, facet))).toEqual([])
  })

  it('turn round on the second click of a column', () => {
    const first = sortBy({ page: 4 }, 'invested')
    expect(first).toEqual({ sort: 'invested', order: 'desc' })
    expect(sortBy(first, 'invested')).toEqual({ sort: 'invested', order: 'asc' })
    expect(sortBy(first, 'name')).toEqual({ sort: 'name', order: 'asc' })
    expect(sortBy({}, 'severity')).toEqual({ sort: 'severity', order: 'asc' })
  })
})
