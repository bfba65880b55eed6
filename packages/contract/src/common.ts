import { isDay, periodKind } from '@guatu/kernel'
import { z } from 'zod'

export const day = z.string().refine(isDay, { error: 'day' }).meta({ description: 'YYYY-MM-DD' })
export const period = z
  .string()
  .refine(text => periodKind(text) !== undefined, { error: 'period' })
  .meta({
    description: 'A reporting period: 2023, 2023-H1, 2023-Q2, 2023-05, 2023-05-T3, 2023-W21, 2023-05-31',
  })

/** Money and counts as safe integers; money in minor units of the scheme's currency. */
export const integer = z.number().int()
export const rate = z.object({ n: integer, d: integer })
export const figure = z.union([integer, z.string()])

/** Chosen by the asker, so that nobody else can guess it. */
export const progressName = z.string().regex(/^[\w-]{8,64}$/)

/** The two times of every question: which day it asks about, and how much of the ledger it may know. */
export const when = z.object({
  asOf: day.optional(),
  knownAt: z.coerce.number().int().positive().optional(),
  /** Under this name `getProgress` says how far the answer is. */
  progress: progressName.optional(),
})

/** Stands above every page that shows figures. */
export const bar = z.object({
  jurisdiction: z.string(),
  jurisdictionName: z.string(),
  scheme: z.string(),
  schemeName: z.string(),
  schemeNameEn: z.string(),
  asOf: day,
  /** The day that "today" is for this jurisdiction. */
  today: day,
  seq: integer,
  /** False for a past date or a past seq: nothing can be edited there. */
  live: z.boolean(),
  /** Whose projects the totals run over, in words. */
  scopeName: z.string(),
  synthetic: z.boolean(),
})
export type Bar = z.infer<typeof bar>

const input = z.object({
  name: z.string(),
  type: z.enum(['money', 'integer', 'rate', 'day', 'text', 'stage']),
  value: figure.nullable(),
  from: z.enum(['return', 'plan', 'attribute', 'rule', 'as-of', 'judged', 'approval', 'reported', 'sums']),
  period: z.string().optional(),
  entry: integer.optional(),
  curve: z.enum(['own-months', 'list-curve', 'linear']).optional(),
})

const edge = z.object({ cut: rate, owns: z.boolean(), setting: z.string().optional() })

const measuredIn = z.enum(['percent', 'points', 'days', 'working-days', 'months', 'minor', 'count'])
const none = z.enum([
  'not-reported',
  'plan-to-date-zero',
  'no-plan',
  'not-due',
  'out-of-season',
  'no-baseline',
  'withdrawn',
  'exempted',
])

export const light = z.object({
  project: z.string(),
  list: z.string(),
  dimension: z.string(),
  colour: z.string(),
  severity: integer,
  rule: z.string(),
  clause: z.string().optional(),
  because: z.array(input).readonly(),
  reason: z.object({
    value: rate.nullable(),
    unit: measuredIn,
    none: none.optional(),
    band: integer.optional(),
    over: edge.optional(),
    under: edge.optional(),
    unstated: z.literal(true).optional(),
    /** Of conditions: what each measure came to against the range that was asked. */
    tests: z
      .array(
        z.object({
          of: z.array(z.string()).readonly(),
          value: rate.nullable(),
          unit: measuredIn,
          over: edge.optional(),
          under: edge.optional(),
          holds: z.boolean().nullable(),
          none: none.optional(),
        }),
      )
      .readonly()
      .optional(),
    /** Closed periods in a row that ended so, the last one first. */
    streak: z
      .object({
        from: z.string(),
        becomes: z.string().optional(),
        periods: z.array(z.object({ period: z.string(), colour: z.string() })).readonly(),
        rule: integer,
      })
      .optional(),
    /** The colour that an approved exemption excused. */
    exempted: z.string().optional(),
    green: z
      .object({
        input: z.string(),
        type: input.shape.type,
        value: figure,
        reach: z.enum(['at-least', 'at-most']),
      })
      .optional(),
  }),
})
