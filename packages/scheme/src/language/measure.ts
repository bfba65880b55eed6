import { z } from 'zod'
import { id, periodKind, unitKinds } from './common.ts'

/** Of which units a figure is, or among which a rank is told. */
const among = z.union([unitKinds, z.strictObject({ units: z.array(id).min(2) })])

/**
 * What a unit's own figure is: an indicator's value for the unit, for the whole jurisdiction, what a target asks, or
 * the place among its like. `before`: as it stood at the end of the period before the last that closed.
 */
const unitQuantity = [
  z.strictObject({
    indicator: id,
    /** Of a reported indicator: which of its values. */
    value: id.optional(),
    /** Of an indicator from projects: over one list. */
    list: id.optional(),
    over: z.literal('jurisdiction').optional(),
    before: periodKind.optional(),
  }),
  z.strictObject({
    target: id,
    value: id.default('value'),
    end: z.enum(['floor', 'stretch', 'to-date']),
  }),
  z.strictObject({
    rank: id,
    value: id.optional(),
    list: id.optional(),
    among,
    /** Where 1 stands: the largest value, or the smallest. Equal values share the better place. */
    from: z.enum(['largest', 'smallest']),
    before: periodKind.optional(),
  }),
] as const

/**
 * A figure of one project: a field of its latest return, a figure of its plan, an attribute, the first figure it
 * ever reported, or a fixed day of the plan year; or as it stood when the period before closed, and what the last
 * closed period added to it. Lights of units have figures of their own.
 */
export const quantity = z.union([
  id,
  z.strictObject({ first: id }),
  z.strictObject({ dayOfYear: z.string().regex(/^\d{2}-\d{2}$/) }),
  z.strictObject({ before: id, every: periodKind }),
  z.strictObject({ within: id, every: periodKind }),
  ...unitQuantity,
])
export type Quantity = z.infer<typeof quantity>
export type UnitQuantity = Extract<Quantity, { indicator: string } | { target: string } | { rank: string }>

export const measure = z.discriminatedUnion('kind', [
  /** of / to */
  z.strictObject({ kind: z.literal('ratio'), of: quantity, to: quantity }),
  /** of / base - to / base, in points */
  z.strictObject({ kind: z.literal('gap'), of: quantity, to: quantity, base: quantity }),
  /** (of - from) / from */
  z.strictObject({ kind: z.literal('growth'), of: quantity, from: quantity }),
  /** Days past `due` while `done` is not there; 0 once it is done. Before and on `due` itself nothing is late. */
  z.strictObject({ kind: z.literal('days-late'), done: quantity, due: quantity }),
  z.strictObject({ kind: z.literal('working-days-late'), done: quantity, due: quantity }),
  /**
   * `day`: whole months past `due` and the days left over; `month`: month ends that have passed since, that of the due
   * month included.
   */
  z.strictObject({
    kind: z.literal('months-late'),
    done: quantity,
    due: quantity,
    by: z.enum(['day', 'month']).default('day'),
  }),
  /** Days from one day to another. */
  z.strictObject({ kind: z.literal('slip'), of: quantity, from: quantity }),
  /** The figure itself: money, a count or a rate. */
  z.strictObject({ kind: z.literal('value'), of: quantity }),
  /** of - from: money, a count, or points between two rates. */
  z.strictObject({ kind: z.literal('difference'), of: quantity, from: quantity }),
])
export type Measure = z.infer<typeof measure>

/** The quantities that a measure reads, the one that those responsible can change first. */
export function quantitiesOf(measure: Measure): Quantity[] {
  switch (measure.kind) {
    case 'ratio':
      return [measure.of, measure.to]
    case 'gap':
      return [measure.of, measure.to, measure.base]
    case 'growth':
    case 'slip':
    case 'difference':
      return [measure.of, measure.from]
    case 'value':
      return [measure.of]
    default:
      return [measure.done, measure.due]
  }
}

const DAYS: ReadonlySet<Measure['kind']> = new Set([
  'days-late',
  'working-days-late',
  'months-late',
  'slip',
] as const)
/** Whether a measure reads days; the others read numbers. */
export const readsDays = ({ kind }: Measure) => DAYS.has(kind)
export const isLateness = (measure: Measure) => 'done' in measure
