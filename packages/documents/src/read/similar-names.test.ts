import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { likeness, similarNames } from './similar-names.ts'

describe('names of one project that drifted', () => {
  it.each([
    ['城区供水工程', '城区供水工程', 'same-writing'],
    ['城区供水工程(一期)', '城区供水工程（一期）', 'same-writing'],
    ['城区 供水工程', '城区供水工程', 'same-writing'],
    ['柞水县城区供水工程', '城区供水工程', 'prefix-or-suffix'],
    ['城区供水工程', '城区供水工程建设项目', 'prefix-or-suffix'],
    ['2020年老旧小区改造项目', '老旧小区改造项目', 'prefix-or-suffix'],
    ['污水处理厂二期工程', '污水处理厂2期', 'prefix-or-suffix'],
    ['污水处理厂第二期', '污水处理厂(二期)项目', 'prefix-or-suffix'],
    ['污水处理厂II期', '污水处理厂二期', 'prefix-or-suffix'],
    ['营盘镇易地扶贫搬迁安置点', '柞水县营盘镇易地扶贫搬迁集中安置点', 'alike'],
    ['县医院迁建', '县医院迁建及配套停车场', 'contained'],
  ])('%s and %s', (a, b, why) => {
    expect(similarNames(a, [b])).toEqual([{ candidate: b, score: expect.any(Number), why }])
    expect(similarNames(b, [a])[0]?.why).toBe(why)
  })

  it('takes a name without phase for the first phase only', () => {
    expect(similarNames('污水处理厂', ['污水处理厂一期', '污水处理厂二期']).map(s => s.candidate)).toEqual([
      '污水处理厂一期',
    ])
  })

  it.each([
    ['污水处理厂一期', '污水处理厂二期'],
    ['标准化厂房A区', '标准化厂房B区'],
    ['道路改造三标段', '道路改造四标段'],
    ['年产10万吨钢渣综合利用项目', '年产20万吨钢渣综合利用项目'],
    ['营盘镇易地扶贫搬迁安置点基础设施项目', '曹坪镇易地扶贫搬迁安置点基础设施项目'],
    ['城区供水工程', '城区供热工程'],
    ['县医院迁建项目', '中学迁建项目'],
  ])('%s is not %s', (a, b) => {
    expect(similarNames(a, [b])).toEqual([])
  })

  it('puts the best first and is the same in both directions', () => {
    const names = fc
      .array(fc.constantFrom(...'城区供水热工程县医院一二期2020年镇(营盘'), { maxLength: 12 })
      .map(c => c.join(''))
    fc.assert(
      fc.property(names, names, (a, b) => {
        const [there] = similarNames(a, [b])
        const [back] = similarNames(b, [a])
        return there?.score === back?.score && there?.why === back?.why
      }),
    )
    expect(similarNames('城区供水工程', ['城区供水工程及管网', '城区供水工程']).map(s => s.score)).toEqual([
      1, 0.79,
    ])
  })

  it('passes over no name that comparing would take', () => {
    const name = fc
      .array(fc.constantFrom(...'城区供水热工程县医院一二期2020年镇(营盘道路改造'), { maxLength: 12 })
      .map(c => c.join(''))
    fc.assert(
      fc.property(name, fc.uniqueArray(name, { maxLength: 40 }), (wanted, names) => {
        const compared = names.filter(one => likeness(wanted, one) !== undefined)
        const found = similarNames(wanted, names).map(one => one.candidate)
        expect(found.sort()).toEqual(compared.sort())
      }),
      { numRuns: 500 },
    )
  })
})
