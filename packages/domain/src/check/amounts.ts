import { periodEn, periodZh } from '@guatu/kernel'
import { lastAmount, MONEY, numberIn, OF_YEAR } from './look.ts'
import type { Check, CheckContext, CheckRow, Found } from './model.ts'
import { fieldWords, money } from './words.ts'

const STATISTICS = {
  zh: '固定资产投资统计：累计数不减，本年数不大于累计数',
  en: 'Statistics of fixed-asset investment: cumulative figures never fall, the year is part of the whole',
}

function fell(row: CheckRow, context: CheckContext, field: string, sameYear: boolean): Found[] {
  const now = numberIn(row.figures, field)
  const last = lastAmount(row, context, field, sameYear)
  if (now === undefined || !last || now >= last.amount) return []
  const { zh, en } = fieldWords(field)
  const less = money(last.amount - now)
  return [
    {
      field,
      message: {
        zh: `${zh} ${money(now)}，比${periodZh(last.period)}的 ${money(last.amount)}少 ${less}`,
        en: `${en} is ${money(now)}, ${less} less than ${money(last.amount)} of ${periodEn(last.period)}`,
      },
    },
  ]
}

export const AMOUNT_CHECKS: readonly Check[] = [
  {
    id: 'figure.negative',
    severity: 'error',
    summary: { zh: '金额为负', en: 'Negative amount' },
    details: {
      zh: '累计金额从 0 开始，不会小于 0。',
      en: 'A cumulative amount begins at 0 and is never below it.',
    },
    todo: {
      zh: '填写到期末的累计数；核减填核减后的累计数。',
      en: 'Give the cumulative amount at the period’s end, after any cut.',
    },
    find: row =>
      MONEY.flatMap(field => {
        const amount = numberIn(row.figures, field)
        if (amount === undefined || amount >= 0) return []
        const { zh, en } = fieldWords(field)
        return [{ field, message: { zh: `${zh} ${money(amount)}，小于 0`, en: `${en} is ${money(amount)}` } }]
      }),
  },
  {
    id: 'figure.fell',
    severity: 'warning',
    summary: { zh: '本年累计减少', en: 'The year’s cumulative amount fell' },
    details: {
      zh: '同一年内累计数只增不减；一月重新开始。核减、退款是正当理由。',
      en: 'Inside one year a cumulative amount does not fall; January begins anew. A cut after verification or a refund is a good reason.',
    },
    todo: {
      zh: '核对是否填成了当月数或少填一位；确有核减的，写明核减多少、为什么。',
      en: 'See whether the month’s own amount was typed or a digit is missing; of a cut say how much and why.',
    },
    source: STATISTICS,
    find: (row, context) => OF_YEAR.flatMap(field => fell(row, context, field, true)),
  },
  {
    id: 'figure.fell-since-start',
    severity: 'warning',
    summary: { zh: '自开工累计减少', en: 'The amount since the start fell' },
    details: {
      zh: '自开工累计从不减少，跨年也不重新开始。',
      en: 'The amount since the start never falls, nor does it begin anew in January.',
    },
    todo: {
      zh: '核对是否填成了本年数；确有核减的，写明理由。',
      en: 'See whether the year’s amount was typed; give the reason for a cut.',
    },
    source: STATISTICS,
    find: (row, context) => fell(row, context, 'invest-total', false),
  },
  {
    id: 'year.above-since-start',
    severity: 'error',
    summary: { zh: '本年数大于自开工累计', en: 'The year exceeds the whole since the start' },
    details: {
      zh: '本年累计是自开工累计的一部分。',
      en: 'What was done this year is part of what was done since the start.',
    },
    todo: {
      zh: '核对两个数是否填反或单位不同。',
      en: 'See whether the two are exchanged or in different units.',
    },
    source: STATISTICS,
    find: ({ figures }) => {
      const year = numberIn(figures, 'invest-ytd')
      const all = numberIn(figures, 'invest-total')
      if (year === undefined || all === undefined || year <= all) return []
      const zh = `本年累计 ${money(year)}，大于自开工累计 ${money(all)}`
      return [{ field: 'invest-ytd', message: { zh, en: `${money(year)} this year, ${money(all)} in all` } }]
    },
  },
]
