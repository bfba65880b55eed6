import { z } from 'zod'
import { cut, dueDay, id, item, part, rateText, settingRef, stages, term } from './common.ts'

const stage = part({
  /** Of projects: stages of the library that stand for it. Of deals absent: the record names it. */
  projects: stages.optional(),
})

const rate = part({
  from: id,
  to: id,
  /** `count`: of those that reached `from`, how many reached `to`; `amount`: their sums; `arrived`: money arrived of what was signed. */
  by: z.union([z.enum(['count', 'amount', 'arrived']), settingRef]),
  atLeast: rateText.optional(),
  due: dueDay.optional(),
})

/**
 * Stages that something runs through, in order, what share gets on from one to another, and how many must have: the
 * pipeline of projects (五个一批), or deals of attraction (签约、落地、开工、投产).
 */
export const funnel = z.strictObject({
  ...item,
  of: z.enum(['projects', 'deals']),
  lists: z.array(id).default([]),
  stages: z.array(stage).min(2),
  rates: z.array(rate).default([]),
  /** Whose amounts are summed where projects run through it. */
  amount: z.enum(['total-invest', 'annual-plan']).default('total-invest'),
  /** How many, or how much, must have reached a stage by a day. */
  goals: z
    .array(z.strictObject({ stage: id, atLeast: cut, due: dueDay, each: z.literal(true).optional() }))
    .default([]),
  /** Groups of which each must reach a goal with `each`: industry chains, fields, sectors. */
  groups: z.array(part({})).default([]),
  /** Standing in a stage for longer is told. */
  stalls: z.array(z.strictObject({ stage: id, longerThan: term })).default([]),
})
export type Funnel = z.infer<typeof funnel>
