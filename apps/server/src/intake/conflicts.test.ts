import { expect, test } from 'vitest'
import { conflictsOf } from './conflicts.ts'
import type { KeptFile, TakenRow } from './kept.ts'

const row = (project: string, figures: TakenRow['figures'], before: TakenRow['before'] = {}): TakenRow => ({
  row: 3,
  project,
  name: project,
  figures,
  before,
})
const file = (id: string, rows: TakenRow[], over: Partial<KeptFile['file']> = {}) =>
  ({
    file: { id, take: true, period: '2020-05', ...over },
    chosen: {},
    mapping: null,
    rows,
  }) as unknown as KeptFile

test('two files with different figures, each beside the other', () => {
  const files = [
    file('a', [row('p', { 'invest-ytd': 1, problem: 'x' }), row('q', { 'invest-ytd': 5 })]),
    file('b', [row('p', { 'invest-ytd': 2, 'paid-ytd': 7 }), row('q', { 'invest-ytd': 5 })]),
  ]
  expect(conflictsOf(files)).toEqual([
    {
      key: '2020-05 p',
      project: 'p',
      name: 'p',
      period: '2020-05',
      fields: ['invest-ytd'],
      sides: [
        { from: 'a', figures: { 'invest-ytd': 1 } },
        { from: 'b', figures: { 'invest-ytd': 2 } },
      ],
    },
  ])
})

test('a figure that the ledger has otherwise', () => {
  expect(conflictsOf([file('a', [row('p', { 'invest-ytd': 1 }, { 'invest-ytd': 3 })])])).toMatchObject([
    { fields: ['invest-ytd'], sides: [{ from: 'a' }, { from: 'ledger', figures: { 'invest-ytd': 3 } }] },
  ])
})

test.each([
  ['another period', { period: '2020-04' }],
  ['a file that is not taken', { take: false }],
])('%s is none', (_, over) => {
  const files = [file('a', [row('p', { 'invest-ytd': 1 })]), file('b', [row('p', { 'invest-ytd': 2 })], over)]
  expect(conflictsOf(files)).toEqual([])
})
