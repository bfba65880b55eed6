import { z } from 'zod'
import { day, id, moneyText, unitKind } from '../language/common.ts'
import { common, figures, period, project } from './project.ts'

/** A light of a project on a list, of a unit, or of the whole jurisdiction. */
export const lightCase = z
  .strictObject({
    ...common,
    light: id,
    project: project.optional(),
    unit: z.union([z.literal('jurisdiction'), id]).optional(),
    units: z.array(z.strictObject({ id, kind: unitKind })).default([]),
    projects: z.array(project).default([]),
    /** Indicator → unit → period → values. */
    reported: z.record(id, z.record(id, z.record(period, figures))).default({}),
    expect: z.strictObject({
      colour: id,
      /** `none` with its reason is ○. */
      none: id.optional(),
      action: id.optional(),
      /** Who does it. */
      by: z.string().optional(),
      /** The closed periods in a row that it rests on, the first one first. */
      streak: z.array(period).optional(),
    }),
  })
  .refine(one => (one.project === undefined) !== (one.unit === undefined), 'give `project` or `unit`')

/** The colour of a project on one list, or over all of them (`*`). */
export const overallCase = z.strictObject({
  ...common,
  overall: z.union([z.literal('*'), id]),
  project,
  expect: z.strictObject({ colour: id }),
})

export const targetCase = z.strictObject({
  ...common,
  target: id,
  projects: z.array(project).default([]),
  /** Period → the indicator's named values, as its unit reported them. */
  reported: z.record(period, figures).default({}),
  /** Other indicators that it stands against: indicator → period → values. */
  alsoReported: z.record(id, z.record(period, figures)).default({}),
  expect: z.strictObject({
    state: z.enum(['stretch-met', 'floor-met', 'short', 'unreported']),
    due: day.optional(),
  }),
})

export const indicatorCase = z.strictObject({
  ...common,
  indicator: id,
  /** The whole jurisdiction when absent. */
  list: id.optional(),
  projects: z.array(project),
  expect: z.strictObject({
    numerator: z.union([z.number().int(), moneyText]),
    denominator: z.union([z.number().int(), moneyText]),
    value: z.string().nullable(),
  }),
})
