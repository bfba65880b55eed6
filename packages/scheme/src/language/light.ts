import { z } from 'zod'
import { filter, id, item, settingRef } from './common.ts'

/**
 * A figure of one project: a field of its latest return, a figure of its plan, an attribute, the first figure it
 * ever reported, or a fixed day of the plan year.
 */
export const quantity = z.union([
  id,
  z.strictObject({ first: id }),
  z.strictObject({ dayOfYear: z.string().regex(/^\d{2}-\d{2}$/) }),
])
export type Quantity = z.infer<typeof quantity>

export const measure = z.discriminatedUnion('kind', [
  /** of / to */
  z.strictObject({ kind: z.literal('ratio'), of: quantity, to: quantity }),
  /** of / base - to / base, in points */
  z.strictObject({ kind: z.literal('gap'), of: quantity, to: quantity, base: quantity }),
  /** (of - from) / from */
  z.strictObject({ kind: z.literal('growth'), of: quantity, from: quantity }),
  /** Days past `due` while `done` is not there; 0 once it is done. Before and on `due` itself nothing is late. */
  z.strictObject({ kind: z.literal('days-late'), done: quantity, due: quantity }),
  /** Days from one day to another. */
  z.strictObject({ kind: z.literal('slip'), of: quantity, from: quantity }),
])
export type Measure = z.infer<typeof measure>

/** `65%`, `10pp`, `30d`, or a setting that holds one. */
export const limit = z.union([z.string().regex(/^-?\d+(\.\d+)?(%|pp|d)$/), settingRef])
export type Limit = z.infer<typeof limit>

/** Ordered from the lowest value up: the first band whose cut takes the value gives the colour; the last has no cut. */
export const band = z.strictObject({
  /** The cut itself belongs to the next band. */
  below: limit.optional(),
  /** The cut itself belongs to this band. */
  upTo: limit.optional(),
  colour: z.union([id, settingRef]),
  /** The plan leaves this band open; its colour is a reading. */
  unstated: z.literal(true).optional(),
})
export type Band = z.infer<typeof band>

const consequence = z.strictObject({
  action: z.enum(['remind', 'listed-supervision', 'supervise', 'talk', 'criticise', 'replace', 'replan']),
  on: z.enum(['responsible-unit', 'owner-unit']),
  /** Nothing is issued by itself: this post confirms it. */
  confirm: z.enum(['dispatcher', 'inspector', 'leader']),
})

export const light = z.strictObject({
  ...item,
  dimension: id,
  /** Lists it judges; all when empty. */
  lists: z.array(id).default([]),
  where: filter.default({}),
  measure,
  /** Judged inside the season only; a setting of type season. */
  during: settingRef.optional(),
  bands: z.array(band).min(1),
  leadsTo: z.record(id, consequence).default({}),
})
export type Light = z.infer<typeof light>
