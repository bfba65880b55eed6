import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  change,
  choose,
  chosen,
  FACETS,
  type Filters,
  isNarrowed,
  queryOf,
  readFilters,
  savedQuery,
  sortBy,
  toggle,
  widened,
} from './filters.ts'

const some = <T>(...values: T[]) => fc.option(fc.constantFrom(...values), { nil: undefined })
const filters: fc.Arbitrary<Filters> = fc
  .record({
    q: some('机场', 'a b', '10%'),
    unit: some('u1', 'u1,u2'),
    place: some('河边%2C路口'),
    colour: some('red', 'none'),
    light: some('progress:red,start:yellow'),
    totalMin: some('1000000'),
    doneMax: some('65', '12.5'),
    silent: some('yes' as const),
    sort: some('severity', 'gap', 'light:progress', 'field:budget'),
    order: some('asc' as const, 'desc' as const),
    columns: some('unit,field:budget'),
    view: some('v1'),
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
    const wrong = {
      sort: 'height',
      order: 'up',
      page: '0',
      q: '  ',
      other: 'x',
      totalMin: '1.5',
      doneMin: '65%',
    }
    expect(readFilters({ ...wrong, silent: 'no' })).toEqual({})
    expect(readFilters({ page: '1' })).toEqual({})
    expect(readFilters({ page: '2' })).toEqual({ page: 2 })
  })

  it('start again at the first page when a choice changes', () => {
    const narrowed = choose({ page: 3, unit: 'u1', sort: 'gap' }, 'unit', ['u1', 'u2'])
    expect(narrowed).toEqual({ unit: 'u1,u2', sort: 'gap' })
    expect(chosen(narrowed, 'unit')).toEqual(['u1', 'u2'])
    expect(choose(narrowed, 'unit', [])).toEqual({ sort: 'gap' })
    expect(FACETS.flatMap(facet => chosen({}, facet))).toEqual([])
    expect(change({ page: 2, silent: 'yes' }, { silent: undefined })).toEqual({})
  })

  it('take a value in and out, whatever it holds', () => {
    const one = toggle({}, 'place', '河边,路口')
    expect(chosen(one, 'place')).toEqual(['河边,路口'])
    const two = toggle(one, 'place', '100%')
    expect(chosen(two, 'place')).toEqual(['河边,路口', '100%'])
    expect(toggle(toggle(two, 'place', '河边,路口'), 'place', '100%')).toEqual({})
  })

  it('are cleared without losing order and columns', () => {
    const all: Filters = { q: 'x', unit: 'u', sort: 'gap', order: 'asc', columns: 'unit', view: 'v', page: 2 }
    expect(widened(all)).toEqual({ sort: 'gap', order: 'asc', columns: 'unit' })
    expect([isNarrowed(all), isNarrowed(widened(all)), isNarrowed({ doneMin: '1' })]).toEqual([
      true,
      false,
      true,
    ])
  })

  it('are saved without the page, and asked for without the columns', () => {
    const all: Filters = { unit: 'u', planMin: '5', columns: 'unit', view: 'v', page: 2 }
    expect(savedQuery(all)).toEqual({ unit: 'u', planMin: '5', columns: 'unit' })
    expect(queryOf(all)).toEqual({ unit: 'u', planMin: 5, page: 2 })
  })

  it('turn round on the second click of a column', () => {
    const first = sortBy({ page: 4 }, 'invested')
    expect(first).toEqual({ sort: 'invested', order: 'desc' })
    expect(sortBy(first, 'invested')).toEqual({ sort: 'invested', order: 'asc' })
    expect(sortBy(first, 'name')).toEqual({ sort: 'name', order: 'asc' })
    expect(sortBy({}, 'severity')).toEqual({ sort: 'severity', order: 'asc' })
  })
})
