import { describe, expect, test } from 'vitest'
import { numerals } from './claims.ts'
import { CHOICE, type Change, codes, ITEMS, KIND_MISTAKES, type Kind } from './testing/kinds.ts'

describe('each mistake is found', () => {
  test.each(KIND_MISTAKES.map(([code, kind, ...changes]) => ({ code, kind, changes })))(
    '$code in $kind: $changes',
    ({ code, kind, changes }) => expect(codes(kind, changes)).toContain(code),
  )
  test('a base that may be something else', () =>
    expect(codes('payment', [], CHOICE.replace('arrived]', 'promised]'))).toEqual(['fund.base']))
  test('an item of a kind twice', () =>
    expect(codes('tasks', [[' }', ` }\n  - ${ITEMS.tasks}`]])).toEqual(['id.repeated']))
})

describe('no finding', () => {
  test.each(Object.keys(ITEMS) as Kind[])('in %s', kind => expect(codes(kind, [])).toEqual([]))
  test.each<[Kind, Change]>([
    ['tasks', ['due: 09-30', 'due: 05-12']],
    ['tasks', ['due: 09-30', 'due: 03-31, reading: 照列, readingEn: kept']],
    ['documents', ['workingDays: 3', 'workingDays: 13']],
    ['documents', ['workingDays: 3', 'days: 27']],
    ['payment', ['90%', '60%']],
    ['payment', ['base: { setting: base }', 'base: arrived']],
    ['reserve', ['of: { each: bureau }', 'of: jurisdiction']],
    ['visits', ['of: each-project, lists: [key]', 'of: jurisdiction']],
  ])('in %s with %j', (kind, change) => expect(codes(kind, [change])).toEqual([]))
})

describe('numbers that an item claims stand among its terms', () => {
  const CITED = (terms: string): Change => [
    'nameEn:',
    `covers: [A-T1], clause: 一, terms: [${terms}], nameEn:`,
  ]
  test.each<[Kind, terms: string, lacking: boolean]>([
    ['tasks', '任务', true],
    ['tasks', '2份', false],
    ['tasks', '两份', false],
    ['tasks', '3份', true],
    ['documents', '3个工作日', false],
    ['documents', '5个工作日', true],
    ['visits', '两次', false],
    ['visits', '每月', true],
    ['clock', '7个工作日', false],
    ['clock', '七个工作日', false],
    ['clock', '8个工作日', true],
    ['matrix', '分工', false],
    ['assignment', '明确', false],
    ['procedures', '"20日", 80%, 100%', false],
    ['procedures', '80%, 100%', true],
    ['procedures', '"20日", 80%', true],
    ['payment', '60%, 90%', false],
    ['payment', '60%', true],
    ['passOn', '7个工作日', false],
    ['passOn', '6个工作日', true],
    ['grant', '40万元', false],
    ['grant', '41万元', true],
    ['reserve', '2亿元', true],
    ['disclosures', '1000万元, 7日', false],
    ['disclosures', '1000万元', true],
    ['disclosures', '999万元, 7日', true],
  ])('%s citing %s', (kind, terms, lacking) => {
    expect(codes(kind, [CITED(terms)]).includes('cite.number')).toBe(lacking)
  })
})

test.each([
  ['每月至少两次', ['2']],
  ['十五个工作日', ['15']],
  ['二十日', ['20']],
  ['百分之六十', ['100', '60']],
  ['一百二十天', ['120']],
  ['60%、１５天', ['60', '15']],
  ['没有数', []],
])('numbers in %s: %j', (text, found) => expect(numerals(text)).toEqual(found))
