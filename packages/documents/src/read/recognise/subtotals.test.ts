import { describe, expect, it } from 'vitest'
import { sheetOf } from '../testing/sheet.ts'
import { PROJECT_FIELDS } from './fields.ts'
import { recognise } from './recognise.ts'

describe('subtotals wherever a table puts them', () => {
  const checks = (rows: readonly (readonly (string | number | null)[])[]) =>
    recognise(sheetOf([['序号', '项目名称', '总投资(万元)'], ...rows]), PROJECT_FIELDS).rows.flatMap(row =>
      (row.checks ?? []).map(
        c => `${row.row} ${c.state} ${(c.difference ?? Number.NaN) / 1_000_000} of ${c.rows}`,
      ),
    )

  it.each([
    [
      'below its parts',
      [
        [1, '甲', 1],
        [2, '乙', 2],
        [null, '小计', 3],
        [3, '丙', 4],
        [null, '工业类小计', 4],
        [null, '合计', 7],
      ],
      ['4 agrees 0 of 2', '6 agrees 0 of 1', '7 agrees 0 of 3'],
    ],
    [
      'above its parts',
      [
        ['合计', null, 7],
        ['小计', null, 3],
        [1, '甲', 1],
        [2, '乙', 2],
        ['小计', null, 4],
        [3, '丙', 4],
      ],
      ['2 agrees 0 of 3', '3 agrees 0 of 2', '6 agrees 0 of 1'],
    ],
    [
      'nested headings',
      [
        ['一', '续建', 7],
        ['(一)', '工业', 3],
        [1, '甲', 1],
        [2, '乙', 2],
        ['(二)', '农业', 4],
        [3, '丙', 4],
        ['二', '新建', 5],
        [4, '丁', 5],
      ],
      ['2 agrees 0 of 3', '3 agrees 0 of 2', '6 agrees 0 of 1', '8 agrees 0 of 1'],
    ],
    [
      'wrong by two',
      [
        [1, '甲', 1],
        [2, '乙', 2],
        [null, '合计', 5],
      ],
      ['4 differs 2 of 2'],
    ],
    [
      'of unknown parts',
      [
        [1, '甲', 1],
        [null, '其中:民间投资', 1],
      ],
      ['3 cannot-check NaN of 0'],
    ],
    [
      'with a part that cannot be read',
      [
        [1, '甲', '若干'],
        [null, '合计', 1],
      ],
      ['3 cannot-check NaN of 1'],
    ],
  ] as const)('%s', (_, rows, expected) => {
    expect(checks(rows)).toEqual(expected)
  })

  it('compares the count a total claims', () => {
    const recognition = recognise(
      sheetOf([
        ['项目名称', '总投资(万元)'],
        ['合计(3个)', 3],
        ['甲', 1],
        ['乙', 2],
      ]),
      PROJECT_FIELDS,
    )
    expect(recognition.findings).toEqual([
      { code: 'section.count-differs', params: { row: 2, text: '合计(3个) 3', stated: 3, found: 2 } },
    ])
  })
})
