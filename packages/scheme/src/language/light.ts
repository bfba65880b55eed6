import { z } from 'zod'
import { id, item, periodKind, posts, settingRef, text, unitKinds } from './common.ts'
import { condition, leafQuantities, leavesOf } from './condition.ts'
import { filter } from './filter.ts'
import { limit } from './limit.ts'
import { type Measure, measure, type Quantity, quantitiesOf } from './measure.ts'

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

/** The first row whose condition holds gives the colour; the last has none. */
const row = z.strictObject({
  when: condition.optional(),
  colour: z.union([id, settingRef]),
  unstated: z.literal(true).optional(),
})
export type Row = z.infer<typeof row>

const consequence = z.strictObject({
  action: z.enum(['remind', 'listed-supervision', 'supervise', 'talk', 'criticise', 'replace', 'replan']),
  /** Of a unit's own light `responsible-unit` is the unit. */
  on: z.enum(['responsible-unit', 'owner-unit', 'project-head']),
  /** Who does it, as the plan names them. */
  by: z.strictObject({ name: text, nameEn: text }).optional(),
  /** Nothing is issued by itself: this post confirms it. */
  confirm: posts,
})
export type Consequence = z.infer<typeof consequence>

/** So many closed periods in a row ended with that colour, as corrected by now. */
const streak = z.strictObject({
  colour: id,
  /** Colours of more severity count too. */
  orWorse: z.literal(true).optional(),
  periods: z.number().int().min(2).max(36),
  every: periodKind.exclude(['day']).default('month'),
  /** Periods that ended with ○ end a streak, or are passed over. */
  skips: z.enum(['end', 'pass']).default('end'),
  becomes: id.optional(),
  /** In place of what the colour leads to. */
  leadsTo: consequence.optional(),
})
export type Streak = z.infer<typeof streak>

export const light = z
  .strictObject({
    ...item,
    dimension: id,
    /** Whom it judges; a project on a list when absent. */
    of: z.enum(['unit', 'jurisdiction']).optional(),
    /** Which units a light of units judges; all when absent. */
    units: z.strictObject({ kind: unitKinds.optional(), only: z.array(id).min(1).optional() }).optional(),
    /** Lists it judges; all when empty. */
    lists: z.array(id).default([]),
    where: filter.default({}),
    /** One measure with its bands, or rows of conditions. */
    measure: measure.optional(),
    bands: z.array(band).default([]),
    rows: z.array(row).min(1).optional(),
    /** Judged inside the season only; a setting of type season. */
    during: settingRef.optional(),
    streak: z.array(streak).default([]),
    /** An approved exemption (正当理由) in force gives that colour, or `none`, in place of a worse one. */
    exempt: z.strictObject({ approvedBy: posts, colour: id }).optional(),
    leadsTo: z.record(id, consequence).default({}),
  })
  .refine(
    ({ measure, bands, rows }) => (rows === undefined) === (measure !== undefined && bands.length > 0),
    'give `measure` with `bands`, or `rows`',
  )
  .refine(
    ({ measure, bands, rows }) => rows === undefined || (measure === undefined && bands.length === 0),
    '`rows` stand in place of `measure` and `bands`',
  )
export type Light = z.infer<typeof light>

/** Every measure of a light, in order. */
export const measuresOf = ({ measure, rows }: Light): Measure[] =>
  measure ? [measure] : leavesOfLight(rows).flatMap(leaf => ('measure' in leaf ? [leaf.measure] : []))

/** Every quantity that a light reads, in order; of rows some may stand twice. */
export const quantitiesOfLight = ({ measure, rows }: Light): Quantity[] =>
  measure ? quantitiesOf(measure) : leavesOfLight(rows).flatMap(leaf => leafQuantities(leaf, quantitiesOf))

const leavesOfLight = (rows: Light['rows']) =>
  (rows ?? []).flatMap(({ when }) => (when ? leavesOf(when) : []))
