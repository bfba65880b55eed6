import { describe, expect, test } from 'vitest'
import { valueAt } from '../dated.ts'
import { lint } from '../lint/index.ts'
import { SMALL } from '../testing.ts'
import { applySupplement } from './apply.ts'

const HEAD = `supplement: small
name: 补充通知
nameEn: A supplement
from: 2023-09-01
`
const laid = (text: string) => applySupplement(SMALL, `${HEAD}${text}`, 'supplement.yaml')
const codes = (text: string) => laid(text).findings.map(one => [one.line, one.code, one.severity])

describe('a layer over a plan', () => {
  test('adds a later value: each day has one answer', () => {
    const { parsed, findings } = laid(
      'changes: { targets: [{ id: invest, floor: { 2023-09-01: { value: 8亿元 } } }] }',
    )
    expect(findings).toEqual([])
    const floor = parsed?.scheme.targets[0]?.floor ?? {}
    const on = (day: string) => valueAt(floor, day)?.value
    expect(['2023-05-11', '2023-05-12', '2023-08-31', '2023-09-01', '2023-12-31'].map(on)).toEqual([
      undefined,
      '10亿元',
      '10亿元',
      '8亿元',
      '8亿元',
    ])
    expect(parsed && lint(parsed)).toEqual([])
  })

  test('replaces a key, takes one away, changes a setting and adds an item', () => {
    const { parsed, text, findings } = laid(`settings: { red-cut: { default: 60% } }
changes:
  lights: [{ id: progress, name: 投资进度, reading: 按补充通知, readingEn: as supplemented }]
adds:
  lists: [{ id: second, name: 第二批, nameEn: Second batch, year: 2023 }]
`)
    expect(findings).toEqual([])
    expect(parsed?.scheme.settings['red-cut']?.default).toBe('60%')
    expect(parsed?.scheme.lights[0]).toMatchObject({ name: '投资进度', reading: '按补充通知' })
    expect(parsed?.scheme.lists.map(list => list.id)).toEqual(['key', 'second'])
    const next = applySupplement(
      text ?? '',
      `${HEAD}changes: { lights: [{ id: progress, reading: null, readingEn: null }] }`,
      's.yaml',
    )
    expect(next.parsed?.scheme.lights[0]?.reading).toBeUndefined()
    expect(next.parsed?.scheme.lists).toHaveLength(2)
  })

  test('keeps the comments of the plan', () => {
    const commented = SMALL.replace('lights:', '# 灯\nlights:')
    const text = applySupplement(commented, `${HEAD}settings: { red-cut: { default: 60% } }`, 's.yaml').text
    expect(text).toContain('# 灯')
    expect(text).toContain('default: 60%')
  })

  test.each([
    [
      'an id that the plan lacks',
      'changes: { targets: [{ id: invests, due: 06-30 }] }',
      5,
      'supplement.unknown',
    ],
    ['a setting that the plan lacks', 'settings: { red: { default: 60% } }', 5, 'supplement.unknown'],
    [
      'an added item that the plan has',
      'adds: { lists: [{ id: key, name: 甲, nameEn: A }] }',
      5,
      'supplement.known',
    ],
    [
      'one item twice',
      'changes:\n  targets:\n    - { id: invest, due: 06-30 }\n    - { id: invest, due: 09-30 }',
      8,
      'supplement.twice',
    ],
    [
      'a value from before the supplement',
      'changes:\n  targets:\n    - { id: invest, floor: { 2023-05-12: { value: 8亿元 }, 2023-09-01: { value: 8亿元 } } }',
      7,
      'supplement.earlier',
    ],
  ])('%s is told with its line', (_, text, line, code) => {
    expect(codes(text)).toContainEqual([line, code, 'error'])
    expect(laid(text).text).toBeUndefined()
  })

  test('a value may begin with the layer, not a day before', () => {
    const from = (day: string) =>
      codes(`changes: { targets: [{ id: invest, floor: { ${day}: { value: 8亿元 } } }] }`)
    expect(from('2023-08-31')).toEqual([[5, 'supplement.earlier', 'error']])
    expect(from('2023-09-01')).toEqual([])
    expect(from('2023-09-02')).toEqual([])
  })

  test('a day that has its value keeps it', () => {
    const base = SMALL.replace('value: 10亿元 }', 'value: 10亿元 }, 2023-10-01: { value: 9亿元 }')
    const change = 'changes: { targets: [{ id: invest, floor: { 2023-10-01: { value: 8亿元 } } }] }'
    const { findings, text } = applySupplement(base, `${HEAD}${change}`, 's.yaml')
    expect(findings.map(one => one.code)).toEqual(['supplement.duplicate'])
    expect(text).toBeUndefined()
  })

  test.each([
    ['2023-05-11', ['supplement.outside']],
    ['2023-05-12', []],
    ['2023-12-31', []],
    ['2024-01-01', ['supplement.outside']],
  ])('from %s', (day, wrong) => {
    const text = HEAD.replace('2023-09-01', day)
    const { findings } = applySupplement(SMALL, `${text}settings: { red-cut: { default: 60% } }`, 's.yaml')
    expect(findings.map(one => one.code)).toEqual(wrong)
  })

  test('of another plan, of no change, and of a shape that no plan has', () => {
    expect(codes('').length).toBe(0)
    expect(
      applySupplement(SMALL, HEAD.replace('small', 'other'), 's.yaml').findings.map(one => one.code),
    ).toEqual(['supplement.scheme'])
    expect(codes('settings: { red-cut: { default: 65% } }')).toEqual([[5, 'supplement.same', 'warning']])
    expect(laid('changes: { lists: [{ id: key, year: 二〇二三 }] }').findings[0]?.code).toBe('scheme.shape')
    expect(laid('changes: { nothing: [{ id: key }] }').findings[0]?.severity).toBe('error')
    expect(laid('changes: [').findings[0]?.code).toBe('scheme.yaml')
  })
})
