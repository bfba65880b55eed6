import { describe, expect, it } from 'vitest'
import { readMoney, readShare, readWhole } from './amount.ts'
import { isBlank } from './blank.ts'
import { isTotal, unitInTitle } from './table-text.ts'

describe('amounts as people write them', () => {
  it.each([
    ['1.2亿', 12_000_000_000],
    ['３，４００万', 3_400_000_000],
    ['－５', -5_000_000],
    ['−5', -5_000_000],
    ['负5', -5_000_000],
    ['（负）5', -5_000_000],
    ['(5)', 'not-a-number'],
    ['5负', 'not-a-number'],
  ] as const)('%s, in 万元, is %s', (text, minor) => {
    const read = readMoney(text, { unit: '万元' })
    expect(typeof read === 'string' ? read : read.value).toBe(minor)
  })

  it('say a share with its sign, or bare where the column is in percent', () => {
    expect(readShare('８５．３％', false)).toEqual({ n: 853, d: 1000 })
    expect(readShare('−2', true)).toEqual({ n: -2, d: 100 })
  })

  it('count with or without a measure word', () => {
    expect(readWhole('１２ 个')).toBe(12)
    expect(readWhole('1.5')).toBe('not-a-number')
  })
})

describe('words of a table', () => {
  it.each(['', ' ', '—', '－', '/', '／', '　', 'N/A', '无'])('%j reports nothing', text =>
    expect(isBlank(text)).toBe(true),
  )
  it.each(['0', '0.0', '－0'])('%j is reported', text => expect(isBlank(text)).toBe(false))
  it('take 无 for an answer in a text', () => expect(isBlank('无', true)).toBe(false))

  it('find the unit of a title', () => {
    expect(unitInTitle('2023年5月调度表 （单位：万元）')).toBe('万元')
    expect(unitInTitle('单位：个、亿元')).toBe('亿元')
    expect(unitInTitle('填报单位：住建局')).toBeUndefined()
  })

  it('tell a sum from a project', () => {
    expect(['合计', '小计', '全市合计', '合 计（12个）'].map(isTotal)).toEqual([true, true, true, true])
    expect(isTotal('合计划项目')).toBe(false)
  })
})
