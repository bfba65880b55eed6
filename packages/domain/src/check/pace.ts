import {
  type Day,
  dayFromNumber,
  daysInMonth,
  makeDay,
  monthNumber,
  periodKind,
  periodSpan,
  yearOf,
} from '@guatu/kernel'
import { above, numberIn, sameKind, stageOf, steps, yearIn } from './look.ts'
import type { Check, CheckContext, CheckRow, Found } from './model.ts'
import { thresholdOf } from './thresholds.ts'
import { about, money, percent } from './words.ts'

/** The part of the year's plan that falls on these days; undefined without a plan. */
function plannedIn(start: Day, end: Day, { annualPlan, monthPlans }: CheckContext): number | undefined {
  if (annualPlan === undefined && monthPlans === undefined) return undefined
  let sum = 0
  for (let month = 1; month <= 12; month += 1) {
    const length = daysInMonth(yearOf(end), month)
    const first = makeDay(yearOf(end), month, 1)
    const last = makeDay(yearOf(end), month, length)
    if (last < start || first > end) continue
    const from = first < start ? monthDay(start) : 1
    const to = last > end ? monthDay(end) : length
    const plan = monthPlans?.[month - 1] ?? Math.floor((annualPlan ?? 0) / 12)
    sum += Math.floor((plan * (to - from + 1)) / length)
  }
  return sum
}
const monthDay = (day: string) => Number(day.slice(8))

/** The last month of a quarter; the last week, ten days or half of a month. */
function endsLarger(period: string): boolean {
  const { end } = periodSpan(period)
  const kind = periodKind(period)
  if (kind === 'month') return monthNumber(end) % 3 === 0
  if (kind === 'ten-days' || kind === 'half-month')
    return end.slice(8) === String(daysInMonth(yearOf(end), monthNumber(end)))
  return kind === 'week' && monthDay(end) > daysInMonth(yearOf(end), monthNumber(end)) - 7
}

/** What was done in the period beside the average of the year's earlier ones with works going on, and its plan: both must be passed. */
function surge(row: CheckRow, context: CheckContext, times: number): Found[] {
  const all = steps(row, context)
  const now = all.at(-1)
  const earlier = all.slice(0, -1).filter(one => one.works)
  if (!now || now.period !== row.period || earlier.length < thresholdOf(context, 'surge-before')) return []
  const periods = earlier.reduce((sum, one) => sum + one.periods, 0)
  const average = Math.floor(earlier.reduce((sum, one) => sum + one.amount, 0) / periods)
  if (!above(now.amount, times, Math.max(0, average * now.periods))) return []
  const planned = plannedIn(dayFromNumber(now.first), periodSpan(now.period).end, context)
  const base = Math.max(average * now.periods, planned ?? 0)
  if (base <= 0 || !above(now.amount, times, base)) return []
  const plan = {
    zh: planned === undefined ? '' : `，当期计划 ${about(planned)}`,
    en: planned === undefined ? '' : `, planned ${about(planned)}`,
  }
  return [
    {
      field: 'invest-ytd',
      message: {
        zh: `当期完成 ${money(now.amount)}，此前平均每期 ${about(average)}${plan.zh}，为${planned === undefined ? '平均' : '较大者'}的 ${percent(now.amount, base)}`,
        en: `${money(now.amount)} in this period, ${about(average)} on average before${plan.en}: ${percent(now.amount, base)}${planned === undefined ? '' : ' of the larger'}`,
      },
    },
  ]
}

/** Periods running, this one last, in which works went on and nothing was added. */
function idlePeriods(row: CheckRow, context: CheckContext): number {
  const now = steps(row, context)
  if (now.at(-1)?.amount !== 0) return 0
  let idle = 0
  for (const step of [...stepsOfYearBefore(row, context), ...now].reverse()) {
    if (step.amount !== 0 || !step.works) break
    idle += 1
  }
  return idle
}

/** A stop does not end with the year. */
function stepsOfYearBefore(row: CheckRow, context: CheckContext) {
  const earlier = sameKind(row, context).filter(one => yearIn(one.period) < yearIn(row.period))
  const last = earlier.at(-1)
  return last ? steps({ ...last, project: row.project }, { ...context, history: earlier.slice(0, -1) }) : []
}

function copied(row: CheckRow, context: CheckContext): number | undefined {
  const last = sameKind(row, context).at(-1)
  if (!last || yearIn(last.period) !== yearIn(row.period)) return undefined
  let same = 0
  for (const field in row.figures) {
    const value = row.figures[field]
    const counts = typeof value === 'number' ? value !== 0 : field === 'progress' && Boolean(value)
    if (!counts) continue
    if (last.figures[field] !== value) return undefined
    same += 1
  }
  return same
}

export const PACE_CHECKS: readonly Check[] = [
  {
    id: 'progress.none',
    severity: 'warning',
    summary: { zh: '连续多期零进度', en: 'No progress for several periods' },
    details: {
      zh: '在建项目连续几期没有新增投资；停工的应报“暂停”。',
      en: 'Works are said to go on but nothing was added; works that rest are to be paused.',
    },
    todo: {
      zh: '停工的改阶段；在建的写明为什么没有投资。',
      en: 'Set the stage if works rest; else say why nothing was added.',
    },
    thresholds: ['idle-periods'],
    explains: ['figures.copied'],
    find: (row, context) => {
      if (stageOf(row, context) !== 'started') return []
      const idle = idlePeriods(row, context)
      if (idle < thresholdOf(context, 'idle-periods')) return []
      const done = numberIn(row.figures, 'invest-ytd') ?? 0
      const zh = `在建，已连续 ${idle} 期没有新增，本年累计仍是 ${money(done)}`
      const en = `Under way, nothing added for ${idle} periods: still ${money(done)} this year`
      return [{ field: 'invest-ytd', message: { zh, en } }]
    },
  },
  {
    id: 'figures.copied',
    severity: 'warning',
    summary: { zh: '照抄上期', en: 'Copied from the period before' },
    details: {
      zh: '在建项目的金额和形象进度与上期一字不差，多半是没有更新。',
      en: 'Amounts and progress of works under way are exactly those of the period before: most likely not brought up to date.',
    },
    todo: {
      zh: '填本期末的数；确实没变的写明。',
      en: 'Give this period’s figures; if nothing changed, say so.',
    },
    thresholds: ['copied-figures'],
    find: (row, context) => {
      if (stageOf(row, context) !== 'started') return []
      const same = copied(row, context)
      if (same === undefined || same < thresholdOf(context, 'copied-figures')) return []
      const zh = `${same} 个数（含形象进度）与上期完全相同`
      return [
        { message: { zh, en: `All ${same} figures (progress included) are those of the period before` } },
      ]
    },
  },
  {
    id: 'surge.single',
    severity: 'warning',
    summary: { zh: '单期突增', en: 'A surge in one period' },
    details: {
      zh: '当期完成同时远超此前平均和当期计划。设备到货、补报以前完成数是正当理由。',
      en: 'Done in this period is far above both the average before and the plan. Arrived equipment or work not reported before is a good reason.',
    },
    todo: {
      zh: '核对数字；属实的写明这一期做了什么。',
      en: 'Check the figure; if true, say what was done in this period.',
    },
    thresholds: ['surge', 'surge-before'],
    explains: ['surge.at-end'],
    find: (row, context) => surge(row, context, thresholdOf(context, 'surge')),
  },
  {
    id: 'surge.at-end',
    severity: 'warning',
    summary: { zh: '期末突击', en: 'A jump at the end of a quarter or month' },
    details: {
      zh: '季末月（按周、旬报的为月末）完成远超此前平均和计划，常见于为凑进度而报。',
      en: 'The last month of a quarter (the last week of a month) is far above average and plan, as happens where figures are made to meet a mark.',
    },
    todo: {
      zh: '附进度单或付款凭证，写明做了什么。',
      en: 'Add the progress bill or voucher and say what was done.',
    },
    thresholds: ['surge-at-end', 'surge-before'],
    find: (row, context) =>
      endsLarger(row.period) ? surge(row, context, thresholdOf(context, 'surge-at-end')) : [],
  },
]
