import { expect, test } from 'vitest'
import { DEALS, LADDER, SCORE } from '../lint/testing/score-kinds.ts'
import { small } from '../testing.ts'
import { type Lang, sentence } from './index.ts'

const SCHEME = small(['targets:\n', `${DEALS}${LADDER}${SCORE}targets:\n`]).scheme
const say = (kind: 'funnels' | 'actions' | 'scores' | 'boards', lang: Lang) => {
  const [item] = SCHEME[kind]
  if (!item) throw new Error('no item')
  return sentence(item, SCHEME, lang)
}

test.each([
  [
    'funnels',
    'zh',
    '签约→落地；落地率年底前不低于50%；6月30日前各类分别签约不少于3个；签约后2个月内未推进的列出。',
  ],
  [
    'actions',
    'zh',
    '进度为红的：局向责任单位发出一，9日内整改；连续第2次的，局向责任单位发出二；连续第3次的，局向单位主要负责人发出三；逾期未整改的转下一步。',
  ],
  [
    'scores',
    'zh',
    '每季度计分：完成按比例计60分，满值100%，最低0分，最高60分；类型甲1分；规模1亿元以下1分、2亿元及以下2分、以上3分；滞后低于12%的，每1个百分点扣1分；红灯每个扣2分；批评由考核组评定，-20至-5分；工作权重60%；其余权重40%。',
  ],
  ['boards', 'zh', '每季度公布：红榜：前3名且不低于100%。'],
  ['boards', 'en', 'Shown each quarter: Red: the best 3, at least 100%.'],
] as const)('%s in %s', (kind, lang, words) => expect(say(kind, lang)).toBe(words))

test.each(['funnels', 'actions', 'scores'] as const)('%s in English have no Chinese but amounts', kind => {
  expect(say(kind, 'en').replaceAll(/\d+(亿元|个)/g, '')).not.toMatch(/\p{Script=Han}/u)
})

test('a limit that the plan leaves to a setting, and a line that must be passed', () => {
  const { scheme } = small(
    ['settings:\n', 'settings:\n  mend: { type: days, default: 30d, about: 期, aboutEn: limit }\n'],
    [
      'targets:\n',
      `${LADDER.replace('{ days: 9 }', '{ setting: mend }')}${SCORE.replace('atLeast', 'above')}targets:\n`,
    ],
  )
  const words = (lang: Lang) =>
    [...scheme.actions, ...scheme.boards].map(item =>
      sentence(item, scheme, lang, { settings: { mend: '7d' } }),
    )
  expect(words('zh').map(one => /7日内整改|高于100%/.exec(one)?.[0])).toEqual(['7日内整改', '高于100%'])
  expect(words('en').map(one => /mended within 7 days|over 100%/.exec(one)?.[0])).toEqual([
    'mended within 7 days',
    'over 100%',
  ])
})

test('points in full from which is taken', () => {
  const score = SCORE.replace('from: 12%', 'base: 100, from: 12%')
  const { scheme } = small(['targets:\n', `${score}targets:\n`])
  const say = (lang: Lang) => scheme.scores.map(item => sentence(item, scheme, lang)).join('')
  expect(say('zh')).toContain('滞后满分100分，低于12%的，每1个百分点扣1分')
  expect(say('en')).toContain('Lag 100 in full, -1 for each')
})
