/**
 * The common figures of a return, typed columns in the ledger. A scheme declares more; they stand beside these.
 * Cumulative-year figures (本年累计) reset in January and are compared inside one year only.
 */
export const COMMON_FIELDS = {
  'invest-ytd': { type: 'money', accrues: 'year', caliber: 'dispatch' },
  'invest-total': { type: 'money', accrues: 'always', caliber: 'dispatch' },
  'paid-ytd': { type: 'money', accrues: 'year', caliber: 'dispatch' },
  'stat-ytd': { type: 'money', accrues: 'year', caliber: 'statistics' },
  stage: { type: 'stage', accrues: 'always', caliber: 'dispatch' },
  'started-on': { type: 'day', accrues: 'always', caliber: 'dispatch' },
  'completed-on': { type: 'day', accrues: 'always', caliber: 'dispatch' },
  progress: { type: 'text', accrues: 'always', caliber: 'dispatch' },
  problem: { type: 'text', accrues: 'always', caliber: 'dispatch' },
} as const satisfies Record<string, FieldShape>

export interface FieldShape {
  readonly type: FieldType
  /** `year`: only a figure of the as-of year counts; `always`: the latest figure counts. */
  readonly accrues: 'year' | 'always'
  /** Dispatch and statistics figures never mix (design.md, invariant 3). */
  readonly caliber: 'dispatch' | 'statistics'
}
export type FieldType = 'money' | 'integer' | 'rate' | 'day' | 'text' | 'stage'
export type CommonField = keyof typeof COMMON_FIELDS
export type FieldId = string

/** Money and integers as safe integers; days, stages, rates (`12.5%`) and texts as text. */
export type FieldValue = number | string

/** 谋划 储备 前期 开工 竣工 投产, plus 暂停 and 退出. */
export const STAGES = [
  'plan',
  'reserve',
  'prepare',
  'started',
  'completed',
  'operating',
  'paused',
  'withdrawn',
] as const
export type Stage = (typeof STAGES)[number]

/** 续建 新建 预备 */
export const NATURES = ['continuing', 'new', 'preparatory'] as const
export type Nature = (typeof NATURES)[number]
