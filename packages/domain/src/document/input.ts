import type { Day, Period, WorkingCalendar } from '@guatu/kernel'
import type { Evaluation, Running } from '../evaluate/index.ts'
import type { Facts } from '../facts/index.ts'

/** What documents are made from: one evaluation, the facts it judged, and what is known of returns and corrections. */
export interface DocumentInput {
  readonly running: Running
  readonly evaluation: Evaluation
  readonly facts: Facts
  readonly calendar: WorkingCalendar
  readonly seq: number
  readonly hash: string
  /** The evaluation at the end of the period before: what was done since. Absent: columns of change are left out. */
  readonly before?: Running
  /** Absent: what is late is read from the cadences, as long as no returns are kept. */
  readonly returns?: readonly UnitReturns[]
  /** Approved since the last closing. */
  readonly corrections?: readonly CorrectionNote[]
  /** Its period is closed: no watermark any more. */
  readonly frozen?: boolean
  /** Given when it is issued. */
  readonly issue?: IssueWords
}

export interface IssueWords {
  /** `柞发改〔2020〕12号`; absent where the kind goes without one. */
  readonly number?: string
  readonly date: Day
  readonly to?: string
  readonly copyTo?: string
}

/** Returns of one unit that fell due in the document's period. */
export interface UnitReturns {
  readonly name: string
  readonly asked: number
  readonly onTime: number
  readonly late: number
  readonly missing: number
}

/** One figure of a closed period that was put right since. */
export interface CorrectionNote {
  readonly project: string
  readonly period: Period
  /** The figure's name, with its unit. */
  readonly figure: string
  readonly from: string
  readonly to: string
  readonly reason: string
  readonly approvedBy: string
}
