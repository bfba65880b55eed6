import type { Period } from '@guatu/kernel'
import type { FieldId, FieldValue } from '../facts/index.ts'

/** 未报 已报待审 退回 已接收 已冻结 */
export const RETURN_STATES = ['open', 'submitted', 'returned', 'accepted', 'frozen'] as const
export type ReturnStateName = (typeof RETURN_STATES)[number]

export const RETURN_ACTIONS = [
  'save',
  'submit',
  'withdraw',
  'pass',
  'return',
  'accept',
  'reopen',
  'freeze',
] as const
export type ReturnAction = (typeof RETURN_ACTIONS)[number]

/**
 * Where an actor stands to a return. `own`: reporter of its unit; `above`: reporter of a unit above it; `other`: reporter
 * of any other unit; `office`: the dispatcher; `reader`: who only reads; `closing`: the closing of the period itself.
 */
export const RETURN_SIDES = ['own', 'above', 'other', 'office', 'reader', 'closing'] as const
export type ReturnSide = (typeof RETURN_SIDES)[number]

/** The current state of one unit's return of one period, as its last move left it. */
export interface ReturnState {
  readonly unit: string
  readonly period: Period
  readonly state: ReturnStateName
  /** The unit whose turn it is; null: the dispatch office, or nobody any more. */
  readonly at: string | null
  readonly action: ReturnAction
  /** Why it was sent back or reopened. */
  readonly reasons: readonly ReturnReason[]
  /** Warnings let through, each with the reporter's reason. */
  readonly passed: readonly PassedWarning[]
  /** Projects that it holds figures of. */
  readonly rows: readonly string[]
  readonly cadences: readonly string[]
}

export interface ReturnReason {
  readonly project?: string
  readonly field?: FieldId
  readonly text: string
}

export interface PassedWarning {
  readonly check: string
  readonly project: string
  readonly field?: FieldId
  readonly reason: string
}

/** The figures of one project to be written. Absent: not reported; null takes back what was. */
export interface RowFigures {
  readonly project: string
  readonly figures: Readonly<Record<FieldId, FieldValue | null>>
}
