import type { Day, Period } from '@guatu/kernel'
import type {
  ExemptionFact,
  FieldId,
  FieldValue,
  MembershipFact,
  ProjectFact,
  ReportedFact,
  UnitFact,
} from '../facts/index.ts'
import type { PlanColumns } from './plans.ts'

/**
 * `Facts` with figures in columns: what many projects have in common stands together, so that a plan's rules run over
 * all of them without an object for each return. Rows of one project lie together, in time order.
 */
export interface Columns {
  readonly jurisdiction: string
  readonly settings: Readonly<Record<string, string>>
  readonly reported: readonly ReportedFact[]
  readonly units: readonly UnitFact[]
  /** Of some projects. */
  readonly exemptions?: ReadonlyMap<string, readonly ExemptionFact[]>
  readonly projects: readonly ProjectFact[]
  /** Of each project. */
  readonly memberships: readonly (readonly MembershipFact[])[]
  readonly plans: PlanColumns
  readonly returns: ReturnColumns
}

export interface ReturnColumns {
  /** Rows of project `p`: `from[p]` up to but not including `from[p + 1]`. */
  readonly from: Int32Array
  /** In time order; of two that end on one day the order of names decides. */
  readonly periods: readonly PeriodEnd[]
  /** Of each row, the index of its period. */
  readonly period: Int32Array
  readonly fields: ReadonlyMap<FieldId, FieldColumn>
  /** Of each row, the seq of the entry that holds the field, NaN where it is not known. */
  readonly sources: ReadonlyMap<FieldId, Float64Array>
}

export interface PeriodEnd {
  readonly period: Period
  readonly end: Day
}

/** Numbers as they are, NaN where the row has none; or indexes into `words`, -1 where the row has none. */
export type FieldColumn =
  | { readonly words?: undefined; readonly values: Float64Array }
  | { readonly words: readonly FieldValue[]; readonly values: Int32Array }

/** The figure of a row; undefined where the row has none. */
export function figureAt(column: FieldColumn, row: number): FieldValue | undefined {
  const value = column.values[row]
  if (value === undefined) return undefined
  if (column.words) return column.words[value]
  return Number.isNaN(value) ? undefined : value
}
