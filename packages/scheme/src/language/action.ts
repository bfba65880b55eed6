import { z } from 'zod'
import { id, item, part, settingRef, term, text } from './common.ts'

/** A setting of type days where the plan sets a limit and does not give it. */
const limit = z.union([term, settingRef])

const step = part({
  /** Who puts it out, in words: `发改局`, `分管副县长`. */
  by: text,
  byEn: text,
  /** To whom. */
  on: z.enum(['responsible-unit', 'owner-unit', 'project-head', 'unit-head']),
  colour: id.optional(),
  /** By when the other side answers, and by when it is mended; a mend that is late leads to the next step. */
  answerWithin: limit.optional(),
  mendWithin: limit.optional(),
  /** Reached at once when it is raised for the nth time running. */
  atOccurrence: z.number().int().min(2).max(12).optional(),
})

/** Steps that follow each other until a matter is mended: 提醒函 → 督办 → 约谈 → 通报批评 → 替换. */
export const action = z.strictObject({
  ...item,
  /** What raises it; a person may raise any. */
  raisedBy: z
    .strictObject({
      lights: z.array(id).default([]),
      colours: z.array(id).default([]),
      duties: z.array(id).default([]),
      tasks: z.array(id).default([]),
    })
    .default({ lights: [], colours: [], duties: [], tasks: [] }),
  steps: z.array(step).min(1),
  /** Days of the working calendar, once the limit has passed, before the next step is due; 0 when absent. */
  graceWorkingDays: z.number().int().min(0).max(60).default(0),
})
export type ActionLadder = z.infer<typeof action>
