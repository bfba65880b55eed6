import type { Day, Minor, Period } from '@guatu/kernel'
import type { UnitFact } from '../facts/index.ts'
import type { Run } from '../term/index.ts'

/** What people recorded beside figures, as of a day. Plain data, any order. */
export interface Records {
  readonly visits: readonly Visit[]
  readonly clocks: readonly ClockRun[]
  readonly evidence: readonly Evidence[]
  readonly steps: readonly StepRun[]
  readonly deals: readonly Deal[]
  readonly money: readonly MoneyRecord[]
  readonly awards: readonly Award[]
  readonly matters: readonly Matter[]
  readonly published: readonly Publication[]
  readonly events: readonly ProjectEvent[]
  readonly scored: readonly ScoredFigures[]
}

/** 现场: someone of that role was there; of no project: at the jurisdiction's own business. */
export interface Visit {
  readonly role: string
  readonly on: Day
  readonly project?: string
}

/** One run of a duty's clock, for whatever it is about. */
export interface ClockRun extends Run {
  /** The duty whose clock it is; absent: whichever is asked. */
  readonly duty?: string
  readonly subject: string
}

/** What shows that a task was done or a document went out; `period` where it is handed in for one. */
export interface Evidence {
  readonly item: string
  readonly on: Day
  readonly period?: Period
}

/** 节点: a step of a project's formalities, from the day it was asked for. */
export interface StepRun extends Run {
  readonly project: string
  readonly step: string
}

/** 招商: what was agreed, and the day on which it reached each stage. */
export interface Deal {
  readonly id: string
  /** The funnel that it runs through; absent: whichever is asked. */
  readonly funnel?: string
  /** Chain, field or sector by which goals are counted. */
  readonly group?: string
  readonly amount?: Minor
  /** Funds arrived of what was signed. */
  readonly arrived?: Minor
  readonly reached: Readonly<Record<string, Day>>
  /** Given up. */
  readonly lost?: Day
}

/** 资金: one batch of money, what arrived, what was passed on and paid. */
export interface MoneyRecord {
  readonly id: string
  readonly source?: string
  /** Year of the batch. */
  readonly cohort?: number
  readonly unit?: string
  readonly list?: string
  readonly allocated?: Minor
  readonly arrived?: Paid
  readonly passedOn: readonly Paid[]
  readonly paid: readonly Paid[]
}

export interface Paid {
  readonly amount: Minor
  readonly on: Day
}

/** What earns a unit a grant. */
export interface Award {
  /** The rule under which it is given. */
  readonly grant: string
  readonly unit: string
  readonly on: Day
}

/** A matter under a ladder of actions: raised, answered step by step, mended. */
export interface Matter {
  /** The ladder that it is under; absent: whichever is asked. */
  readonly ladder?: string
  readonly subject: string
  readonly raised: Day
  /** How many times running it was raised. */
  readonly occurrence: number
  /** Step → the day on which the other side answered. */
  readonly answered: Readonly<Record<string, Day>>
  readonly mended?: Day
}

export interface Publication {
  readonly project: string
  readonly piece: string
  readonly on: Day
}

/** From which a publication counts: `approved`, `contract-signed`. */
export interface ProjectEvent {
  readonly project: string
  readonly event: string
  readonly on: Day
}

export type ScoredValue = number | string | boolean
/** Figures recorded for a score of one subject and period; a list has one for each thing that counts. */
export interface ScoredFigures {
  readonly subject: string
  readonly kind?: UnitFact['kind']
  readonly period: Period
  readonly given: Readonly<Record<string, ScoredValue | readonly ScoredValue[]>>
  /** Parts of the score from which the subject was freed. */
  readonly exempt: readonly string[]
}

export const NO_RECORDS: Records = {
  visits: [],
  clocks: [],
  evidence: [],
  steps: [],
  deals: [],
  money: [],
  awards: [],
  matters: [],
  published: [],
  events: [],
  scored: [],
}
