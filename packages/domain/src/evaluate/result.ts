import type { Day, Minor, Period, Rate } from '@guatu/kernel'
import type { FieldValue } from '../facts/index.ts'

/** What `evaluate` answers: plain data, sorted, the same for the same facts whatever their order. */
export interface Evaluation {
  readonly scheme: string
  readonly jurisdiction: string
  readonly asOf: Day
  readonly indicators: readonly IndicatorValue[]
  readonly targets: readonly TargetValue[]
  readonly lights: readonly LightValue[]
  readonly overall: readonly OverallLight[]
  readonly actions: readonly ActionDue[]
  readonly scores: readonly never[]
  /** Only where the plan judges units. */
  readonly unitLights?: readonly UnitLight[]
  readonly unitActions?: readonly UnitAction[]
}

/** Over which projects a figure runs: `jurisdiction`, `list:own-batches`, `list:own-batches/new`, `unit:housing`. */
export type ScopeKey = string

/** Rates and ratios carry numerator and denominator; sums and counts have denominator null. */
export interface IndicatorValue {
  readonly id: string
  readonly scope: ScopeKey
  readonly numerator: number | null
  readonly denominator: number | null
  /** Decimal text: percent with one decimal for ratios, the integer for sums and counts; null where there is none. */
  readonly value: string | null
  readonly unit: 'percent' | 'minor' | 'count'
  readonly caliber: 'dispatch' | 'statistics'
  /** Reported indicators: the period that the figure is for. */
  readonly period?: Period
  /** Reported indicators: seq of the entry; project figures list theirs on the project. */
  readonly source?: number
}

export type TargetState =
  | 'stretch-met'
  | 'floor-met'
  | 'short'
  /** Nobody reported the figure, or the denominator is 0. */
  | 'unreported'

export interface TargetValue {
  readonly id: string
  readonly indicator: string
  readonly scope: ScopeKey
  readonly clause?: string
  readonly caliber: 'dispatch' | 'statistics'
  readonly due: Day
  /** One for each value the target names; all must hold. */
  readonly parts: readonly TargetPart[]
  /** The worst of its parts. Before `due` it says where things stand, not that it failed. */
  readonly state: TargetState
  readonly overdue: boolean
}

export interface TargetPart {
  readonly name: string
  readonly unit: 'percent' | 'minor' | 'count'
  /** Exact: money and counts over 1, rates as fractions; null where unreported. */
  readonly actual: Rate | null
  readonly floor: Rate | null
  readonly stretch: Rate | null
  /** What the plan curve asks by the as-of date; null where the target has no course. */
  readonly toDate: Rate | null
  readonly state: TargetState
}

export interface LightValue {
  readonly project: string
  readonly list: string
  readonly dimension: string
  /** Colour id of the scheme, or `none` ○ with its reason. */
  readonly colour: string
  readonly severity: number
  /** Light id in the scheme. */
  readonly rule: string
  readonly clause?: string
  readonly because: readonly Input[]
  readonly reason: LightReason
}

/** One figure that the judgement used; the colour follows from these alone. */
export interface Input {
  readonly name: string
  readonly type: 'money' | 'integer' | 'rate' | 'day' | 'text' | 'stage'
  readonly value: FieldValue | null
  /** What it is: a return's figure, a plan, an attribute, a day of the rule, the as-of date … */
  readonly from:
    | 'return'
    | 'plan'
    | 'attribute'
    | 'rule'
    | 'as-of'
    /** How the same rule judged the end of an earlier period. */
    | 'judged'
    /** An approved exemption. */
    | 'approval'
    /** What a unit reported of itself, and what is summed from projects. */
    | 'reported'
    | 'sums'
  readonly period?: Period
  /** Seq of the entry that holds it. */
  readonly entry?: number
  /** Which curve made a plan to date. */
  readonly curve?: 'own-months' | 'list-curve' | 'linear'
}

export type NoLight =
  | 'not-reported'
  | 'plan-to-date-zero'
  | 'no-plan'
  | 'not-due'
  | 'out-of-season'
  | 'no-baseline'
  | 'withdrawn'
  | 'exempted'

export interface LightReason {
  /** The measured value: a fraction for rates and points, days over 1; null with `none`, and where no measure decided. */
  readonly value: Rate | null
  readonly unit: 'percent' | 'points' | 'days' | 'working-days' | 'months' | 'minor' | 'count'
  readonly none?: NoLight
  /** Index of the band or row, its cuts as fractions, and which side owns each edge. */
  readonly band?: number
  readonly over?: Edge
  readonly under?: Edge
  readonly unstated?: true
  /** Of rows: what each measure of the rows up to the one that holds came to. */
  readonly tests?: readonly TestResult[]
  /** Closed periods in a row, the last one first, that ended so; what it was before they counted. */
  readonly streak?: {
    readonly from: string
    readonly becomes?: string
    readonly periods: readonly { readonly period: Period; readonly colour: string }[]
    /** Index among the light's streaks. */
    readonly rule: number
  }
  /** The colour that an approved exemption excused. */
  readonly exempted?: string
  /** What would turn it to the least severe colour: the input to change and the value it must reach. */
  readonly green?: {
    readonly input: string
    readonly type: Input['type']
    readonly value: FieldValue
    readonly reach: 'at-least' | 'at-most'
  }
}

/** One measure of a condition: its value against the range that was asked. */
export interface TestResult {
  /** Names of the inputs. */
  readonly of: readonly string[]
  readonly value: Rate | null
  readonly unit: LightReason['unit']
  readonly over?: Edge
  readonly under?: Edge
  /** Null where nobody can say. */
  readonly holds: boolean | null
  readonly none?: NoLight
}

/** A cut of a band: `owns` tells whether the value equal to the cut belongs to this band. */
export interface Edge {
  readonly cut: Rate
  readonly owns: boolean
  /** The setting it came from, if any. */
  readonly setting?: string
}

/** The worst light of one project on one list, and over all lists (`list` `*`): a project counts once. */
export interface OverallLight {
  readonly project: string
  readonly list: string
  readonly colour: string
  readonly severity: number
  readonly rule: string | null
}

export interface ActionDue {
  readonly action: string
  readonly project: string
  readonly list: string
  readonly unit: string | null
  readonly rule: string
  readonly clause?: string
  readonly confirm: string
  readonly colour: string
  /** Who does it and with whom, where the plan says. */
  readonly by?: { readonly name: string; readonly nameEn: string }
  readonly on?: 'project-head'
}

/** A light of a unit, or of the whole jurisdiction (`unit` null). */
export interface UnitLight extends Omit<LightValue, 'project' | 'list'> {
  readonly unit: string | null
}

export interface UnitAction extends Omit<ActionDue, 'project' | 'list' | 'on'> {}

/** How one cell of the matrix and every total is summed: integers only, so that one project can be swapped. */
export interface Sums {
  readonly projects: number
  readonly started: number
  readonly annualPlan: Minor
  readonly planToDate: Minor
  readonly invested: Minor
  readonly reported: number
}
