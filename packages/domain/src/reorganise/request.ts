import type { Day, Minor } from '@guatu/kernel'
import type { FieldId } from '../facts/index.ts'

/** One change of the units or projects that the plan hangs on. New ids are given by whoever asks. */
export type Reorganisation = UnitChange | ProjectChange

export type UnitChange =
  | (Dated & { readonly kind: 'rename-unit'; readonly unit: string; readonly name: string })
  /** `parent` null: to the top. */
  | (Dated & { readonly kind: 'move-unit'; readonly unit: string; readonly parent: string | null })
  | (Dated & { readonly kind: 'merge-units'; readonly unit: string; readonly into: string })
  | (Dated & {
      readonly kind: 'split-unit'
      readonly unit: string
      readonly newId: string
      readonly name: string
      /** Projects and posts that go to the new unit. */
      readonly projects: readonly string[]
      readonly posts: readonly string[]
    })

export type ProjectChange =
  | (Dated & { readonly kind: 'rename-project'; readonly project: string; readonly name: string })
  | MergeProjects
  | SplitProject

export type MergeProjects = Dated & {
  readonly kind: 'merge-projects'
  readonly project: string
  readonly into: string
  /** What the project that goes on reports for the period of the day, the other's figures included. */
  readonly figures: MoneyFigures
}

export type SplitProject = Dated & {
  readonly kind: 'split-project'
  readonly project: string
  readonly newId: string
  readonly name: string
  /** The new project's part of the plan on each list; on a list that is not named it does not stand. */
  readonly plans: readonly PlanPart[]
  readonly totalInvest?: Minor
  /** The new project's part of what was reported; the rest stays. */
  readonly figures: MoneyFigures
}

export interface PlanPart {
  readonly list: string
  readonly year?: number
  readonly annualPlan: Minor
}

export type MoneyFigures = Readonly<Record<FieldId, Minor>>

interface Dated {
  /** First day on which it holds. */
  readonly day: Day
  readonly reason: string
}
