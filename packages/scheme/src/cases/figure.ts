import { z } from 'zod'
import { day, id, moneyText } from '../language/common.ts'
import { common, figures, period, project } from './project.ts'

export const lightCase = z.strictObject({
  ...common,
  light: id,
  project,
  /** `none` with its reason is ○. */
  expect: z.strictObject({ colour: id, none: id.optional(), action: id.optional() }),
})

export const targetCase = z.strictObject({
  ...common,
  target: id,
  projects: z.array(project).default([]),
  /** Period → the indicator's named values, as its unit reported them. */
  reported: z.record(period, figures).default({}),
  /** Other indicators that it stands against: indicator → period → values. */
  alsoReported: z.record(id, z.record(period, figures)).default({}),
  expect: z.strictObject({ state: z.enum(['stretch-met', 'floor-met', 'short', 'unreported']), due: day.optional() }),
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
