import { expect, test } from 'vitest'
import { small } from '../testing.ts'
import { type Lang, sentence } from './index.ts'

type Change = readonly [from: string, to: string]
const say = (
  kind: 'lights' | 'targets' | 'cadences',
  lang: Lang,
  changes: readonly Change[],
  settings = {},
) => {
  const { scheme } = small(...changes)
  const [item] = scheme[kind]
  if (!item) throw new Error('no item')
  return sentence(item, scheme, lang, { settings })
}
const BANDS = '      - { below: { setting: red-cut }, colour: red }\n      - { colour: green }'
const MEASURE = 'measure: { kind: ratio, of: invest-ytd, to: annual-plan }'

test('a ratio with the setting in force', () => {
  expect(say('lights', 'zh', [])).toBe('本年累计完成投资占年度计划的比例：不到65%为红；65%及以上为绿。')
  expect(say('lights', 'zh', [], { 'red-cut': '70%' })).toContain('不到70%为红；70%及以上为绿')
  expect(say('lights', 'en', [])).toBe(
    "Investment done this year over the year's plan: under 65% red; from 65% green.",
  )
})

test('a gap is said as a lag', () => {
  const changes: Change[] = [
    [MEASURE, 'measure: { kind: gap, of: invest-ytd, to: plan-to-date, base: annual-plan }'],
    [
      BANDS,
      '      - { below: -20pp, colour: red }\n      - { upTo: -10pp, colour: red }\n      - { colour: green }',
    ],
  ]
  expect(say('lights', 'zh', changes)).toContain(
    '落后超过20个百分点为红；落后10个百分点及以上、不超过20个百分点为红；落后不到10个百分点为绿',
  )
  expect(say('lights', 'en', changes)).toContain('more than 20 points behind red')
})

test('days late count from the first whole day', () => {
  const changes: Change[] = [
    [MEASURE, 'measure: { kind: days-late, done: started-on, due: { dayOfYear: 09-30 } }'],
    [
      BANDS,
      '      - { upTo: 0d, colour: green }\n      - { upTo: 30d, colour: red, unstated: true }\n      - { colour: red }\n    leadsTo: { red: { action: replace, on: owner-unit, confirm: dispatcher } }',
    ],
  ]
  expect(say('lights', 'zh', changes)).toBe(
    '过了9月30日还没有开工的天数：没有超期为绿；1至30天为红（原文未规定）；31天及以上为红。红灯提出替换项目，由调度岗确认。',
  )
  expect(say('lights', 'en', changes)).toContain(
    'in time green; 1 to 30 days red (the plan leaves it open); 31 days',
  )
})

test('a season is part of the rule', () => {
  const changes: Change[] = [
    [
      'settings:',
      'settings:\n  construction-season: { type: season, default: 03-15/11-15, about: 季, aboutEn: season }',
    ],
    ['dimension: progress', 'dimension: progress\n    during: { setting: construction-season }'],
  ]
  expect(say('lights', 'zh', changes)).toContain('只在3月15日至11月15日判定。')
  expect(say('lights', 'en', changes)).toContain('Judged from 15 March to 15 November only.')
})

test('a target with floor and stretch', () => {
  const changes: Change[] = [
    ['{ value: 10亿元 } }', '{ value: 10亿元 } }, stretch: { 2023-05-12: { value: 12亿元 } }'],
  ]
  expect(say('targets', 'zh', changes)).toBe('重点完成投资，到年底确保10亿元，力争12亿元。')
  expect(say('targets', 'en', changes)).toBe(
    "Key: Done, by the year's end: at least 10亿元, striving for 12亿元.",
  )
})

test('a target by quarters', () => {
  const changes: Change[] = [
    ['floor: { 2023-05-12: { value: 10亿元 } }', 'quarters: { 2023-05-12: [1亿元, 2亿元, 3亿元, 4亿元] }'],
  ]
  expect(say('targets', 'zh', changes)).toBe('重点完成投资，四个季度分别为1亿元、2亿元、3亿元、4亿元。')
})

const FLOOR = 'floor: { 2023-05-12: { value: 10亿元 } }'
const REPORTED: Change = ['indicator: invest-ytd, scope: { list: key }', 'indicator: fai, scope: {}']
test.each([
  ['as: growth', '固定资产投资，到年底确保上年固定资产投资加10%。', 'at least 10% above last year'],
  ['as: points', '固定资产投资，到年底确保上年固定资产投资加10个百分点。', '10 points above last year'],
  ['as: ratio', '固定资产投资，到年底确保上年固定资产投资的10%。', '10% of last year'],
  [
    'as: yearly-growth',
    '固定资产投资，到年底确保以上年固定资产投资为基数年均增长10%。',
    'growth of 10% a year on last year',
  ],
])('a target against a base: %s', (as, zh, en) => {
  const changes: Change[] = [
    REPORTED,
    [
      FLOOR,
      `floor: { 2023-05-12: { growth: 10% } }, base: { ${as}, of: { reported: fai, value: growth, year: last } }`,
    ],
  ]
  expect(say('targets', 'zh', changes)).toBe(zh)
  expect(say('targets', 'en', changes)).toContain(en)
})

test('more than the base, on a day of its own, added up over the plan, by years', () => {
  expect(say('targets', 'zh', [[FLOOR, `${FLOOR}, exceeds: true`]])).toBe(
    '重点完成投资，到年底确保超过10亿元。',
  )
  expect(say('targets', 'en', [[FLOOR, `${FLOOR}, exceeds: true`]])).toContain('at least more than 10亿元')
  const day: Change = ['due: year-end', 'due: 2023-11-30']
  expect(say('targets', 'zh', [day])).toContain('到2023年11月30日')
  expect(say('targets', 'en', [day])).toContain('by 30 November 2023')
  expect(say('targets', 'zh', [[FLOOR, `${FLOOR}, over: plan`]])).toContain('自2023年起累计，到年底确保')
  const years: Change = [FLOOR, 'years: { 2023-05-12: { "2023": 10亿元 } }']
  expect(say('targets', 'zh', [years])).toBe('重点完成投资，2023年10亿元。')
  expect(say('targets', 'en', [years])).toBe('Key: Done: 10亿元 in 2023.')
})

test.each([
  [
    'every: month, does: count, dueDays: 5',
    '每月统计，期末后5日内。',
    'Monthly: count, due 5 days after the period.',
  ],
  [
    'every: month, does: count, dueWorkingDays: 3',
    '每月统计，期末后3个工作日内。',
    'Monthly: count, due 3 working days',
  ],
  [
    'every: quarter, does: meeting, dueMonth: 2',
    '每季度开会推进，在当期第2个月内。',
    'by the end of month 2',
  ],
  [
    'every: week, everyOther: 2023-10-23, does: report',
    '每两周（从10月23日那一周起算）报告，期末前。',
    'Every two weeks (from the week of 23 October): report',
  ],
  [
    'every: week, does: count, lists: [key], work: not-begun',
    '每周统计，范围为重点中的未开工，期末前。',
    'Weekly: count, of Key, not begun',
  ],
  [
    'every: month, does: count, together: [1, 2], dueDays: 5, opensDays: -2, lockDays: 10',
    '每月（1至2月合并一期）统计，期末后5日内，期末前2日开放填报，到期后10日锁定。',
    'Monthly (months 1–2 as one): count, due 5 days after the period, open from 2 days before the period ends, locked 10 days after it is due.',
  ],
  [
    'every: week, does: count, opensDays: 0, lockWorkingDays: 1',
    '每周统计，期末前，期末当日开放填报，到期后1个工作日锁定。',
    'open from the last day of the period, locked 1 working days after',
  ],
  [
    'every: month, does: count, dueDays: 5, opensDays: 1, asksReturn: true, by: owner, asks: [invest-ytd, problem]',
    '每月统计，期末后5日内，期末后1日开放填报，由项目单位报送，填报本年累计完成投资、存在问题。',
    'open from 1 days after the period, reported by the owner, asks investment done this year, problems.',
  ],
  ['every: day, does: report', '按通知报告。', 'On call: report.'],
])('a cadence: %s', (rhythm, zh, en) => {
  const changes: Change[] = [
    ['targets:', `cadences:\n  - { id: c, name: 期, nameEn: C, ${rhythm} }\ntargets:`],
  ]
  expect(say('cadences', 'zh', changes)).toBe(zh)
  expect(say('cadences', 'en', changes)).toContain(en)
})
