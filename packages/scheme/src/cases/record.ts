import { z } from 'zod'
import { day, id, moneyText } from '../language/common.ts'
import { period } from './project.ts'

/** From a day to the day on which it went on; without `to` it still stands. */
const pause = z.strictObject({ from: day, to: day.optional(), why: id.optional() })

const run = { from: day, done: day.optional(), pauses: z.array(pause).default([]) }

/** What people recorded beside figures: typed by hand, as the facts of a case. */
export const records = z.strictObject({
  visits: z
    .array(
      z.strictObject({
        role: id,
        on: day,
        project: id.optional(),
        times: z.number().int().min(1).default(1),
      }),
    )
    .default([]),
  /** Runs of a duty's clock. */
  clocks: z.array(z.strictObject({ subject: z.string(), ...run })).default([]),
  /** Evidence of tasks and documents: what was handed in, when, for which period. */
  evidence: z
    .array(
      z.strictObject({
        item: id,
        on: day,
        period: period.optional(),
        times: z.number().int().min(1).default(1),
      }),
    )
    .default([]),
  steps: z.array(z.strictObject({ project: id, step: id, ...run })).default([]),
  /** Deals of attraction with the day on which each stage was reached. */
  deals: z
    .array(
      z.strictObject({
        times: z.number().int().min(1).max(500).default(1),
        group: id.optional(),
        amount: moneyText.optional(),
        arrived: moneyText.optional(),
        reached: z.record(id, day),
        lost: day.optional(),
      }),
    )
    .default([]),
  /** Money given out, and what became of it. */
  money: z
    .array(
      z.strictObject({
        /** m0, m1, … in their order where absent. */
        id: id.optional(),
        source: id.optional(),
        cohort: z.number().int().optional(),
        unit: id.optional(),
        list: id.optional(),
        allocated: moneyText.optional(),
        arrived: z.strictObject({ amount: moneyText, on: day }).optional(),
        passedOn: z.array(z.strictObject({ amount: moneyText, on: day })).default([]),
        paid: z.array(z.strictObject({ amount: moneyText, on: day })).default([]),
      }),
    )
    .default([]),
  /** What earns a unit a grant. */
  awards: z
    .array(z.strictObject({ grant: id, unit: id, on: day, times: z.number().int().min(1).default(1) }))
    .default([]),
  /** Matters under a ladder of actions. */
  matters: z
    .array(
      z.strictObject({
        subject: z.string(),
        raised: day,
        /** How many times running it was raised. */
        occurrence: z.number().int().min(1).default(1),
        answered: z.record(id, day).default({}),
        mended: day.optional(),
      }),
    )
    .default([]),
  published: z.array(z.strictObject({ project: id, piece: id, on: day })).default([]),
  /** Events of a project from which a publication counts: `approved`, `contract-signed`. */
  events: z.array(z.strictObject({ project: id, event: id, on: day })).default([]),
  /** Figures for a score: subject → input → one figure, or one for each thing that counts. */
  scored: z
    .array(
      z.strictObject({
        subject: id,
        kind: z.enum(['bureau', 'town', 'enterprise', 'office']).optional(),
        period,
        given: z.record(
          id,
          z.union([z.string(), z.number(), z.boolean(), z.array(z.union([z.string(), z.number()]))]),
        ),
        exempt: z.array(id).default([]),
      }),
    )
    .default([]),
})
export type CaseRecords = z.infer<typeof records>
