import { describe, expect, test } from 'vitest'
import { parseScheme } from '../parse.ts'
import { SMALL } from '../testing.ts'
import { planFindings } from './index.ts'
import { EVERY_WEEKDAY } from './testing.ts'

function codes(text?: string, scheme = SMALL): string[] {
  const { parsed } = parseScheme(scheme, 'small.yaml')
  if (!parsed) throw new Error('no scheme')
  return planFindings(parsed, EVERY_WEEKDAY, text).map(one => one.code)
}

describe('sentences that stand twice', () => {
  const LONG = '各单位按照季度计划倒排工期推进项目'
  test.each([
    [`${LONG}。\n${LONG}。`, ['text.repeated']],
    [`1.${LONG}。${LONG}。`, ['text.repeated']],
    [`(一)${LONG}。\n（二）${LONG}。`, ['text.repeated']],
    [`${LONG}。\n${LONG}，`, []],
    [`${LONG}。`, []],
    [`${LONG.slice(0, 16)}。${LONG.slice(0, 16)}。`, ['text.repeated']],
    [`${LONG.slice(0, 15)}。${LONG.slice(0, 15)}。`, []],
  ])('%s', (text, found) => expect(codes(text)).toEqual(found))
})

describe('broken characters, numbers and dates', () => {
  test.each([
    ['某政发〔20231号', ['text.broken']],
    ['某政发〔2023〕1号', []],
    ['〔市发展改革委牵头〕', []],
    ['2023512', ['text.broken']],
    ['2023年5月12日 2023-05-12 20230', []],
    ['区政府????办公室', ['text.broken']],
    ['好不好???', []],
  ])('%s', (text, found) => expect(codes(text)).toEqual(found))
})

test('without the text its acknowledgements are no fault', () => {
  const known = SMALL.replace(
    'board:',
    'acknowledged:\n  - { finding: text.broken, reading: 读, readingEn: ours }\nboard:',
  )
  expect(codes(undefined, known)).toEqual([])
  expect(codes('完好。', known)).toEqual(['acknowledged.nothing'])
})
