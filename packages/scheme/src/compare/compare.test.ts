import { describe, expect, test } from 'vitest'
import { small } from '../testing.ts'
import { compareSchemes } from './compare.ts'

const from = small().scheme
const told = (...changes: (readonly [string, string])[]) => compareSchemes(from, small(...changes).scheme)

describe('two versions of a plan', () => {
  test('that say the same differ in nothing', () => {
    expect(compareSchemes(from, small().scheme)).toEqual([])
  })

  test('a target: which value, and the sentence before and after', () => {
    const [change, ...rest] = told(['value: 10亿元', 'value: 8亿元'])
    expect(rest).toEqual([])
    expect(change).toMatchObject({ kind: 'target', id: 'invest', change: 'changed' })
    expect(change?.keys).toEqual([{ path: 'floor.2023-05-12.value', before: '10亿元', after: '8亿元' }])
    expect(change?.before?.zh).toContain('10亿元')
    expect(change?.after?.zh).toContain('8亿元')
    expect(change?.after?.en).toMatch(/8/)
  })

  test('a setting is told with the rule that reads it', () => {
    const changes = told(['default: 65%', 'default: 60%'])
    expect(changes.map(one => [one.kind, one.id])).toEqual([
      ['light', 'progress'],
      ['setting', 'red-cut'],
    ])
    expect(changes[0]?.keys).toEqual([])
    expect(changes[0]?.after?.zh).toContain('60%')
    expect(changes[1]?.keys).toEqual([{ path: 'default', before: '65%', after: '60%' }])
  })

  test('what is new, gone, and said of the plan itself', () => {
    const more = told(
      ['id: key, name: 重点', 'id: more, name: 其他, nameEn: Others }\n  - { id: key, name: 重点'],
      ['to: 2023-12-31', 'to: 2024-12-31'],
    )
    expect(more.map(one => [one.kind, one.id, one.change])).toEqual([
      ['list', 'more', 'added'],
      ['plan', 'small', 'changed'],
    ])
    expect(more[1]?.keys).toEqual([{ path: 'inForce.to', before: '2023-12-31', after: '2024-12-31' }])
    const less = compareSchemes(
      small(['lists:\n', 'lists:\n  - { id: more, name: 其他, nameEn: Others }\n']).scheme,
      from,
    )
    expect(less.map(one => [one.id, one.change])).toEqual([['more', 'removed']])
  })
})
