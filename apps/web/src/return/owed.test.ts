import type { DueReturn } from '@guatu/contract'
import { describe, expect, it } from 'vitest'
import { groupOf, groupsOf } from './owed.ts'

const due = (unit: string, day: string, rest: Partial<DueReturn> = {}): DueReturn => ({
  unit,
  unitName: unit,
  period: '2023-05',
  state: 'open',
  at: null,
  opens: '2023-05-25',
  due: day,
  locks: null,
  provisional: false,
  daysLeft: 3,
  cadences: [],
  rows: 2,
  reported: 0,
  reasons: [],
  may: ['submit'],
  ...rest,
})

describe('the list of what is due', () => {
  it('tells work sent back, work to do, work to check and work done apart', () => {
    expect(groupOf({ state: 'open', may: ['submit'] })).toBe('owed')
    expect(groupOf({ state: 'open', may: [] })).toBe('owed')
    expect(groupOf({ state: 'returned', may: ['submit'] })).toBe('returned')
    expect(groupOf({ state: 'submitted', may: ['withdraw'] })).toBe('sent')
    expect(groupOf({ state: 'submitted', may: ['pass', 'return'] })).toBe('review')
    expect(groupOf({ state: 'submitted', may: ['accept', 'return'] })).toBe('review')
    expect(groupOf({ state: 'accepted', may: ['reopen'] })).toBe('sent')
    expect(groupOf({ state: 'frozen', may: [] })).toBe('sent')
  })

  it('puts the earliest due first', () => {
    const list = [due('c', '2023-06-05'), due('b', '2023-06-02'), due('a', '2023-06-05')]
    expect(groupsOf(list).owed.map(one => one.unit)).toEqual(['b', 'a', 'c'])
  })
})
