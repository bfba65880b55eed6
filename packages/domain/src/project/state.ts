import { compareText, type Day, type Period, periodSpan, yearOf } from '@guatu/kernel'
import {
  COMMON_FIELDS,
  type ExemptionFact,
  type FieldId,
  type FieldShape,
  type FieldValue,
  type MembershipFact,
  type ProjectFact,
  type ReturnFact,
  type Stage,
} from '../facts/index.ts'

/** One project as it stands on the as-of date. */
export interface ProjectState {
  readonly project: ProjectFact
  readonly memberships: readonly MembershipFact[]
  /** Latest figure of each field, and of each the first ever reported. */
  readonly latest: ReadonlyMap<FieldId, Figure>
  readonly first: ReadonlyMap<FieldId, Figure>
}

/** As much of a state as a judgement asks for. */
export interface AskedState extends Pick<ProjectState, 'project' | 'memberships'> {
  readonly latest: Pick<ProjectState['latest'], 'get'>
  readonly first: Pick<ProjectState['first'], 'get'>
  /** As it stood on an earlier day, as corrected by now. */
  readonly at?: (day: Day) => AskedState
  readonly exemptions?: readonly ExemptionFact[]
}

export interface Figure {
  readonly value: FieldValue
  readonly period: Period
  readonly entry?: number
}

const STARTED: ReadonlySet<FieldValue> = new Set<Stage>(['started', 'completed', 'operating'])
/** Started or resumed (开复工): work is going on or done; a paused project has not resumed. */
export const isStarted = (stage: FieldValue | undefined) => stage !== undefined && STARTED.has(stage)

const BEFORE_START: ReadonlySet<FieldValue> = new Set<Stage>(['plan', 'reserve', 'prepare'])
export const isBeforeStart = (stage: FieldValue | undefined) => stage !== undefined && BEFORE_START.has(stage)

/** Shapes of all fields that may be reported: the common ones and the scheme's own. */
export type FieldShapes = ReadonlyMap<FieldId, Pick<FieldShape, 'type' | 'accrues'>>

export function fieldShapes(
  declared: readonly {
    readonly id: FieldId
    readonly type: FieldShape['type']
    readonly accrues: FieldShape['accrues']
  }[],
): FieldShapes {
  const shapes = new Map<FieldId, Pick<FieldShape, 'type' | 'accrues'>>(Object.entries(COMMON_FIELDS))
  for (const field of declared) shapes.set(field.id, field)
  return shapes
}

/** Returns of periods that ended by the as-of date, taken in time order whatever order they come in. */
export function projectState(
  project: ProjectFact,
  memberships: readonly MembershipFact[],
  returns: readonly ReturnFact[],
  shapes: FieldShapes,
  asOf: Day,
): ProjectState {
  const latest = new Map<FieldId, Figure>()
  const first = new Map<FieldId, Figure>()
  /** The day of the start is not reported but taken from the period whose return first says started. */
  let supposed = false
  for (const { one, end } of endedReturns(returns, asOf)) {
    const ofYear = yearOf(end) === yearOf(asOf)
    for (const [field, value] of Object.entries(one.figures)) {
      const figure = { value, period: one.period, entry: one.sources?.[field] }
      if (!first.has(field)) first.set(field, figure)
      if (!ofYear && shapes.get(field)?.accrues === 'year') continue
      latest.set(field, figure)
    }
    const stage = one.figures.stage
    if (one.figures['started-on'] !== undefined) supposed = false
    if (isStarted(stage) && !latest.has('started-on')) {
      latest.set('started-on', { value: end, period: one.period, entry: one.sources?.stage })
      supposed = true
    }
    if (supposed && isBeforeStart(stage)) {
      latest.delete('started-on')
      supposed = false
    }
  }
  return { project, memberships, latest, first }
}

/** The state with those of earlier days, for rules that look back; each is made when it is asked for. */
export function stateLookingBack(
  project: ProjectFact,
  memberships: readonly MembershipFact[],
  returns: readonly ReturnFact[],
  shapes: FieldShapes,
  asOf: Day,
  exemptions?: readonly ExemptionFact[],
): AskedState & ProjectState {
  const state = projectState(project, memberships, returns, shapes, asOf)
  const at = (day: Day) => stateLookingBack(project, memberships, returns, shapes, day, exemptions)
  return { ...state, at, exemptions }
}

/** Returns of periods that ended by the as-of date, in time order; of two that end on one day the order of names decides. */
export function endedReturns(returns: readonly ReturnFact[], asOf: Day): { one: ReturnFact; end: Day }[] {
  return returns
    .map(one => ({ one, end: periodSpan(one.period).end }))
    .filter(({ end }) => end <= asOf)
    .sort((a, b) => compareText(a.end, b.end) || compareText(a.one.period, b.one.period))
}
