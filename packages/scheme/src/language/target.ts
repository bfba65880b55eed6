import { z } from 'zod'
import { dated, id, item, natures, settingRef } from './common.ts'

/** Value name → text: `value` for an indicator from projects, the indicator's own value names for a reported one. */
const values = z.record(id, z.string())

/**
 * What a target's one value stands against, where the plan gives no number of its own. `ratio`: so much of the base;
 * `growth`: so much more than it; `points`: so many percentage points above it; `yearly-growth`: that much more in each
 * year since the base, compounded. Values of such a target are rates.
 */
const base = z.strictObject({
  /** A setting of type choice among these where the plan leaves it open. */
  as: z.union([z.enum(['ratio', 'growth', 'points', 'yearly-growth']), settingRef]),
  of: z.union([
    /** A figure that a unit reported, the latest of that year: an external figure, or an earlier one of our own. */
    z.strictObject({
      reported: id,
      value: id,
      year: z.union([z.literal('same'), z.literal('last'), z.number().int()]),
    }),
    /** What another target asks. */
    z.strictObject({
      target: id,
      value: id,
      end: z.union([z.enum(['floor', 'stretch']), settingRef]),
    }),
  ]),
})
export type Base = z.infer<typeof base>

export const target = z.strictObject({
  ...item,
  /** An indicator; a setting of type choice among indicators where the plan leaves open what is measured. */
  indicator: z.union([id, settingRef]),
  scope: z.strictObject({
    /** Absent: the whole jurisdiction. */
    list: id.optional(),
    nature: natures.optional(),
  }),
  /** By when it must be met: `year-end`, `MM-DD` in the plan year, each quarter's end, or one day YYYY-MM-DD. */
  due: z.string().regex(/^(year-end|quarter-ends|construction-season-end|\d{2}-\d{2}|\d{4}-\d{2}-\d{2})$/),
  /** `plan`: reported amounts or counts of all the plan's years so far, added up. */
  over: z.enum(['year', 'plan']).default('year'),
  /** 确保 */
  floor: dated(values).optional(),
  /** 力争 */
  stretch: dated(values).optional(),
  /** Amounts or rates of each quarter by itself, first quarter first. */
  quarters: dated(z.array(z.string()).length(4)).optional(),
  /** Plan year → the amount or rate of that year by itself. */
  years: dated(z.record(z.string().regex(/^\d{4}$/), z.string())).optional(),
  base: base.optional(),
  /** 超过: more than the value; the value itself falls short. */
  exceeds: z.literal(true).optional(),
  /** The target whose amount this one is part of: the parts never exceed the whole. */
  partOf: id.optional(),
  /** How many parts the plan says it has, named or not. */
  partCount: z.number().int().min(2).optional(),
  /** Whose money it is about, and of which year's batch. */
  funds: z.strictObject({ source: id, year: z.number().int() }).optional(),
  /** Asked only while this setting, a choice of `holds` and `lapsed`, holds. */
  provided: settingRef.optional(),
})
export type Target = z.infer<typeof target>
