import type { Day, Minor, Period } from '@guatu/kernel'

/** A text of a screen, both languages complete. */
export interface Words {
  readonly zh: string
  readonly en: string
}

/** `error` stops a submit, `warning` needs a reason to pass, `note` is only shown. */
export type CheckSeverity = 'error' | 'warning' | 'note'

/** A check as data: what it says, why, and what to do. */
export interface CheckInfo {
  readonly id: string
  readonly severity: CheckSeverity
  readonly summary: Words
  readonly details: Words
  readonly todo: Words
  /** The rule that it comes from, where there is one; without it the check is this product's own. */
  readonly source?: Words
  /** Settings of `THRESHOLDS` that it reads. */
  readonly thresholds?: readonly ThresholdId[]
  /** A reason given once holds for the rest of the year: the same fact is still there next month. */
  readonly standing?: boolean
  /** Checks that would say the same again of the same cell; left out where this one found something. */
  readonly explains?: readonly string[]
}

export interface Check extends CheckInfo {
  readonly find: (row: CheckRow, context: CheckContext) => readonly Found[]
}

/** What a check found: in one cell, or without `field` in the row. */
export interface Found {
  readonly field?: string
  readonly message: Words
}

export interface Finding extends Found {
  readonly check: string
  readonly severity: CheckSeverity
  /** Absent: it is about all rows of the reporter. */
  readonly project?: string
  readonly reporter?: string
  readonly needsReason: boolean
}

/** Money and integers as safe integers; days, stages, rates and texts as text; null and absent: not given. */
export type Figures = Readonly<Record<string, number | string | null | undefined>>

/** One project in a return, as it stands in the grid. */
export interface CheckRow {
  readonly project: string
  readonly period: Period
  readonly figures: Figures
  /** Who answers for the row: checks of habits go by it. */
  readonly reporter?: string
}

/** All that is known of a row's project. */
export interface CheckContext {
  readonly asOf: Day
  /** Earlier returns of the project, oldest first: all end before the row's period does. */
  readonly history: readonly PastReturn[]
  readonly totalInvest?: Minor
  /** 年度计划 of the period's year; of several lists the one that the bureau compares with. */
  readonly annualPlan?: Minor
  /** 12 integers, January first. */
  readonly monthPlans?: readonly Minor[]
  /** The day of the start as known before this row. */
  readonly startedOn?: Day
  /** The project's own files, of this period and earlier ones; absent where a file of figures is read: nobody asks for photos there. */
  readonly evidence?: readonly Evidence[]
  /** Files of all projects by hash, one index for all rows: see `evidenceByHash`. */
  readonly othersEvidence?: EvidenceIndex
  /** Reasons that the project gave this year. */
  readonly passed?: readonly Pick<Passed, 'check' | 'field' | 'period'>[]
  /** Settings of the bureau; what is absent has its default. */
  readonly thresholds?: Partial<Readonly<Record<ThresholdId, number>>>
}

export interface PastReturn {
  readonly period: Period
  readonly figures: Figures
}

export interface Evidence {
  readonly sha256: string
  readonly project: string
  readonly period: Period
  readonly kind: 'photo' | 'permit' | 'acceptance'
}
export type EvidenceIndex = ReadonlyMap<string, readonly Evidence[]>

/** A warning that was let through, and why. */
export interface Passed {
  readonly reporter: string
  readonly project: string
  readonly period: Period
  readonly check: string
  readonly field?: string
  readonly reason: string
}

export type ThresholdId =
  | 'done-of-plan'
  | 'done-of-total'
  | 'paid-of-done'
  | 'statistics-apart'
  | 'idle-periods'
  | 'copied-figures'
  | 'surge'
  | 'surge-at-end'
  | 'surge-before'
  | 'stop-days'
  | 'slip-spread'
  | 'slip-of-plan'
  | 'before-start'
  | 'round-unit'
  | 'round-share'
  | 'round-figures'
