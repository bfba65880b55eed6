import { describe, expect, test } from 'vitest'
import { small } from '../testing.ts'
import { checkCitations } from './check.ts'
import { clausesOf } from './locate.ts'
import { bears, plain } from './plain.ts'

const TEXT = `某縣方案
為做好工作,制定本方案。
一、主要目標
全年投資達到１０億元,力爭 １２ 億元。
(一)進度。開工率100%,完成率85%以上。
1.第一小點:８個項目。
2.第二小點:「三色」公示。
二、  重點任務

(一)調度
每月5日前報 送。
`

describe('one spelling', () => {
  test.each([
    ['１０億元', '10亿元'],
    ['總投資 1.2 億元', '总投资1.2亿元'],
    ['“雙過半”（６月底）', '双过半(6月底)'],
    ['掛牌督辦', '挂牌督办'],
  ])('%s is %s', (from, to) => expect(plain(from)).toBe(to))
})

describe('a number is found whole', () => {
  const text = plain('增長10%,總量110億元,其中1.5億元,共38個,第3')
  test.each([
    ['10%', true],
    ['0%', false],
    ['10', false],
    ['110亿元', true],
    ['10亿元', false],
    ['1.5亿元', true],
    ['5亿元', false],
    ['38个', true],
    ['8个', false],
    ['3', true],
    ['', false],
  ])('%s: %s', (term, there) => expect(bears(text, term)).toBe(there))
})

describe('places of a text', () => {
  const at = clausesOf(TEXT)
  test.each([
    ['一', '12亿元', '100%'],
    ['一(一)', '85%', '8个'],
    ['一(一)1', '8个', '三色'],
    ['一(一)2', '三色', '8个'],
    ['二(一)', '5日前', '三色'],
    ['二', '5日前', '三色'],
  ])('%s holds %s and not %s', (locator, inside, outside) => {
    expect(bears(at(locator) ?? '', inside)).toBe(true)
    expect(bears(at(locator) ?? '', outside)).toBe(false)
  })
  test('full-width locators are the same', () => expect(at('一（一）')).toBe(at('一(一)')))
  test('a paragraph by its opening', () => expect(at('为做好工作')).toContain('本方案'))
  test('the opening is the whole text', () => expect(at('首段')).toContain('5日前'))
  test('no such place', () => expect(at('三')).toBeUndefined())
})

test('a term or a place that is not there is an error', () => {
  const cited = (clause: string, term: string) =>
    small([
      'scope: { list: key }',
      `scope: { list: key }, covers: [A-T1], clause: ${clause}, terms: [${term}]`,
    ])
  const codes = (clause: string, term: string) =>
    checkCitations(cited(clause, term), TEXT).map(one => one.code)
  expect(codes('一', '10亿元')).toEqual([])
  expect(codes('一', '11亿元')).toEqual(['cite.missing'])
  expect(codes('二(一)', '10亿元')).toEqual(['cite.missing'])
  expect(codes('九', '10亿元')).toEqual(['cite.no-place', 'cite.missing'])
})
