import { expect, test } from 'vitest'
import { type Holds, holdsKey, holdsOf } from './holds.ts'

test.each<[string, Holds]>([
  ['jurisdiction', { kind: 'jurisdiction' }],
  ['period', { kind: 'period' }],
  ['as-of', { kind: 'as-of' }],
  [
    'indicator|start-rate|list:key|numerator',
    { kind: 'indicator', indicator: 'start-rate', scope: 'list:key', part: 'numerator', unit: '亿元' },
  ],
  ['list|key|count|', { kind: 'list', list: 'key', part: 'count', field: null, unit: '亿元' }],
  ['list|key|sum|invest-ytd', { kind: 'list', list: 'key', part: 'sum', field: 'invest-ytd', unit: '亿元' }],
])('%s', (key, holds) => {
  expect(holdsKey(holds)).toBe(key)
  expect(holdsOf(key, '亿元')).toEqual(holds)
})
