import { compareFractions } from '@guatu/kernel'
import { lastAmount, MONEY, numberIn } from './look.ts'
import type { Check } from './model.ts'
import { thresholdOf } from './thresholds.ts'
import { fieldWords, money } from './words.ts'

/** 万 for 元 or 亿 for 万, and 亿 for 元. */
const SLIPS = [10_000, 100_000_000]

/** large / small lies within `spread` times of a slip, both ends inside. */
const isSlip = (large: number, small: number, spread: number) =>
  SLIPS.some(
    slip =>
      compareFractions(large, slip, small * spread, 1) <= 0 &&
      compareFractions(large * spread, slip, small, 1) >= 0,
  )

export const SLIP_CHECKS: readonly Check[] = [
  {
    id: 'unit.slip',
    severity: 'warning',
    summary: { zh: '单位可能写错', en: 'The unit may be wrong' },
    details: {
      zh: '与上次相差约一万倍（或一亿倍），像是元、万元、亿元写错。',
      en: 'About ten thousand times (or a hundred million times) apart from the last figure, as when 元, 万元 and 亿元 are mistaken.',
    },
    todo: { zh: '看表头的单位，改正数字。', en: 'See the unit of the column and mend the figure.' },
    thresholds: ['slip-spread'],
    explains: [
      'figure.fell',
      'figure.fell-since-start',
      'year.above-since-start',
      'done.above-plan',
      'done.above-total',
      'paid.above-done',
      'statistics.apart',
      'surge.single',
      'surge.at-end',
    ],
    find: (row, context) =>
      MONEY.flatMap(field => {
        const now = numberIn(row.figures, field) ?? 0
        const last = lastAmount(row, context, field, field !== 'invest-total')
        if (!last || now <= 0 || last.amount <= 0) return []
        const [large, small] = now > last.amount ? [now, last.amount] : [last.amount, now]
        if (!isSlip(large, small, thresholdOf(context, 'slip-spread'))) return []
        const { zh, en } = fieldWords(field)
        const times = Math.round(large / small)
        const way = now > last.amount ? { zh: '倍', en: 'times' } : { zh: '分之一', en: 'th of' }
        return [
          {
            field,
            message: {
              zh: `${zh} ${money(now)}，约为 ${last.period} 的 ${money(last.amount)} 的 ${times} ${way.zh}，单位是否写错`,
              en: `${en} is ${money(now)}, about ${now > last.amount ? '' : '1/'}${times} ${way.en} ${money(last.amount)} of ${last.period}: is the unit right?`,
            },
          },
        ]
      }),
  },
]
