import type { Minor, Period } from '@guatu/kernel'
import type { FieldValue } from '../facts/index.ts'

/** `worse`, `better`: by severity; `other`: it began or ceased to be judged. */
export type Turn = 'worse' | 'better' | 'other'

/** What can be told of a project that it did not have before. */
export type Attribute = 'lead-unit' | 'owner-unit' | 'leader' | 'total-invest' | 'planned-completion'

/** One thing that differs, from → to; null where there was or is nothing. `entry`: the one that says so now. */
export type Change =
  | { readonly kind: 'joined' | 'left' }
  | { readonly kind: 'renamed'; readonly from: string; readonly to: string }
  | {
      readonly kind: 'light'
      /** `*`: over all lists; then there is no dimension and no rule. */
      readonly list: string
      readonly dimension: string | null
      readonly rule: string | null
      readonly from: string
      readonly to: string
      readonly turn: Turn
    }
  | {
      readonly kind: 'stage'
      readonly from: string | null
      readonly to: string | null
      readonly entry: number | null
    }
  | {
      readonly kind: 'investment'
      readonly from: Minor | null
      readonly to: Minor | null
      readonly by: Minor
      /** The two days lie in different years: the sum began again in January, `by` is all of the new year. */
      readonly newYear: boolean
      readonly entry: number | null
    }
  | {
      readonly kind: 'plan'
      readonly list: string
      readonly year: number | null
      readonly from: Minor | null
      readonly to: Minor | null
    }
  | {
      readonly kind: 'membership'
      readonly list: string
      readonly year: number | null
      readonly joined: boolean
    }
  | {
      readonly kind: 'reported'
      /** Its last reported period; back to an earlier one when a return was undone. */
      readonly from: Period | null
      readonly to: Period | null
    }
  | {
      readonly kind: 'figure'
      readonly field: string
      readonly from: FieldValue | null
      readonly to: FieldValue | null
      readonly entry: number | null
    }
  | {
      readonly kind: 'attribute'
      readonly attribute: Attribute
      readonly from: FieldValue | null
      readonly to: FieldValue | null
    }

/** Names under which changes are counted and filtered: lights by their turn, all others by their kind. */
export const CHANGE_TAGS = [
  'worse',
  'better',
  'stage',
  'investment',
  'reported',
  'joined',
  'left',
  'renamed',
  'membership',
  'plan',
  'light',
  'figure',
  'attribute',
] as const
export type ChangeTag = (typeof CHANGE_TAGS)[number]

export const tagOf = (change: Change): ChangeTag => {
  if (change.kind !== 'light') return change.kind
  return change.turn === 'other' ? 'light' : change.turn
}

/** All that differs about one project. */
export interface ProjectChange {
  readonly project: string
  readonly name: string
  readonly unitName: string
  /** Overall colour; null where it stands on no list of the year, so that no total counts it. */
  readonly overall: { readonly from: string | null; readonly to: string | null }
  readonly changes: readonly Change[]
}
