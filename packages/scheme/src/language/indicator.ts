import { z } from 'zod'
import { id, item } from './common.ts'
import { filter } from './filter.ts'

/**
 * A sum or count over the projects of a scope. Sums take a field of the return, a figure of the plan, or of each
 * project the first figure that it ever reported.
 */
export const aggregate = z.union([
  z.strictObject({ count: z.literal('projects'), where: filter.default({}) }),
  z.strictObject({ sum: z.union([id, z.strictObject({ first: id })]), where: filter.default({}) }),
])
export type Aggregate = z.infer<typeof aggregate>

const caliber = z.enum(['dispatch', 'statistics'])

export const indicator = z.union([
  z.strictObject({
    ...item,
    origin: z.literal('from-projects'),
    caliber,
    shape: z.literal('ratio'),
    numerator: aggregate,
    denominator: aggregate,
  }),
  z.strictObject({
    ...item,
    origin: z.literal('from-projects'),
    caliber,
    shape: z.enum(['sum', 'count']),
    of: aggregate,
  }),
  /** One unit's own figure for a period; never replaced by a sum over projects. */
  z.strictObject({
    ...item,
    origin: z.literal('reported'),
    caliber,
    values: z.record(id, z.enum(['money', 'rate', 'count'])),
    /** The reported indicator whose figure this is over another span or scope. */
    variantOf: id.optional(),
    /** This is the share of one reported indicator in another. */
    shareOf: z.strictObject({ part: id, whole: id }).optional(),
  }),
])
export type Indicator = z.infer<typeof indicator>
