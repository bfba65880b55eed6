import { z } from 'zod'
import { day, id, item, natures, rateText } from './common.ts'
import { filter } from './filter.ts'

/** How a year's plan is spread where a project has no months of its own. */
const curve = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('linear') }),
  /** Relative weights of the four quarters, even inside a quarter. */
  z.strictObject({ kind: z.literal('quarters'), weights: z.array(z.number().int().min(0)).length(4) }),
  /** Relative weights of the twelve months. */
  z.strictObject({ kind: z.literal('months'), weights: z.array(z.number().int().min(0)).length(12) }),
  /**
   * What share of the year's plan is due by the end of a month, month → `60%`: even between two given months. The last
   * may pass 100 % where the list asks for more than its plan; after it nothing more is due.
   */
  z.strictObject({
    kind: z.literal('cumulative'),
    months: z
      .record(z.string().regex(/^([1-9]|1[0-2])$/), rateText)
      .refine(months => Object.keys(months).length > 0, 'at least one month'),
  }),
])
export type Curve = z.infer<typeof curve>

/** A number that the plan prints about a list. It is compared with what the library holds, never used in its place. */
export const statement = z.strictObject({
  of: z.enum(['projects', 'annual-plan', 'total-invest', 'planned-starts', 'invest-ytd']),
  where: filter.default({}),
  /** A group that the plan calls by a name which no figure knows: whether the others hold it is not said. */
  called: z.string().trim().min(1).optional(),
  /** The day on which the number was so, where it says how things stood; absent: it says what is planned. */
  asOf: day.optional(),
  /** The plan year that it speaks of, where the plan has several. */
  year: z.number().int().optional(),
  /** One plain quarter of the plan year; the whole year when absent. */
  quarter: z.number().int().min(1).max(4).optional(),
  value: z.union([z.number().int(), z.string()]),
})

export const list = z.strictObject({
  ...item,
  /** Absent: the list is not drawn up by year. */
  year: z.number().int().optional(),
  /** Projects that the plan names. */
  named: z.array(z.string().trim().min(1)).default([]),
  /** It names every one of them, not some as examples. */
  namedInFull: z.literal(true).optional(),
  /** Lists that may hold the same projects. */
  overlaps: z.array(id).min(1).optional(),
  curve: curve.default({ kind: 'linear' }),
  /** Curves of projects of one nature, where they run otherwise than the list. */
  natureCurves: z.partialRecord(natures.element, curve).optional(),
  states: z.array(statement).default([]),
})
export type Statement = z.infer<typeof statement>
export type ListItem = z.infer<typeof list>
