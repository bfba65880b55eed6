import type { Day, Minor, Period } from '@guatu/kernel'
import type { FieldId, FieldValue, Nature } from './fields.ts'

/** All that `evaluate` may know about a jurisdiction, as of a day and as known at a moment. Plain data, any order. */
export interface Facts {
  readonly jurisdiction: string
  readonly units: readonly UnitFact[]
  readonly projects: readonly ProjectFact[]
  readonly memberships: readonly MembershipFact[]
  readonly returns: readonly ReturnFact[]
  readonly reported: readonly ReportedFact[]
  /** 经批准的正当理由 */
  readonly exemptions?: readonly ExemptionFact[]
  /** Values that the bureau gave to its scheme's settings: setting id → text as in the scheme (`65%`, `30d`, `03-15/11-15`). */
  readonly settings: Readonly<Record<string, string>>
}

export interface UnitFact {
  readonly id: string
  readonly name: string
  readonly parent?: string
  /** Other names it goes by: former ones too, so that an older file still finds it. */
  readonly aliases?: readonly string[]
  /** Of a unit that was closed: the one that took over. */
  readonly mergedInto?: string
  /** `bureau` 部门, `town` 镇街, `enterprise` 项目单位, `office` 本级政府 */
  readonly kind: 'bureau' | 'town' | 'enterprise' | 'office'
}

export interface ProjectFact {
  readonly id: string
  readonly name: string
  /** 原名: names that it, or a project merged into it, went by before. */
  readonly formerNames?: readonly string[]
  /** Of a project that left: the one that goes on with it. */
  readonly mergedInto?: string
  /** 项目代码, 24 characters of GB/T 40058. */
  readonly code?: string
  /** 责任单位 */
  readonly leadUnit?: string
  /** 项目单位（业主） */
  readonly ownerUnit?: string
  readonly townUnit?: string
  /** 包抓领导, a name. */
  readonly leader?: string
  readonly sector?: string
  readonly place?: string
  /** 资金来源 */
  readonly fundSource?: string
  readonly totalInvest?: Minor
  readonly plannedStart?: Day
  readonly plannedCompletion?: Day
  /** Made by a script, not by a government: marked on every screen. */
  readonly synthetic?: boolean
  /** Attributes that a scheme declares beyond these. */
  readonly attributes?: Readonly<Record<string, FieldValue>>
}

/** One project on one list in one plan year, with the plan that this list sets for it. One per project, list and year. */
export interface MembershipFact {
  readonly project: string
  readonly list: string
  /** Absent: a list that is not drawn up by year. */
  readonly year?: number
  readonly nature?: Nature
  readonly annualPlan?: Minor
  /** The project's own months: the plan of each month, January first, 12 integers that sum to the annual plan. */
  readonly monthPlans?: readonly Minor[]
  readonly plannedStart?: Day
}

/**
 * The figures of one project at the end of one period, already folded from its entries: a later correction has
 * replaced what it names. `sources` tells which entry each figure came from.
 */
export interface ReturnFact {
  readonly project: string
  readonly period: Period
  readonly figures: Readonly<Record<FieldId, FieldValue>>
  readonly sources?: Readonly<Record<FieldId, number>>
}

/** One unit's own figure of an indicator for a period, e.g. FAI from the statistics post. Never a project sum. */
export interface ReportedFact {
  readonly indicator: string
  readonly unit: string
  readonly period: Period
  /** Named values of the indicator: `amount` in minor units, `growth` as rate text. */
  readonly values: Readonly<Record<string, FieldValue>>
  readonly source?: number
}

/** A project excused from one rule for some time. */
export interface ExemptionFact {
  readonly project: string
  /** Light id in the scheme. */
  readonly rule: string
  readonly from: Day
  /** The last day; absent: until it is taken back. */
  readonly to?: Day
  /** The post that approved it. */
  readonly approvedBy: string
  readonly reason: string
}
