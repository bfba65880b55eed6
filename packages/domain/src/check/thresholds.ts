import type { CheckContext, ThresholdId, Words } from './model.ts'

export interface Threshold {
  readonly default: number
  /** `percent` of what the check compares with; `money` in minor units. */
  readonly unit: 'percent' | 'periods' | 'days' | 'times' | 'count' | 'money'
  readonly words: Words
  /** The rule that gives the default; `setting` where none does and the bureau decides. */
  readonly source: 'setting' | Words
}

/** Every number that a check compares with. */
export const THRESHOLDS: Readonly<Record<ThresholdId, Threshold>> = {
  'done-of-plan': {
    default: 100,
    unit: 'percent',
    words: { zh: '本年累计超过年度计划的比例', en: 'Done this year, of the annual plan, above' },
    source: 'setting',
  },
  'done-of-total': {
    default: 100,
    unit: 'percent',
    words: { zh: '累计完成超过总投资的比例', en: 'Done, of the total investment, above' },
    source: { zh: '政府投资条例第二十三条', en: 'Regulation on Government Investment, article 23' },
  },
  'paid-of-done': {
    default: 120,
    unit: 'percent',
    words: { zh: '付款超过完成投资的比例', en: 'Paid, of work done, above' },
    source: 'setting',
  },
  'statistics-apart': {
    default: 20,
    unit: 'percent',
    words: {
      zh: '统计数与调度数之差超过调度数的比例',
      en: 'Statistics and dispatch figure apart by more than',
    },
    source: 'setting',
  },
  'idle-periods': {
    default: 3,
    unit: 'periods',
    words: { zh: '连续多少期零进度', en: 'Periods running without progress' },
    source: 'setting',
  },
  'copied-figures': {
    default: 2,
    unit: 'count',
    words: {
      zh: '至少多少个数与上期完全相同',
      en: 'Figures, at least, that are all those of the period before',
    },
    source: 'setting',
  },
  surge: {
    default: 300,
    unit: 'percent',
    words: { zh: '当期完成超过平均和计划的比例', en: 'Done in the period, of both average and plan, above' },
    source: 'setting',
  },
  'surge-at-end': {
    default: 200,
    unit: 'percent',
    words: {
      zh: '季末月（或月末周、旬）完成超过平均和计划的比例',
      en: 'Done in the last month of a quarter (or week of a month), of both average and plan, above',
    },
    source: 'setting',
  },
  'surge-before': {
    default: 2,
    unit: 'periods',
    words: { zh: '突增至少与多少期比较', en: 'Earlier periods, at least, that a surge is compared with' },
    source: 'setting',
  },
  'stop-days': {
    default: 90,
    unit: 'days',
    words: {
      zh: '开工后多少日内停工算开而又停',
      en: 'Days after the start within which a stop is asked about',
    },
    source: 'setting',
  },
  'slip-spread': {
    default: 3,
    unit: 'times',
    words: {
      zh: '与一万倍相差几倍以内算单位写错',
      en: 'Times off ten thousand within which it is a slip of the unit',
    },
    source: 'setting',
  },
  'slip-of-plan': {
    default: 20,
    unit: 'times',
    words: {
      zh: '超过年度计划（自开工累计为总投资）多少倍算单位写错',
      en: 'Times the annual plan (the total, since the start) beyond which it is a slip of the unit',
    },
    source: 'setting',
  },
  'before-start': {
    default: 0,
    unit: 'money',
    words: {
      zh: '未开工可以有的投资（前期费用）',
      en: 'Investment allowed before the start (preliminaries)',
    },
    source: 'setting',
  },
  'round-unit': {
    default: 100_000_000,
    unit: 'money',
    words: {
      zh: '多大的整数算整数（默认100万元）',
      en: 'Multiples of this are round (1,000,000 yuan by default)',
    },
    source: 'setting',
  },
  'round-share': {
    default: 50,
    unit: 'percent',
    words: { zh: '整数所占比例达到', en: 'Share of round figures, from' },
    source: 'setting',
  },
  'round-figures': {
    default: 8,
    unit: 'count',
    words: { zh: '至少多少个数才看整数习惯', en: 'Figures, at least, before the habit is judged' },
    source: 'setting',
  },
}

export const thresholdOf = (context: Pick<CheckContext, 'thresholds'>, id: ThresholdId): number =>
  context.thresholds?.[id] ?? THRESHOLDS[id].default
