import { compareFractions, periodEn, periodZh } from '@guatu/kernel'
import { lastAmount, MONEY, numberIn } from './look.ts'
import type { Check, CheckContext, CheckRow, Words } from './model.ts'
import { thresholdOf } from './thresholds.ts'
import { count, fieldWords, money } from './words.ts'

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
      zh: '与上次相差约一万倍（或一亿倍），或远超计划，像是元、万元、亿元写错。',
      en: 'About ten thousand times (or a hundred million times) apart from the last figure, or many times the plan, as when 元, 万元 and 亿元 are mistaken.',
    },
    todo: { zh: '看表头的单位，改正数字。', en: 'See the unit of the column and mend the figure.' },
    thresholds: ['slip-spread', 'slip-of-plan'],
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
        if (now <= 0) return []
        const found = besideLast(row, context, field, now) ?? besidePlan(context, field, now)
        return found ? [{ field, message: found }] : []
      }),
  },
]

function besideLast(row: CheckRow, context: CheckContext, field: string, now: number): Words | undefined {
  const last = lastAmount(row, context, field, field !== 'invest-total')
  if (!last || last.amount <= 0) return undefined
  const [large, small] = now > last.amount ? [now, last.amount] : [last.amount, now]
  if (!isSlip(large, small, thresholdOf(context, 'slip-spread'))) return undefined
  const { zh, en } = fieldWords(field)
  const times = Math.round(large / small)
  const was = money(last.amount)
  const share =
    now > last.amount
      ? { zh: `${count(times)} 倍`, en: `${count(times)} times` }
      : { zh: `${count(times)} 分之一`, en: `1/${count(times)} of` }
  return {
    zh: `${zh} ${money(now)}，约为${periodZh(last.period)} ${was}的 ${share.zh}，单位是否写错`,
    en: `${en} is ${money(now)}, about ${share.en} ${was} of ${periodEn(last.period)}: is the unit right?`,
  }
}

/** What no year can do: the first return of a year has nothing before it to be held to. */
function besidePlan(context: CheckContext, field: string, now: number): Words | undefined {
  const plan = field === 'invest-total' ? context.totalInvest : context.annualPlan
  if (
    plan === undefined ||
    plan <= 0 ||
    compareFractions(now, thresholdOf(context, 'slip-of-plan'), plan, 1) <= 0
  )
    return undefined
  const { zh, en } = fieldWords(field)
  const times = Math.round(now / plan)
  const what =
    field === 'invest-total' ? { zh: '总投资', en: 'the total' } : { zh: '年度计划', en: 'the annual plan' }
  return {
    zh: `${zh} ${money(now)}，约为${what.zh} ${money(plan)}的 ${count(times)} 倍，单位是否写错`,
    en: `${en} is ${money(now)}, about ${count(times)} times ${what.en} ${money(plan)}: is the unit right?`,
  }
}
