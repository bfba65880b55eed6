import { expect, test } from 'vitest'
import { me } from '../../test/fixtures/vocabulary.ts'
import { allColumns, columnsText, shownColumns } from './columns.ts'

if (!me.vocabulary) throw new Error('no vocabulary')
const plan = {
  ...me.vocabulary,
  fields: [
    { id: 'invest-ytd', name: '完成', nameEn: 'Done', type: 'money' as const },
    { id: 'budget', name: '概算', nameEn: 'Budget', type: 'money' as const },
  ],
}

test("the plan's own fields can be chosen, and stand among the usual ones", () => {
  expect(allColumns(plan).at(-1)).toBe('field:budget')
  expect(allColumns(plan)).not.toContain('field:invest-ytd')
  expect(shownColumns({}, plan).at(-1)).toBe('field:budget')
})

test('what is chosen stands in the order of the table; the usual columns need no word in the address', () => {
  expect(shownColumns({ columns: 'gap,unit,unheard' }, plan)).toEqual(['unit', 'gap'])
  expect(columnsText(['gap', 'unit'], plan)).toBe('unit,gap')
  expect(columnsText(shownColumns({}, plan), plan)).toBeUndefined()
  expect(columnsText([], plan)).toBeUndefined()
})
