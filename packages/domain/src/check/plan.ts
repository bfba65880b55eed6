import { above, numberIn } from './look.ts'
import type { Check, CheckContext, CheckRow, Found, ThresholdId } from './model.ts'
import { thresholdOf } from './thresholds.ts'
import { fieldWords, money, percent } from './words.ts'

function over(
  row: CheckRow,
  context: CheckContext,
  field: string,
  limit: { base: number | undefined; zh: string; en: string; threshold: ThresholdId },
): Found[] {
  const done = numberIn(row.figures, field)
  const { base } = limit
  if (done === undefined || base === undefined || base <= 0) return []
  if (!above(done, thresholdOf(context, limit.threshold), base)) return []
  const { zh, en } = fieldWords(field)
  return [
    {
      field,
      message: {
        zh: `${zh} ${money(done)}，为${limit.zh} ${money(base)}的 ${percent(done, base)}`,
        en: `${en} is ${money(done)}, ${percent(done, base)} of ${limit.en} ${money(base)}`,
      },
    },
  ]
}

export const PLAN_CHECKS: readonly Check[] = [
  {
    id: 'done.above-plan',
    severity: 'warning',
    summary: { zh: '完成超过年度计划', en: 'More done than planned for the year' },
    details: {
      zh: '提前完成可以是好事，也可以是单位写错或把别的项目算进来。同一年说明一次即可。',
      en: 'Ahead of plan may be good news, a slip of the unit or another project’s work. One reason a year is enough.',
    },
    todo: {
      zh: '核对数字；属实的写明超额从哪里来。',
      en: 'Check the figure; if true, say where the excess comes from.',
    },
    thresholds: ['done-of-plan'],
    standing: true,
    find: (row, context) =>
      over(row, context, 'invest-ytd', {
        base: context.annualPlan,
        zh: '年度计划',
        en: 'the annual plan',
        threshold: 'done-of-plan',
      }),
  },
  {
    id: 'plan.above-total',
    severity: 'warning',
    summary: { zh: '年度计划大于总投资', en: 'The year’s plan exceeds the total investment' },
    details: {
      zh: '一年的计划不会大于整个项目。两个数来自清单，不是本期填的。',
      en: 'One year cannot plan more than the whole project. Both figures come from the list, not from this return.',
    },
    todo: {
      zh: '请调度改清单上的年度计划或总投资。',
      en: 'Ask the dispatch office to mend the plan or the total on the list.',
    },
    standing: true,
    find: (_, { annualPlan, totalInvest }) => {
      if (annualPlan === undefined || totalInvest === undefined || annualPlan <= totalInvest) return []
      const zh = `年度计划 ${money(annualPlan)}，大于总投资 ${money(totalInvest)}`
      return [
        { message: { zh, en: `${money(annualPlan)} planned for the year, ${money(totalInvest)} in all` } },
      ]
    },
  },
  {
    id: 'done.above-total',
    severity: 'warning',
    summary: { zh: '完成超过总投资', en: 'More done than the total investment' },
    details: {
      zh: '累计完成超过总投资，须先调整概算；政府投资项目原则上不得超过核定概算。',
      en: 'Beyond the total the estimate must be adjusted first; a government project may not exceed its approved estimate.',
    },
    todo: {
      zh: '核对数字；已调概的写明批准文号。',
      en: 'Check the figure; if the estimate was adjusted, give the approval.',
    },
    source: { zh: '政府投资条例第二十三条', en: 'Regulation on Government Investment, article 23' },
    thresholds: ['done-of-total'],
    standing: true,
    explains: ['done.above-plan'],
    find: (row, context) =>
      ['invest-ytd', 'invest-total'].flatMap(field =>
        over(row, context, field, {
          base: context.totalInvest,
          zh: '总投资',
          en: 'the total',
          threshold: 'done-of-total',
        }),
      ),
  },
]
