import { describe, expect, it } from 'vitest'
import { sheetOf } from '../testing/sheet.ts'
import { PROJECT_FIELDS } from './fields.ts'
import { recognise } from './recognise.ts'

const period = (titles: readonly string[], header = '完成投资', name = '表1') => {
  const rows = [...titles.map(title => [title]), ['项目名称', '责任单位', header], ['甲', '乙', '1']]
  return recognise(sheetOf(rows, [], name), PROJECT_FIELDS).period?.period
}

describe('the period of a table', () => {
  it.each([
    [['2020年5月项目进展'], undefined, undefined, '2020-05'],
    [['2020年重点项目进展表', '截至5月底'], '1-5月完成投资', undefined, '2020-05'],
    [['2020年重点项目进展表', '填报日期:2020年6月3日'], '1-5月完成投资', undefined, '2020-05'],
    [['2020年重点项目进展表', '填报日期:2020年6月3日'], undefined, undefined, '2020'],
    [['重点项目进展表'], undefined, '2020年5月', '2020-05'],
    [['2019年计划'], undefined, '2020年5月', '2020-05'],
    [['重点项目进展表'], undefined, undefined, undefined],
  ] as const)('%j with %s in sheet %s', (titles, header, name, expected) => {
    expect(period(titles, header, name)).toBe(expected)
  })
})
