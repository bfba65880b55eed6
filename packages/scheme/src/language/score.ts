import { z } from 'zod'
import { cut, id, item, part, rateText, settingRef, text, unitKind } from './common.ts'

/** Points with at most two decimals. */
const points = z.number().min(-10_000).max(10_000).refine(isHundredths, 'points have at most two decimals')
function isHundredths(value: number): boolean {
  return Math.abs(value * 100 - Math.round(value * 100)) < 1e-6
}

/** Where a part takes its figure from: what is recorded for the subject and period, or an indicator of the unit. */
const input = z.union([
  z.strictObject({ given: id, as: z.enum(['rate', 'money', 'count', 'points', 'choice', 'yes-no']) }),
  z.strictObject({ indicator: id, value: id.optional() }),
  /** Projects of the unit that stand in that colour. */
  z.strictObject({ light: id, colour: id }),
])
export type ScoreInput = z.infer<typeof input>

const shared = { group: id.optional(), input, most: points.optional(), least: points.optional() }

/** `most` and `least` bound what one part gives. */
const scorePart = z.discriminatedUnion('kind', [
  /** Points × figure ÷ `full`; a figure over `full` gives no more unless `most` is higher. */
  part({ kind: z.literal('proportional'), ...shared, points, full: cut }),
  /** So many points for each; `taper` gives the first, the second, … and its last from there on (边际递减). */
  part({
    kind: z.literal('each'),
    ...shared,
    points: z.union([points, z.strictObject({ taper: z.array(points).min(1) })]),
  }),
  /**
   * For each whole `per` that the figure lies over or under `from`; a started one counts in proportion unless `whole`.
   * `base`: what it gives where nothing is over or under.
   */
  part({
    kind: z.literal('per'),
    ...shared,
    base: points.optional(),
    from: cut,
    side: z.enum(['over', 'under']),
    per: cut,
    points,
    whole: z.literal(true).optional(),
  }),
  /** The first band whose cut takes the figure; with a list of figures each is judged and they are added up. */
  part({
    kind: z.literal('bands'),
    ...shared,
    bands: z.array(z.strictObject({ below: cut.optional(), upTo: cut.optional(), points })).min(2),
  }),
  /** By what was recorded; a list is judged one by one. */
  part({ kind: z.literal('choice'), ...shared, choices: z.array(part({ points })).min(1) }),
  /** By place among the subjects, ties sharing the better place. */
  part({
    kind: z.literal('rank'),
    ...shared,
    order: z.enum(['high-first', 'low-first']),
    first: z.array(points).default([]),
    last: z.array(points).default([]),
  }),
  /** A person gives points inside the bounds that the plan sets; a list is judged one by one. */
  part({ kind: z.literal('assessed'), ...shared, from: points, to: points }),
])
export type ScorePart = z.infer<typeof scorePart>

/** A subject's points for a period: base, parts in groups, bounds, exemptions. */
export const score = z.strictObject({
  ...item,
  of: z.enum(['unit', 'project']),
  among: z.array(unitKind).default([]),
  per: z.enum(['month', 'quarter', 'half', 'year']),
  base: points.default(0),
  /** A group's points count by its weight, inside its bounds. */
  groups: z
    .array(
      part({
        weight: z.union([rateText, settingRef]).optional(),
        most: points.optional(),
        least: points.optional(),
      }),
    )
    .default([]),
  parts: z.array(scorePart).min(1),
  most: points.optional(),
  least: points.optional(),
  /** Who may free a subject from a part, with a reason. */
  exemptedBy: text.optional(),
})
export type Score = z.infer<typeof score>

/** Places of a public board: who is shown where. The first place that takes a subject has it. */
export const board = z.strictObject({
  ...item,
  ranks: z.union([
    z.strictObject({ score: id }),
    z.strictObject({ indicator: id, value: id.optional(), order: z.enum(['high-first', 'low-first']) }),
  ]),
  per: z.enum(['month', 'quarter', 'half', 'year']),
  places: z
    .array(
      part({
        /** Unit kinds that it takes and ranks among each other; all when empty. */
        among: z.array(unitKind).default([]),
        top: z.number().int().min(1).optional(),
        bottom: z.number().int().min(1).optional(),
        /** Only with a figure at least, over, or under, that. */
        atLeast: z.union([cut, settingRef]).optional(),
        above: z.union([cut, settingRef]).optional(),
        below: z.union([cut, settingRef]).optional(),
        of: input.optional(),
        /** What follows, in words. */
        leadsTo: text.optional(),
        leadsToEn: text.optional(),
      }),
    )
    .min(1),
})
export type PublicBoard = z.infer<typeof board>
