import type { UnitRow } from '@guatu/contract'
import { expect, it } from 'vitest'
import { placed } from './tree.ts'

const unit = (id: string, parent: string | null, closed: UnitRow['closed'] = null): UnitRow => ({
  id,
  name: id,
  kind: 'bureau',
  parent,
  aliases: [],
  posts: 0,
  projects: 0,
  closed,
})

it('stands each unit under its parent, one whose parent is gone at the top, closed ones last', () => {
  const gone = { day: '2020-05-01', into: 'b' }
  const units = [unit('c', 'b'), unit('old', 'a', gone), unit('b', 'a'), unit('a', null), unit('d', 'old')]
  expect(placed(units).map(({ unit: { id }, depth }) => `${depth} ${id}`)).toEqual([
    '0 a',
    '1 b',
    '2 c',
    '0 d',
    '0 old',
  ])
})
