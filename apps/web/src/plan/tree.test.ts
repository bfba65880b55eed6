import { expect, it } from 'vitest'
import { placeOf, sectionsOf } from './tree.ts'

const clause = (id: string, place: string) => ({ id, clause: place, kind: 'target', name: id, items: [] })

it('puts clauses under the section of their first place', () => {
  const sections = sectionsOf([
    clause('A', '一'),
    clause('B', '二(一),一(二)'),
    clause('C', '一(一)'),
    clause('D', '首段'),
    clause('E', '十一(二)'),
    clause('F', '一(十)'),
    clause('G', '一(二)'),
    clause('H', '一'),
  ])
  expect(sections.map(({ name, clauses }) => [name, clauses.map(one => one.id).join('')])).toEqual([
    ['一', 'AHCGF'],
    ['二', 'B'],
    ['', 'D'],
    ['十一', 'E'],
  ])
})

it('leads to the first clause of what cites one, else to the item itself', () => {
  expect(placeOf({ kind: 'light', id: 'progress', covers: ['XX-W1', 'XX-W2'] })).toBe('XX-W1')
  expect(placeOf({ kind: 'light', id: 'planned-start', covers: [] })).toBe('item-light-planned-start')
})
